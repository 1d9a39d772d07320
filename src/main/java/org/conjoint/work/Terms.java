package org.conjoint.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.conjoint.policy.Policies;
import org.conjoint.policy.PolicyVersion;
import org.conjoint.shared.UserId;
import org.conjoint.work.TakeRows.Taking;
import org.springframework.stereotype.Component;

/** What is bound to items that are taken at this moment: the policy version in force or tried out, its locale, and the end. */
@Component
class Terms {

    private final Policies policies;
    private final Clock clock;

    Terms(Policies policies, Clock clock) {
        this.policies = policies;
        this.clock = clock;
    }

    /** Empty when no version of the queue's policy is in force. */
    Optional<Taking> find(QueueId queue, QueueData data, UserId rater) {
        var now = now();
        return version(data, now)
                .map(version ->
                        new Taking(queue, rater, version.id(), version.locale(), now, end(now, data), data.panel()));
    }

    private Optional<PolicyVersion> version(QueueData data, Instant now) {
        return data.trial() == null
                ? policies.inForce(data.policySlug(), data.jurisdiction(), now, data.locale())
                : policies.version(data.trial().version(), data.locale());
    }

    /** @throws IllegalStateException when no version of the queue's policy is in force */
    Taking of(QueueId queue, QueueData data, UserId rater) {
        return find(queue, data, rater)
                .orElseThrow(() -> new IllegalStateException(
                        "No version of the policy “%s” is in force in the jurisdiction “%s”; nothing can be taken from the queue “%s” until one is"
                                .formatted(data.policySlug(), data.jurisdiction(), data.name())));
    }

    /** When a lease that begins now ends. */
    Instant end(QueueData queue) {
        return end(now(), queue);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Instant end(Instant now, QueueData queue) {
        return now.plus(Duration.ofMinutes(queue.leaseMinutes()));
    }
}
