package org.conjoint.policy.ways;

import static org.conjoint.jooq.policy.Tables.CLAUSE_CHANGE;
import static org.conjoint.jooq.policy.Tables.IN_FORCE;
import static org.conjoint.jooq.policy.Tables.SERIES;
import static org.conjoint.jooq.policy.Tables.VERSION;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.conjoint.policy.ChangeKind;
import org.conjoint.policy.ClauseChange;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.policy.ScopeDirection;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The SQL that reads versions with what they changed. */
@Repository
class WayRows {

    private record Line(String slug, String jurisdiction) {}

    private record Found(
            PolicyVersionId id, String number, @Nullable PolicyVersionId basedOn, boolean judges) {}

    private final DSLContext db;

    WayRows(DSLContext db) {
        this.db = db;
    }

    /** The trees of the policies and jurisdictions of these versions. */
    List<VersionTree> trees(Set<PolicyVersionId> ids, Instant now) {
        var wanted = VERSION.as("wanted");
        var lines = new LinkedHashMap<Line, List<Found>>();
        // formatter:off
        db
            .selectDistinct(SERIES.SLUG, VERSION.JURISDICTION, VERSION.ID, VERSION.NUMBER, VERSION.BASED_ON,
                    IN_FORCE.VERSION_ID)
            .from(wanted)
            .join(VERSION).on(VERSION.SERIES_ID.eq(wanted.SERIES_ID), VERSION.JURISDICTION.eq(wanted.JURISDICTION))
            .join(SERIES).on(SERIES.ID.eq(VERSION.SERIES_ID))
            .leftJoin(IN_FORCE).on(
                IN_FORCE.SERIES_ID.eq(VERSION.SERIES_ID),
                IN_FORCE.JURISDICTION.eq(VERSION.JURISDICTION),
                IN_FORCE.STARTS_AT.le(now),
                IN_FORCE.ENDS_AT.gt(now))
            .where(wanted.ID.in(ids.stream().map(PolicyVersionId::value).toList()))
            .orderBy(VERSION.ID)
            .forEach(row -> lines
                .computeIfAbsent(new Line(row.value1(), row.value2()), any -> new ArrayList<>())
                .add(new Found(
                    new PolicyVersionId(row.value3()), row.value4(), id(row.value5()),
                    row.value3().equals(row.value6()))));
        // formatter:on
        var changes = changes(
                lines.values().stream().flatMap(List::stream).map(Found::id).toList());
        return lines.entrySet().stream()
                .map(line -> tree(line.getKey(), line.getValue(), changes))
                .toList();
    }

    private static VersionTree tree(Line line, List<Found> found, Map<PolicyVersionId, List<ClauseChange>> changes) {
        return new VersionTree(
                line.slug(),
                line.jurisdiction(),
                found.stream()
                        .map(version -> new VersionTree.Version(
                                version.id(),
                                version.number(),
                                version.basedOn(),
                                changes.getOrDefault(version.id(), List.of())))
                        .toList(),
                found.stream().filter(Found::judges).map(Found::id).findFirst().orElse(null));
    }

    private Map<PolicyVersionId, List<ClauseChange>> changes(Collection<PolicyVersionId> versions) {
        var changes = new HashMap<PolicyVersionId, List<ClauseChange>>();
        // formatter:off
        db
            .select(CLAUSE_CHANGE.VERSION_ID, CLAUSE_CHANGE.CLAUSE_CODE, CLAUSE_CHANGE.KIND, CLAUSE_CHANGE.DIRECTION,
                    CLAUSE_CHANGE.BECOMES)
            .from(CLAUSE_CHANGE)
            .where(CLAUSE_CHANGE.VERSION_ID.in(versions.stream().map(PolicyVersionId::value).toList()))
            .orderBy(CLAUSE_CHANGE.VERSION_ID, CLAUSE_CHANGE.CLAUSE_CODE)
            .forEach(row -> changes
                .computeIfAbsent(new PolicyVersionId(row.value1()), any -> new ArrayList<>())
                .add(new ClauseChange(
                    row.value2(),
                    ChangeKind.of(row.value3()),
                    row.value4() == null ? null : ScopeDirection.of(row.value4()),
                    null,
                    row.value5() == null ? List.of() : List.of(row.value5().split(" ")),
                    null)));
        // formatter:on
        return changes;
    }

    private static @Nullable PolicyVersionId id(@Nullable Long value) {
        return value == null ? null : new PolicyVersionId(value);
    }
}
