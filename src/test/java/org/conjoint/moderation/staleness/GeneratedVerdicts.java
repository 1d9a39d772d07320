package org.conjoint.moderation.staleness;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.conjoint.access.Accounts;
import org.conjoint.content.PostData;
import org.conjoint.content.PostId;
import org.conjoint.content.Posts;
import org.conjoint.moderation.VerdictId;
import org.conjoint.policy.PolicyVersionId;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Verdicts written straight into the tables: any mixture of versions, grades and clauses, also such as take years to come about. */
public final class GeneratedVerdicts {

    private static final AtomicLong NEXT = new AtomicLong(7_000_000_000L);
    private static final List<String> JOINT = List.of("none", "borderline", "violating", "cannot_tell");
    private static final List<String> OF_PART = List.of("none", "none", "borderline", "violating", "absent");
    private static final List<String> PARTS = List.of("image", "caption", "audio");
    private static final Instant BEGINNING = Instant.parse("2026-03-01T00:00:00Z");

    /** A verdict as it was written. */
    public record Given(
            VerdictId id,
            PostId post,
            PolicyVersionId version,
            String grade,
            String composition,
            List<String> parts,
            Set<String> joint,
            Set<String> ofParts,
            String locale,
            boolean superseded,
            Instant at) {

        public boolean violating() {
            return grade.equals("violating");
        }

        boolean raised() {
            return parts.contains("borderline") || parts.contains("violating");
        }

        boolean cites(String clause) {
            return joint.contains(clause) || ofParts.contains(clause);
        }
    }

    private final JdbcTemplate jdbc;
    private final Posts posts;
    private final Accounts accounts;

    public GeneratedVerdicts(ApplicationContext context) {
        jdbc = context.getBean(JdbcTemplate.class);
        posts = context.getBean(Posts.class);
        accounts = context.getBean(Accounts.class);
    }

    /** So many new posts. */
    public List<PostId> posts(int count) {
        return accounts.runAsSystem(() -> posts
                .putAll(java.util.stream.Stream.generate(() ->
                                PostData.of("generated-" + UUID.randomUUID()).withCaption("a caption"))
                        .limit(count)
                        .toList())
                .stream()
                .map(put -> put.id())
                .toList());
    }

    /** Verdicts of all kinds; one in twelve is superseded by a later revision. */
    public List<Given> some(
            Random random, int count, List<PolicyVersionId> versions, List<String> clauses, List<PostId> about) {
        var given = new ArrayList<Given>();
        for (var i = 0; i < count; i++) {
            given.add(one(
                    random,
                    pick(random, versions),
                    pick(random, JOINT),
                    clauses,
                    pick(random, about),
                    random.nextInt(12) == 0));
        }
        write(given);
        return given;
    }

    /** A verdict of a version with a grade that cites clauses for the whole. */
    public Given one(PolicyVersionId version, PostId post, String grade, String composition, String... clauses) {
        var given = new Given(
                new VerdictId(NEXT.incrementAndGet()),
                post,
                version,
                grade,
                composition,
                List.of("none", composition.equals("defused") ? "borderline" : "none", "absent"),
                new TreeSet<>(List.of(clauses)),
                Set.of(),
                "en",
                false,
                at(NEXT.get()));
        write(List.of(given));
        return given;
    }

    private static Given one(
            Random random,
            PolicyVersionId version,
            String grade,
            List<String> clauses,
            PostId post,
            boolean superseded) {
        var parts = new ArrayList<String>();
        PARTS.forEach(part -> parts.add(pick(random, OF_PART)));
        var raised = parts.contains("borderline") || parts.contains("violating");
        var above = grade.equals("borderline") || grade.equals("violating");
        var id = NEXT.incrementAndGet();
        return new Given(
                new VerdictId(id),
                post,
                version,
                grade,
                composition(random, grade, raised),
                parts,
                above ? cited(random, clauses) : Set.of(),
                raised ? cited(random, clauses) : Set.of(),
                pick(random, List.of("en", "en", "de", "ja")),
                superseded,
                at(id));
    }

    private static String composition(Random random, String grade, boolean raised) {
        return switch (grade) {
            case "cannot_tell" -> "undetermined";
            case "none" -> random.nextInt(9) == 0 ? "undetermined" : raised ? "defused" : "benign";
            default ->
                raised
                        ? pick(random, List.of("additive", "single_carrier", "redundant", "shifted", "defused"))
                        : "emergent";
        };
    }

    private static Set<String> cited(Random random, List<String> clauses) {
        var cited = new TreeSet<String>();
        cited.add(pick(random, clauses));
        if (random.nextInt(3) == 0) {
            cited.add(pick(random, clauses));
        }
        return cited;
    }

    private static Instant at(long id) {
        return BEGINNING.plus(id % 1_000_000_000L, ChronoUnit.SECONDS);
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private void write(Collection<Given> verdicts) {
        var submissions = new ArrayList<Object[]>();
        var rows = new ArrayList<Object[]>();
        var cites = new ArrayList<Object[]>();
        for (var each : verdicts) {
            var id = each.id().value();
            var at = Timestamp.from(each.at());
            submissions.add(new Object[] {id, UUID.randomUUID(), id, at});
            rows.add(new Object[] {
                id,
                each.superseded() ? at : null,
                id,
                each.post().value(),
                each.version().value(),
                each.locale(),
                each.parts().get(0),
                each.parts().get(1),
                each.parts().get(2),
                each.grade(),
                each.composition(),
                at
            });
            var scopes = new LinkedHashMap<String, Set<String>>();
            scopes.put("joint", each.joint());
            scopes.put("image", each.ofParts());
            scopes.forEach((scope, clauses) -> clauses.forEach(clause -> cites.add(new Object[] {id, scope, clause})));
        }
        jdbc.batchUpdate(
                "insert into work.submission (id, client_id, answer_id, revision, kind, rater_id, by_id, body_hash,"
                        + " active_millis, submitted_at) values (?, ?, ?, 1, 'answer', 1, 1, 'x', 0, ?)",
                submissions);
        jdbc.batchUpdate(
                "insert into moderation.verdict (id, revision, superseded_at, submission_id, post_id, post_revision,"
                        + " rater_id, policy_version_id, locale, grade_image, grade_caption, grade_audio, grade_joint,"
                        + " stopped_early, composition, sufficient_sets, necessary, active_millis, submitted_at)"
                        + " values (?, 1, ?, ?, ?, 1, 1, ?, ?, ?, ?, ?, ?, false, ?, '', '', 0, ?)",
                rows);
        jdbc.batchUpdate(
                "insert into moderation.cited_clause (verdict_id, revision, scope, clause_version_id, clause_id, text_hash)"
                        + " values (?, 1, ?, 1, ?, 'x')",
                cites);
    }

    /** A tally by a key, for comparing. */
    static <K extends Comparable<K>> Map<K, Long> counted(java.util.stream.Stream<K> keys) {
        var counts = new TreeMap<K, Long>();
        keys.forEach(key -> counts.merge(key, 1L, Long::sum));
        return counts;
    }
}
