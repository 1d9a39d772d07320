package org.conjoint.moderation.staleness;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conjoint.access.Roles;
import org.conjoint.moderation.VerdictId;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.policy.ways.PolicyChanges;
import org.conjoint.policy.ways.VersionTree;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says of verdicts whether they are stale: whether a change between the version under which they were given and the one
 * in force now may make them come out otherwise. It is never written down; a verdict is stale from the instant at which
 * the other version judges.
 */
@Service
@Transactional(readOnly = true)
@PreAuthorize(Roles.SIGNED_IN)
public class Staleness {

    private final PolicyChanges changes;
    private final TargetViews views;
    private final StaleRows rows;
    private final GrandfatheredRows grandfathered;

    Staleness(PolicyChanges changes, TargetViews views, StaleRows rows, GrandfatheredRows grandfathered) {
        this.changes = changes;
        this.views = views;
        this.rows = rows;
        this.grandfathered = grandfathered;
    }

    /** Which of these verdicts are stale, and why; in five statements, however many they are. */
    public Map<VerdictId, Stale> of(Collection<VerdictId> verdicts) {
        var judged = rows.judged(verdicts);
        var trees = changes.trees(
                judged.stream().map(one -> one.facts().version()).distinct().toList());
        var decisions = judged.isEmpty() ? Map.<VerdictId, List<Grandfathered>>of() : grandfathered.of(verdicts);
        var rules = views.rules(trees.values().stream().distinct().toList());
        var seen = new HashMap<VersionTree, Optional<TargetView>>();
        var stale = new LinkedHashMap<VerdictId, Stale>();
        for (var verdict : judged) {
            Optional.ofNullable(trees.get(verdict.facts().version()))
                    .flatMap(tree -> seen.computeIfAbsent(
                            tree, any -> tree.inForce().map(target -> new TargetView(tree, target, rules))))
                    .flatMap(view -> view.stale(verdict.facts(), decisions.getOrDefault(verdict.id(), List.of())))
                    .ifPresent(found -> stale.put(verdict.id(), found));
        }
        return stale;
    }

    /** Whether a verdict is stale and not kept on purpose. */
    public boolean isStale(VerdictId verdict) {
        var found = of(List.of(verdict)).get(verdict);
        return found != null && found.kept() == null;
    }

    /** Which of these verdicts would be stale if a version were in force. */
    public Map<VerdictId, Stale> under(PolicyVersionId target, Collection<VerdictId> verdicts) {
        var view = views.of(target);
        var decisions = grandfathered.of(verdicts);
        var stale = new LinkedHashMap<VerdictId, Stale>();
        for (var verdict : rows.judged(verdicts)) {
            view.stale(verdict.facts(), decisions.getOrDefault(verdict.id(), List.of()))
                    .ifPresent(found -> stale.put(verdict.id(), found));
        }
        return stale;
    }
}
