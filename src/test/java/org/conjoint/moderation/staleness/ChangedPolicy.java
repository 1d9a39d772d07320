package org.conjoint.moderation.staleness;

import java.util.ArrayList;
import java.util.List;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.policy.TestPolicy;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A policy whose versions say what a test wants them to have changed. */
public final class ChangedPolicy {

    /** What a version does to a clause; the number is without the prefix, as in 2.1. */
    public record Change(
            String number, String kind, @Nullable String direction, List<String> becomes) {

        public static Change of(String number, String kind) {
            return new Change(number, kind, null, List.of());
        }

        public static Change scope(String number, String direction) {
            return new Change(number, "scope", direction, List.of());
        }

        public static Change crosswalk(String number, String kind, String... becomes) {
            return new Change(number, kind, null, List.of(becomes));
        }
    }

    private final TestPolicy policy;
    private final JdbcClient jdbc;
    private final List<PolicyVersionId> versions = new ArrayList<>();

    public ChangedPolicy(ApplicationContext context) {
        policy = new TestPolicy(context);
        jdbc = context.getBean(JdbcClient.class);
        versions.add(policy.first());
    }

    public PolicyVersionId first() {
        return policy.first();
    }

    public List<PolicyVersionId> versions() {
        return List.copyOf(versions);
    }

    public String clause(String number) {
        return policy.clause(number);
    }

    /** The starter policy's clauses. */
    public List<String> clauses() {
        return List.of("1.1", "2.1", "2.2", "3.1", "3.2", "4.1").stream()
                .map(policy::clause)
                .toList();
    }

    /** A further version, a draft. */
    public PolicyVersionId version(PolicyVersionId basedOn, Change... changes) {
        var id = policy.taken(policy.laterFiles("1.%d.0".formatted(versions.size())));
        versions.add(id);
        jdbc.sql("update policy.version set based_on = :before where id = :id")
                .param("before", basedOn.value())
                .param("id", id.value())
                .update();
        jdbc.sql("delete from policy.clause_change where version_id = :id")
                .param("id", id.value())
                .update();
        for (var change : changes) {
            jdbc.sql("""
                    insert into policy.clause_change (version_id, clause_code, kind, direction, becomes)
                    values (:id, :clause, :kind, :direction, :becomes)""")
                    .param("id", id.value())
                    .param("clause", clause(change.number()))
                    .param("kind", change.kind())
                    .param("direction", change.direction())
                    .param(
                            "becomes",
                            change.becomes().isEmpty()
                                    ? null
                                    : String.join(
                                            " ",
                                            change.becomes().stream()
                                                    .map(this::clause)
                                                    .toList()))
                    .update();
        }
        return id;
    }

    /** Approves a version and puts it in force from now on. */
    public PolicyVersionId turn(PolicyVersionId version) {
        jdbc.sql("update policy.version set stage = 'approved', approver = 'another' where id = :id")
                .param("id", version.value())
                .update();
        return policy.turn(version);
    }
}
