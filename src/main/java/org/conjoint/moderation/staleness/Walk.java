package org.conjoint.moderation.staleness;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conjoint.content.PostId;
import org.conjoint.meaning.Composition;
import org.conjoint.meaning.JointGrade;
import org.conjoint.moderation.VerdictId;
import org.conjoint.moderation.staleness.WalkRows.Bucket;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.policy.ways.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Goes through the verdicts that are to be read again, in the order in which it matters: first what a change lets go, the
 * newest first; then what has to be assigned by hand; then what a change may catch, from the line downwards; last a sample
 * where the text only became clearer.
 */
@Component
class Walk {

    enum Phase {
        LOOSENED,
        BY_HAND,
        NEAR_THE_LINE,
        CLARIFIED
    }

    /** From the line downwards. */
    private record Nearness(
            JointGrade grade,
            Composition composition,
            @Nullable Boolean raised) {}

    private static final List<Composition> NEAREST_FIRST = List.of(
            Composition.EMERGENT,
            Composition.SHIFTED,
            Composition.DEFUSED,
            Composition.ADDITIVE,
            Composition.SINGLE_CARRIER,
            Composition.REDUNDANT,
            Composition.UNDETERMINED,
            Composition.BENIGN);

    private static final List<Nearness> NEARNESS = nearness();

    private static final List<String> SCOPES = List.of(StaleRows.JOINT, "image", "caption", "audio");

    /** How many verdicts are read for a post of the sample, since a post may have several. */
    private static final int SAMPLED_FOR_ONE = 3;

    private final WalkRows rows;
    private final StaleRows stale;
    private final GrandfatheredRows grandfathered;

    Walk(WalkRows rows, StaleRows stale, GrandfatheredRows grandfathered) {
        this.rows = rows;
        this.stale = stale;
        this.grandfathered = grandfathered;
    }

    private static List<Nearness> nearness() {
        var order = new ArrayList<Nearness>();
        NEAREST_FIRST.forEach(each -> order.add(new Nearness(JointGrade.BORDERLINE, each, null)));
        NEAREST_FIRST.forEach(each -> order.add(new Nearness(JointGrade.NONE, each, true)));
        NEAREST_FIRST.forEach(each -> order.add(new Nearness(JointGrade.CANNOT_TELL, each, null)));
        NEAREST_FIRST.forEach(each -> order.add(new Nearness(JointGrade.NONE, each, false)));
        return List.copyOf(order);
    }

    /** Verdicts on the way, and where it goes on; null when it is at its end. */
    record Leg(List<Met> met, @Nullable WalkCursor next) {}

    /** The first verdicts of a phase. */
    List<Met> first(TargetView view, Phase phase, Collection<Cell> cells, int limit) {
        var met = new ArrayList<Met>();
        @Nullable WalkCursor at = WalkCursor.of(phase);
        while (at != null && at.phase() == phase && met.size() < limit) {
            var leg = go(view, cells, at, limit - met.size(), 0);
            met.addAll(leg.met());
            at = leg.next();
        }
        return met;
    }

    /**
     * Goes on from a cursor, within its phase.
     *
     * @param cells the standing verdicts of the policy, by which empty stretches are passed over
     * @param limit how many are met at most, save for the sample
     * @param sample how many of the borderline and the disputed are taken under clauses that became clearer
     */
    Leg go(TargetView view, Collection<Cell> cells, WalkCursor from, int limit, int sample) {
        return switch (from.phase()) {
            case LOOSENED -> citing(view, from, Reach.VIOLATING_UNDER_IT, Phase.BY_HAND, limit);
            case BY_HAND -> citing(view, from, Reach.CITING_IT, Phase.NEAR_THE_LINE, limit);
            case NEAR_THE_LINE -> nearTheLine(view, cells, from, limit);
            case CLARIFIED -> new Leg(clarified(view, sample), null);
        };
    }

