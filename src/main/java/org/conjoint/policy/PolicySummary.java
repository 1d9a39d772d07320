package org.conjoint.policy;

import java.time.Instant;
import java.util.List;

/**
 * One row of the list of policies: the version in force now or, before the first is, the one that comes next.
 *
 * @param title the policy's name in its canonical locale, or in the asked one where it exists
 */
public record PolicySummary(
        String slug,
        String title,
        String jurisdiction,
        PolicyVersionId version,
        String number,
        PolicyState state,
        Instant effectiveFrom,
        int clauses,
        List<PolicyLocale> locales) {

    public PolicySummary {
        locales = List.copyOf(locales);
    }
}
