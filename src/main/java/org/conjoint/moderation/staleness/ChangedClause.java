package org.conjoint.moderation.staleness;

import java.util.Comparator;
import org.conjoint.policy.ChangeKind;
import org.conjoint.policy.ScopeDirection;
import org.conjoint.policy.ways.WayStep;
import org.jspecify.annotations.Nullable;

/**
 * A clause and what happens to it between verdicts and a version.
 *
 * @param direction for a change of scope
 */
public record ChangedClause(
        String clauseId, ChangeKind kind, @Nullable ScopeDirection direction) {

    static final Comparator<ChangedClause> ORDER = Comparator.comparing(ChangedClause::clauseId)
            .thenComparing(ChangedClause::kind)
            .thenComparing(ChangedClause::direction, Comparator.nullsFirst(Comparator.naturalOrder()));

    static ChangedClause of(WayStep step) {
        return new ChangedClause(step.clauseId(), step.kind(), step.direction());
    }
}
