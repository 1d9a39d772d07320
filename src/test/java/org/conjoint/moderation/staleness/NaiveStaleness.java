package org.conjoint.moderation.staleness;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.conjoint.content.PostId;
import org.conjoint.moderation.staleness.GeneratedVerdicts.Given;
import org.conjoint.policy.ChangeKind;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.policy.ScopeDirection;

/**
 * What is stale in one fixed history, written down change by change instead of found: first, second, third and candidate
 * in a row, and one that lapsed beside the third. 1.1 is tightened, 2.1 loosened and 2.2 split into 2.2 and 2.7 by the
 * second; 3.1 loosened and 3.2 widened by the one that lapsed; 2.1 renamed to 2.8, 4.1 narrowed and 5.1 new in the third; 2.8
 * loosened by the candidate.
 */
final class NaiveStaleness {

    private final ChangedPolicy policy;
    private final PolicyVersionId first;
    private final PolicyVersionId second;
    private final PolicyVersionId lapsed;
    private final PolicyVersionId third;
    private final PolicyVersionId candidate;

    NaiveStaleness(
            ChangedPolicy policy,
            PolicyVersionId second,
            PolicyVersionId lapsed,
            PolicyVersionId third,
            PolicyVersionId candidate) {
        this.policy = policy;
        this.first = policy.first();
        this.second = second;
        this.lapsed = lapsed;
        this.third = third;
        this.candidate = candidate;
    }

    boolean stale(Given verdict, PolicyVersionId target) {
        return !reasons(verdict, target).isEmpty();
    }

    Set<ChangedClause> reasons(Given verdict, PolicyVersionId target) {
        var reasons = new HashSet<ChangedClause>();
        var from = rank(verdict.version());
        var to = rank(target);
        // between the first and the second
        if (from < 2 && to >= 2) {
            tighter(reasons, verdict, "1.1", ChangeKind.TIGHTEN, null);
            looser(reasons, verdict, "2.1", ChangeKind.LOOSEN, null, "2.1");
            byHand(reasons, verdict, "2.2", ChangeKind.SPLIT, "2.2");
        }
        if (from >= 2 && to < 2) {
            // 2.2 and 2.7 both become 2.2 again, one each; 2.1 may be called 2.8 by then
            looser(reasons, verdict, "1.1", ChangeKind.LOOSEN, null, "1.1");
            tighter(reasons, verdict, "2.1", ChangeKind.TIGHTEN, null);
        }
        // between the second and the one that lapsed
        if (target.equals(lapsed) && !verdict.version().equals(lapsed)) {
            looser(reasons, verdict, "3.1", ChangeKind.LOOSEN, null, "3.1");
            tighter(reasons, verdict, "3.2", ChangeKind.SCOPE, ScopeDirection.WIDEN);
        }
        if (verdict.version().equals(lapsed) && !target.equals(lapsed)) {
            tighter(reasons, verdict, "3.1", ChangeKind.TIGHTEN, null);
            looser(reasons, verdict, "3.2", ChangeKind.SCOPE, ScopeDirection.NARROW, "3.2");
        }
        // between the second and the third
        if (from < 3 && to >= 3) {
            looser(reasons, verdict, "4.1", ChangeKind.SCOPE, ScopeDirection.NARROW, "4.1");
            tighter(reasons, verdict, "5.1", ChangeKind.INITIAL, null);
        }
        if (from >= 3 && to < 3) {
            tighter(reasons, verdict, "4.1", ChangeKind.SCOPE, ScopeDirection.WIDEN);
        }
        // between the third and the candidate
        if (from < 4 && to == 4) {
            looser(reasons, verdict, "2.8", ChangeKind.LOOSEN, null, from < 3 ? "2.1" : "2.8", "2.8");
        }
        if (from == 4 && to < 4) {
            tighter(reasons, verdict, "2.8", ChangeKind.TIGHTEN, null);
        }
        return reasons;
    }

    private int rank(PolicyVersionId version) {
        return version.equals(first)
                ? 1
                : version.equals(second) || version.equals(lapsed) ? 2 : version.equals(third) ? 3 : 4;
    }

    private void tighter(
            Set<ChangedClause> reasons,
            Given verdict,
            String clause,
            ChangeKind kind,
            @org.jspecify.annotations.Nullable ScopeDirection direction) {
        if (!verdict.violating()) {
            reasons.add(new ChangedClause(policy.clause(clause), kind, direction));
        }
    }

    private void looser(
            Set<ChangedClause> reasons,
            Given verdict,
            String clause,
            ChangeKind kind,
            @org.jspecify.annotations.Nullable ScopeDirection direction,
            String... citedAs) {
        if (verdict.violating() && List.of(citedAs).stream().map(policy::clause).anyMatch(verdict.joint()::contains)) {
            reasons.add(new ChangedClause(policy.clause(clause), kind, direction));
        }
    }

    private void byHand(Set<ChangedClause> reasons, Given verdict, String clause, ChangeKind kind, String citedAs) {
        if (verdict.cites(policy.clause(citedAs))) {
            reasons.add(new ChangedClause(policy.clause(clause), kind, null));
        }
    }

    /** The posts with a stale verdict that no newer one answers from behind all changes of that sort. */
    Set<PostId> toRead(List<Given> given, PolicyVersionId target) {
        var standing = given.stream().filter(each -> !each.superseded()).toList();
        Map<PostId, List<Given>> byPost = standing.stream().collect(Collectors.groupingBy(Given::post));
        return standing.stream()
                .filter(each -> reasons(each, target).stream()
                        .anyMatch(reason -> Objects.requireNonNull(byPost.get(each.post())).stream()
                                .noneMatch(newer -> newer.at().isAfter(each.at())
                                        && settled(newer.version(), target, raises(reason)))))
                .map(Given::post)
                .collect(Collectors.toSet());
    }

    private static boolean raises(ChangedClause reason) {
        return reason.kind() == ChangeKind.TIGHTEN
                || reason.kind() == ChangeKind.INITIAL
                || reason.direction() == ScopeDirection.WIDEN;
    }

    /** Whether no change of a sort lies between a version and the target: asked of verdicts that any would reach. */
    private boolean settled(PolicyVersionId version, PolicyVersionId target, boolean raising) {
        var clauses = new HashSet<>(policy.clauses());
        clauses.add(policy.clause("2.7"));
        clauses.add(policy.clause("2.8"));
        var worst = new Given(
                new org.conjoint.moderation.VerdictId(1),
                new PostId(1),
                version,
                raising ? "none" : "violating",
                "benign",
                List.of("none", "none", "none"),
                raising ? Set.of() : clauses,
                Set.of(),
                "en",
                false,
                java.time.Instant.EPOCH);
        return reasons(worst, target).stream().noneMatch(reason -> raises(reason) == raising);
    }
}
