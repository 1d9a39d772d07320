package org.conjoint.policy;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.TreeMap;
import org.conjoint.audit.AuditEvent;
import org.conjoint.audit.AuditTrail;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells of turns that have begun. Which version judges follows from the dates alone, in every process at the same
 * instant; what has to happen because of it happens once, in the transaction that marks the turn as told.
 */
@Component
class TurnClock {

    private static final int BATCH = 100;

    private final TurnRows turns;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TurnClock(TurnRows turns, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.turns = turns;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** @return how many turns were told */
    @Transactional
    int tell() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var told = 0;
        for (var due : turns.due(now, BATCH)) {
            if (turns.told(due, now)) {
                tell(turns.what(due));
                told++;
            }
        }
        return told;
    }

    private void tell(PolicyTurned turned) {
        var details = new TreeMap<String, String>();
        details.put("policy", turned.slug());
        details.put("jurisdiction", turned.jurisdiction());
        details.put("from", turned.startsAt().toString());
        var subject = turned.version() == null
                ? "policy:" + turned.slug()
                : "policy-version:" + turned.version().value();
        audit.record(new AuditEvent("system", "policy.turned", subject, details));
        events.publishEvent(turned);
    }
}
