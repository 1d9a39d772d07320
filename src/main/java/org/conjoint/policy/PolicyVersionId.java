package org.conjoint.policy;

/** Identifies one version of a policy; what a lease holds and a verdict cites. */
public record PolicyVersionId(long value) {
    public PolicyVersionId {
        if (value <= 0) {
            throw new IllegalArgumentException("A policy version id is positive, not " + value);
        }
    }
}
