package org.conjoint.moderation.staleness;

import java.util.Collection;
import java.util.List;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.policy.ways.PolicyChanges;
import org.conjoint.policy.ways.VersionTree;
import org.springframework.stereotype.Component;

/** Looks at verdicts from a version: what lies between, and what was decided to be kept. */
@Component
class TargetViews {

    private final PolicyChanges changes;
    private final GrandfatheredRows rows;

    TargetViews(PolicyChanges changes, GrandfatheredRows rows) {
        this.changes = changes;
        this.rows = rows;
    }

    TargetView of(PolicyVersionId target) {
        var tree = changes.tree(target);
        return new TargetView(tree, target, rules(List.of(tree)));
    }

    /** The same verdicts from another version of the policy. */
    TargetView of(VersionTree tree, PolicyVersionId target) {
        return new TargetView(tree, target, rules(List.of(tree)));
    }

    /** The decisions on clauses that any version of these was the target of. */
    List<Grandfathered> rules(Collection<VersionTree> trees) {
        return rows.rules(
                trees.stream().flatMap(tree -> tree.ids().stream()).distinct().toList());
    }
}
