package org.conjoint.work;

import org.conjoint.access.Role;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * What a queue is.
 *
 * @param name unique, 1 to 200 characters
 * @param policySlug the policy whose version in force at the instant of taking is bound to the lease, unless it is a trial
 * @param jurisdiction whose version of the policy, as {@code global}
 * @param locale the BCP 47 tag of the policy text that raters read
 * @param overlap answers wanted for each item, 1 to 31, each by another rater
 * @param role who may take from it
 * @param leaseMinutes how long an item stays in a rater's hand, from 1 minute to a day
 * @param priority higher comes first in the list of queues
 * @param trial what it tries out; null where its answers count for the subjects
 */
public record QueueData(
        String name,
        TaskKind kind,
        String policySlug,
        String jurisdiction,
        String locale,
        Protocol protocol,
        int overlap,
        Role role,
        int leaseMinutes,
        int priority,
        @Nullable Trial trial) {

    /** The most answers that one item can have. */
    public static final int MOST_OVERLAP = 31;

    /**
     * Judging that tries out a version, or a rater; it never counts for the subjects.
     *
     * @param version bound to every lease, whatever is in force
     * @param panel queues with the same number give a rater each subject in one of them only; null for none
     * @param reservedFor the only one who may take; null for everyone with the role
     */
    public record Trial(
            PolicyVersionId version,
            @Nullable Long panel,
            @Nullable UserId reservedFor) {}

    public QueueData {
        name = name.strip();
        require(!name.isEmpty() && name.length() <= 200, "The name of a queue has 1 to 200 characters");
        require(
                overlap >= 1 && overlap <= MOST_OVERLAP,
                "The overlap of a queue is 1 to %d answers, not %d".formatted(MOST_OVERLAP, overlap));
        require(
                leaseMinutes >= 1 && leaseMinutes <= 1440,
                "A lease lasts 1 to 1440 minutes, not %d".formatted(leaseMinutes));
        require(
                kind != TaskKind.CALIBRATION || trial != null,
                "A queue that calibrates is bound to a version; name the version");
    }

    /** A queue whose answers count. */
    public QueueData(
            String name,
            TaskKind kind,
            String policySlug,
            String jurisdiction,
            String locale,
            Protocol protocol,
            int overlap,
            Role role,
            int leaseMinutes,
            int priority) {
        this(name, kind, policySlug, jurisdiction, locale, protocol, overlap, role, leaseMinutes, priority, null);
    }

    /** The same queue, for trying something out. */
    public QueueData trying(@Nullable Trial what) {
        return new QueueData(
                name, kind, policySlug, jurisdiction, locale, protocol, overlap, role, leaseMinutes, priority, what);
    }

    /** Whether its answers try something out and do not count for the subjects. */
    public boolean isTrial() {
        return trial != null;
    }

    @Nullable Long panel() {
        return trial == null ? null : trial.panel();
    }

    /** A queue of verdicts for raters: staged, under the policy as it holds everywhere, for half an hour each. */
    public static QueueData verdicts(String name, String policySlug, String locale, int overlap) {
        return new QueueData(
                name, TaskKind.VERDICT, policySlug, "global", locale, Protocol.STAGED, overlap, Role.RATER, 30, 0);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