    /** The streams of all clauses, merged by falling id. */
    private Leg citing(TargetView view, WalkCursor from, Reach reach, Phase after, int limit) {
        var violating = reach == Reach.VIOLATING_UNDER_IT;
        var versions = new LinkedHashMap<String, Set<PolicyVersionId>>();
        for (var version : view.versions(reach)) {
            view.cited(version, reach)
                    .forEach(clause -> versions.computeIfAbsent(clause, any -> new HashSet<>())
                            .add(version));
        }
        var settled = view.settled(EnumSet.of(Reach.VIOLATING_UNDER_IT, Reach.CITING_IT));
        var met = new ArrayList<Met>();
        versions.forEach((clause, those) -> (violating ? List.of(StaleRows.JOINT) : SCOPES)
                .forEach(scope -> met.addAll(rows.stream(
                        new WalkRows.Stream(clause, scope, those, violating), from.verdict(), limit, settled))));
        var some = met.stream()
                .distinct()
                .sorted(Comparator.comparingLong((Met each) -> each.verdict().value())
                        .reversed())
                .limit(limit)
                .toList();
        return new Leg(
                notKept(view, some),
                some.size() < limit
                        ? WalkCursor.of(after)
                        : new WalkCursor(
                                from.phase(), 0, 0, some.getLast().verdict().value()));
    }

    private Leg nearTheLine(TargetView view, Collection<Cell> cells, WalkCursor from, int limit) {
        var versions = view.versions(Reach.NOT_VIOLATING);
        var filled = new HashSet<Facts>();
        cells.forEach(cell -> filled.add(
                place(cell.facts().version(), cell.facts().grade(), cell.facts().composition())));
        var settled = view.settled(EnumSet.of(Reach.NOT_VIOLATING));
        var met = new ArrayList<Met>();
        for (var bucket = from.bucket(); bucket < NEARNESS.size(); bucket++) {
            var near = NEARNESS.get(bucket);
            for (var version : versions) {
                var begun = bucket == from.bucket() && version.value() == from.version();
                var passed = bucket == from.bucket() && version.value() > from.version();
                if (passed || !filled.contains(place(version, near.grade(), near.composition()))) {
                    continue;
                }
                met.addAll(rows.bucket(
                        new Bucket(version, near.grade(), near.composition(), near.raised()),
                        begun ? from.verdict() : Long.MAX_VALUE,
                        limit - met.size(),
                        settled));
                if (met.size() >= limit) {
                    var last = met.getLast().verdict().value();
                    return new Leg(notKept(view, met), new WalkCursor(from.phase(), bucket, version.value(), last));
                }
            }
        }
        return new Leg(notKept(view, met), WalkCursor.of(Phase.CLARIFIED));
    }

    private static Facts place(PolicyVersionId version, JointGrade grade, Composition composition) {
        return new Facts(version, grade, composition, "", Citations.NONE);
    }

    /** Borderline and disputed in turn. */
    private List<Met> clarified(TargetView view, int sample) {
        var versions = view.versions(Reach.SAMPLE);
        if (versions.isEmpty() || sample == 0) {
            return List.of();
        }
        var settled = List.of(view.target());
        var borderline = rows.someBorderline(versions, sample * SAMPLED_FOR_ONE, settled);
        var disputed = rows.someDisputed(versions, sample * SAMPLED_FOR_ONE, settled);
        var some = new LinkedHashMap<PostId, Met>();
        for (var i = 0; i < Math.max(borderline.size(), disputed.size()); i++) {
            var index = i;
            Stream.of(borderline, disputed)
                    .filter(each -> each.size() > index)
                    .map(each -> each.get(index))
                    .forEach(met -> some.putIfAbsent(met.post(), met));
        }
        return some.values().stream().limit(sample).toList();
    }

    /** Without those that are kept one by one; what is kept by clause was not met. */
    private List<Met> notKept(TargetView view, List<Met> met) {
        Map<VerdictId, List<Grandfathered>> decisions =
                grandfathered.of(met.stream().map(Met::verdict).toList());
        if (decisions.isEmpty()) {
            return List.copyOf(met);
        }
        var kept = stale.judged(decisions.keySet()).stream()
                .filter(verdict -> view.stale(verdict.facts(), decisions.getOrDefault(verdict.id(), List.of()))
                        .filter(found -> found.kept() != null)
                        .isPresent())
                .map(Judged::id)
                .collect(Collectors.toSet());
        return met.stream().filter(each -> !kept.contains(each.verdict())).toList();
    }
}
