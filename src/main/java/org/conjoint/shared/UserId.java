package org.conjoint.shared;

/** Identifies an account, whether a person, an imported rater or a service. */
public record UserId(long value) {
    public UserId {
        if (value <= 0) {
            throw new IllegalArgumentException("A user id is positive, not " + value);
        }
    }
}
