package org.conjoint.moderation.staleness;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.conjoint.moderation.VerdictId;
import org.conjoint.moderation.staleness.BlastRadius.Sampled;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.policy.ways.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts what a version does to verdicts, before it is scheduled and after. Two statements count: one over an index with
 * the standing verdicts of the policy, one over those that cite a clause whose change reaches only who cites it.
 */
@Service
@Transactional(readOnly = true)
@PreAuthorize(Effects.MAY_WEIGH)
public class Effects {

    /** Who weighs what a change does, and decides what follows. */
    public static final String MAY_WEIGH = "hasAnyRole('POLICY_AUTHOR','QUALITY_LEAD')";

    private static final int SAMPLE = 12;

    private final TargetViews views;
    private final StaleRows rows;
    private final GrandfatheredRows grandfathered;
    private final Walk walk;
    private final Clock clock;

    Effects(TargetViews views, StaleRows rows, GrandfatheredRows grandfathered, Walk walk, Clock clock) {
        this.views = views;
        this.rows = rows;
        this.grandfathered = grandfathered;
        this.walk = walk;
        this.clock = clock;
    }

    /**
     * What a version does to the verdicts of its policy and jurisdiction, whether it is in force or not.
     *
     * @throws IllegalArgumentException when there is no such version
     */
    public BlastRadius blastRadius(PolicyVersionId target) {
        var view = views.of(target);
        var tree = view.tree();
        var now = tree.inForce().filter(id -> !id.equals(target));
        var before = now.map(id -> views.of(tree, id)).orElse(null);
        var tally = new Tally(view, before);
        var cells = rows.cells(tree.ids());
        now.ifPresent(id -> tally.mention(view.steps(id)));
        count(tally, view, before, cells);
        return new BlastRadius(
                target,
                tree.slug(),
                tree.number(target),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                tally.verdicts(),
                tally.stale(),
                tally.kept(),
                tally.staleBefore(),
                now.map(tree::number).orElse(null),
                tally.clauses(),
                tally.compositions(),
                tally.locales(),
                sample(view, cells));
    }

    private void count(Tally tally, TargetView view, @Nullable TargetView before, List<Cell> cells) {
        var whole = view.everCited(Reach.VIOLATING_UNDER_IT);
        var any = view.everCited(Reach.CITING_IT);
        if (before != null) {
            whole.addAll(before.everCited(Reach.VIOLATING_UNDER_IT));
            any.addAll(before.everCited(Reach.CITING_IT));
        }
        var citing = new HashMap<Facts, Long>();
        for (var cell : rows.citing(whole, any)) {
            if (view.tree().has(cell.facts().version())) {
                tally.add(cell.facts(), List.of(), cell.verdicts());
                citing.merge(cell.facts().withoutCitations(), cell.verdicts(), Long::sum);
            }
        }
        for (var cell : cells) {
            tally.add(cell.facts(), List.of(), cell.verdicts() - citing.getOrDefault(cell.facts(), 0L));
        }
        keptOneByOne(tally, view);
    }

    /** Counts verdicts again that are kept one by one, with the decisions on them. */
    private void keptOneByOne(Tally tally, TargetView view) {
        Map<VerdictId, List<Grandfathered>> decisions = grandfathered
                .singles(view.tree().ids())
                .stream()
                .collect(Collectors.groupingBy(kept -> Objects.requireNonNull(kept.verdict())));
        for (var verdict : rows.judged(decisions.keySet())) {
            if (view.tree().has(verdict.facts().version())) {
                tally.add(verdict.facts(), List.of(), -1);
                tally.add(verdict.facts(), decisions.getOrDefault(verdict.id(), List.of()), 1);
            }
        }
    }

    /** Mostly what is near the line; a third of it, where there is any, from what a change lets go. */
    private List<Sampled> sample(TargetView view, List<Cell> cells) {
        var near = walk.first(view, Walk.Phase.NEAR_THE_LINE, cells, SAMPLE);
        var lifted = new ArrayList<>(walk.first(view, Walk.Phase.LOOSENED, cells, SAMPLE));
        lifted.addAll(walk.first(view, Walk.Phase.BY_HAND, cells, SAMPLE));
        var some = new ArrayList<Met>(near.subList(
                0, Math.min(near.size(), SAMPLE - Math.min(lifted.size(), SAMPLE / 3))));
        lifted.stream()
                .filter(met -> some.stream().noneMatch(one -> one.verdict().equals(met.verdict())))
                .limit(SAMPLE - some.size())
                .forEach(some::add);
        var verdicts = some.stream().map(Met::verdict).distinct().toList();
        var decisions = grandfathered.of(verdicts);
        var because = new HashMap<VerdictId, Stale>();
        rows.judged(verdicts)
                .forEach(verdict -> view.stale(verdict.facts(), decisions.getOrDefault(verdict.id(), List.of()))
                        .ifPresent(stale -> because.put(verdict.id(), stale)));
        return some.stream()
                .filter(met -> because.containsKey(met.verdict()))
                .map(met -> new Sampled(
                        met.verdict(),
                        met.post(),
                        met.grade(),
                        met.composition(),
                        Objects.requireNonNull(because.get(met.verdict())).because()))
                .toList();
    }
}
