package org.conjoint.audit;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Reads the whole trail again, in constant memory, and says where it is not what was recorded. */
@Service
public class AuditVerification {

    private final AuditChains chains;

    AuditVerification(AuditChains chains) {
        this.chains = chains;
    }

    /** Verifies all chains; the console may go on recording meanwhile. */
    @PreAuthorize("hasAnyRole('DATA_ENGINEER','ADMIN')")
    public AuditReport verify() {
        return new Verifier(chains).run();
    }
}
