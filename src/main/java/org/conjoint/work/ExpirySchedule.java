package org.conjoint.work;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Looks for expired leases every few seconds, in the console but not in a command, and then for drafts to forget; taking
 * from an empty queue looks at once.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "conjoint.console", matchIfMissing = true)
@EnableScheduling
class ExpirySchedule {

    private final Expiry expiry;
    private final DraftPurge drafts;

    ExpirySchedule(Expiry expiry, DraftPurge drafts) {
        this.expiry = expiry;
        this.drafts = drafts;
    }

    @Scheduled(fixedDelayString = "${conjoint.work.sweep:PT15S}", initialDelayString = "${conjoint.work.sweep:PT15S}")
    void sweep() {
        int returned;
        do {
            returned = expiry.sweep();
        } while (returned == Expiry.BATCH);
        drafts.sweep();
    }
}
