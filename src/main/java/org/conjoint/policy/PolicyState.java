package org.conjoint.policy;

/**
 * Where a version is on its way. Scheduled, in force and superseded follow from the dates and from the instant at which
 * one asks; the others are decisions of people.
 */
public enum PolicyState {
    DRAFT("draft"),
    IN_REVIEW("in_review"),
    CALIBRATING("calibrating"),
    APPROVED("approved"),
    SCHEDULED("scheduled"),
    IN_FORCE("in_force"),
    SUPERSEDED("superseded"),
    ARCHIVED("archived"),
    REJECTED("rejected"),
    WITHDRAWN("withdrawn"),
    EMERGENCY("emergency");

    private final String code;

    PolicyState(String code) {
        this.code = code;
    }

    /** The name used in files and in the database. */
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException when no state has this code */
    public static PolicyState of(String code) {
        return Codes.find(values(), PolicyState::code, code, "policy state");
    }
}
