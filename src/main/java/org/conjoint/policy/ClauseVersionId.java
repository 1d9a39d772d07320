package org.conjoint.policy;

/** Identifies one wording of a clause; versions of a policy that leave the clause alone share it. */
public record ClauseVersionId(long value) {
    public ClauseVersionId {
        if (value <= 0) {
            throw new IllegalArgumentException("A clause version id is positive, not " + value);
        }
    }
}
