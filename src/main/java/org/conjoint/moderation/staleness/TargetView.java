package org.conjoint.moderation.staleness;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conjoint.meaning.JointGrade;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.policy.ways.Reach;
import org.conjoint.policy.ways.VersionTree;
import org.conjoint.policy.ways.WayStep;
import org.jspecify.annotations.Nullable;

/**
 * Verdicts of a policy as one version sees them: for each version the changes that lie between, and which of these no
 * longer count because what they make stale is kept. The only place that says what is stale.
 *
 * @see <a href="file:../../../../../../../docs/decisions/0015-staleness-is-derived.md">Staleness is derived</a>
 */
final class TargetView {

    /** A change that lies between, and the decision by which it no longer counts. */
    private record Passed(WayStep step, @Nullable Grandfathered rule) {}

    private final VersionTree tree;
    private final PolicyVersionId target;
    private final List<Grandfathered> rules;
    private final Map<PolicyVersionId, List<Passed>> passed = new HashMap<>();

    /** @param rules decisions on clauses, of any target in the tree */
    TargetView(VersionTree tree, PolicyVersionId target, Collection<Grandfathered> rules) {
        this.tree = tree;
        this.target = target;
        this.rules = List.copyOf(rules);
    }

    private @Nullable Grandfathered rule(PolicyVersionId version, WayStep step) {
        return rules.stream()
                .filter(rule -> step.clauseId().equals(rule.clauseId()) && covers(rule, version, step))
                .findFirst()
                .orElse(null);
    }

    /** Whether the change lies between the version and the one up to which was decided. */
    private boolean covers(Grandfathered rule, PolicyVersionId version, WayStep step) {
        return tree.has(rule.target())
                && tree.way(version, rule.target()).stream().anyMatch(step::same);
    }

    VersionTree tree() {
        return tree;
    }

    PolicyVersionId target() {
        return target;
    }

    /** All changes that lie between a version and the target, whatever they do. */
    List<WayStep> steps(PolicyVersionId version) {
        return passed(version).stream().map(Passed::step).toList();
    }

    /** Whether a verdict is stale, and why. */
    Optional<Stale> stale(Facts verdict, Collection<Grandfathered> ofTheVerdict) {
        var grounds = passed(verdict.version()).stream()
                .filter(one -> reaches(one.step(), verdict.grade(), verdict.cited()))
                .toList();
        if (grounds.isEmpty()) {
            return Optional.empty();
        }
        var kept = new HashMap<WayStep, Grandfathered>();
        for (var ground : grounds) {
            var decision = ground.rule() == null
                    ? ofTheVerdict.stream()
                            .filter(each -> covers(each, verdict.version(), ground.step()))
                            .findFirst()
                            .orElse(null)
                    : ground.rule();
            if (decision != null) {
                kept.put(ground.step(), decision);
            }
        }
        var open = grounds.stream()
                .map(Passed::step)
                .filter(step -> !kept.containsKey(step))
                .toList();
        if (!open.isEmpty()) {
            return Optional.of(new Stale(open, null));
        }
        var steps = grounds.stream().map(Passed::step).toList();
        return Optional.of(new Stale(
                steps, Objects.requireNonNull(kept.get(steps.getFirst())).kept()));
    }

    private static boolean reaches(WayStep step, JointGrade grade, Citations cited) {
        return switch (step.reach()) {
            case NOT_VIOLATING -> grade != JointGrade.VIOLATING;
            case VIOLATING_UNDER_IT -> grade == JointGrade.VIOLATING && cited.forTheWhole(step.citedAs());
            case CITING_IT -> cited.anywhere(step.citedAs());
            case SAMPLE, NONE -> false;
        };
    }

    /** The versions whose verdicts a change that still counts reaches in this way, the latest first. */
    List<PolicyVersionId> versions(Reach reach) {
        return tree.ids().stream()
                .filter(version -> open(version).anyMatch(step -> step.reach() == reach))
                .sorted((a, b) -> Long.compare(b.value(), a.value()))
                .toList();
    }

    /** The ids by which verdicts of a version cite what a change that still counts reaches in this way. */
    Set<String> cited(PolicyVersionId version, Reach reach) {
        return open(version)
                .filter(step -> step.reach() == reach)
                .flatMap(step -> step.citedAs().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** As {@link #cited}, over all versions and whether it still counts or not. */
    Set<String> everCited(Reach reach) {
        return tree.ids().stream()
                .flatMap(version -> steps(version).stream())
                .filter(step -> step.reach() == reach)
                .flatMap(step -> step.citedAs().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The versions between which and the target nothing lies that reaches verdicts in one of these ways. */
    List<PolicyVersionId> settled(Set<Reach> reaches) {
        Predicate<WayStep> reaching = step -> reaches.contains(step.reach());
        return tree.ids().stream()
                .filter(version -> steps(version).stream().noneMatch(reaching))
                .toList();
    }

    private Stream<WayStep> open(PolicyVersionId version) {
        return passed(version).stream().filter(one -> one.rule() == null).map(Passed::step);
    }

    private List<Passed> passed(PolicyVersionId version) {
        return passed.computeIfAbsent(
                version,
                any -> tree.way(version, target).stream()
                        .map(step -> new Passed(step, rule(version, step)))
                        .toList());
    }
}
