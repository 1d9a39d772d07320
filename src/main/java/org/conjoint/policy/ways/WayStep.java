package org.conjoint.policy.ways;

import java.util.List;
import java.util.Set;
import org.conjoint.policy.ChangeKind;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.policy.ScopeDirection;
import org.jspecify.annotations.Nullable;

/**
 * A change of a clause that lies between two versions.
 *
 * @param clauseId the stable id that the clause has where it changes
 * @param kind what the change does on this way: where it is taken back, the contrary of what its version says
 * @param direction for a change of scope, on this way
 * @param becomes the clauses that take its place on this way; empty for the other kinds
 * @param version the version that says so
 * @param number that version's number
 * @param takenBack whether the way leads back behind that version, as after an emergency
 * @param firstVersion whether that version grew out of none, so that none of its clauses is new
 * @param citedAs the ids by which verdicts at the beginning of the way cite the clause
 */
public record WayStep(
        String clauseId,
        ChangeKind kind,
        @Nullable ScopeDirection direction,
        List<String> becomes,
        PolicyVersionId version,
        String number,
        boolean takenBack,
        boolean firstVersion,
        Set<String> citedAs) {

    public WayStep {
        becomes = List.copyOf(becomes);
        citedAs = Set.copyOf(citedAs);
    }

    /** Which verdicts from the beginning of the way it makes stale. */
    public Reach reach() {
        return switch (kind) {
            case TIGHTEN -> Reach.NOT_VIOLATING;
            case LOOSEN -> Reach.VIOLATING_UNDER_IT;
            case SCOPE -> direction == ScopeDirection.NARROW ? Reach.VIOLATING_UNDER_IT : Reach.NOT_VIOLATING;
            case INITIAL -> firstVersion ? Reach.NONE : Reach.NOT_VIOLATING;
            case SPLIT, MERGE, RENAME -> becomes.size() > 1 ? Reach.CITING_IT : Reach.NONE;
            case CLARIFY -> Reach.SAMPLE;
            case EDITORIAL, PENALTY, RETIRE -> Reach.NONE;
        };
    }

    /** Whether it is the same change, in the same direction, as another way passes. */
    public boolean same(WayStep other) {
        return version.equals(other.version) && clauseId.equals(other.clauseId) && takenBack == other.takenBack;
    }
}
