package org.conjoint.audit;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Appends to the audit trail inside the caller's transaction, so that a deed and its record stand or fall together.
 * One or two statements on primary keys; events of different actors do not wait for each other.
 */
@Service
public class AuditTrail {

    private final AuditChains chains;
    private final Clock clock;

    AuditTrail(AuditChains chains, Clock clock) {
        this.chains = chains;
        this.clock = clock;
    }

    /**
     * Appends an event to the chain of its actor, and opens that chain when it is the actor's first.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException without a transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(AuditEvent event) {
        chains.append(event, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /**
     * Opens the chain of an actor ahead of its first event, so that the event need not wait for the register of chains.
     * An open chain stays as it is.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(String actor) {
        chains.open(actor, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
