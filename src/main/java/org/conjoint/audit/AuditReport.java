package org.conjoint.audit;

import java.util.List;

/**
 * The outcome of a verification.
 *
 * @param chains how many chains were read
 * @param entries how many entries were read
 * @param seal a hash over the ends of all chains: kept elsewhere, it proves later that nothing was rewritten up to now
 * @param findings what is wrong, in order of chain and position; empty means that the trail is whole
 * @param cutShort whether there was more wrong than is listed
 */
public record AuditReport(long chains, long entries, String seal, List<AuditFinding> findings, boolean cutShort) {

    public AuditReport {
        findings = List.copyOf(findings);
    }

    /** Whether nothing was found. */
    public boolean whole() {
        return findings.isEmpty();
    }
}
