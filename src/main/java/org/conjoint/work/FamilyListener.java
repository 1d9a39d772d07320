package org.conjoint.work;

import java.time.Clock;
import java.util.List;
import org.conjoint.content.TwinMade;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells the places that are there already of their family, in the transaction that makes the twin. */
@Component
class FamilyListener {

    private final KinRows kin;
    private final Clock clock;

    FamilyListener(KinRows kin, Clock clock) {
        this.kin = kin;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(TwinMade made) {
        kin.join(
                made.family().value(),
                List.of(made.family().value(), made.post().value()),
                clock.instant());
    }
}
