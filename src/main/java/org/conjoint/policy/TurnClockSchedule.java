package org.conjoint.policy;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks every few seconds for turns that have begun, in the console but not in a command. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "conjoint.console", matchIfMissing = true)
@EnableScheduling
class TurnClockSchedule {

    private final TurnClock clock;

    TurnClockSchedule(TurnClock clock) {
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${conjoint.policy.clock:PT5S}", initialDelayString = "${conjoint.policy.clock:PT5S}")
    void tell() {
        clock.tell();
    }
}
