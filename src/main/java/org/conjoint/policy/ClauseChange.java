package org.conjoint.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a version does to a clause.
 *
 * @param clauseId the stable id
 * @param direction for a change of scope; null for all others
 * @param becomes the clauses that take its place after a split, merge or renaming
 * @param confirmedBy the second person who agrees that this is the kind; null until there is one
 */
public record ClauseChange(
        String clauseId,
        ChangeKind kind,
        @Nullable ScopeDirection direction,
        @Nullable String reason,
        List<String> becomes,
        @Nullable String confirmedBy) {

    public ClauseChange {
        becomes = List.copyOf(becomes);
    }

    static ClauseChange of(
            String clause,
            String kind,
            @Nullable String direction,
            @Nullable String reason,
            @Nullable String becomes,
            @Nullable String confirmedBy) {
        return new ClauseChange(
                clause,
                ChangeKind.of(kind),
                direction == null ? null : ScopeDirection.of(direction),
                reason,
                becomes == null ? List.of() : List.of(becomes.split(" ")),
                confirmedBy);
    }
}
