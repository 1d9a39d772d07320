package org.conjoint.policy;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A version of a policy as one locale words it.
 *
 * @param title the policy's name in the locale
 * @param number the version number, such as 1.0.0
 * @param state where the version is at the time of asking
 * @param locale the BCP 47 tag of the text served; the canonical one where the asked one is missing
 * @param textHash SHA-256, in hex, of the whole canonical text in this locale
 * @param contentHash SHA-256, in hex, of the version in all locales with its examples and changes
 */
public record PolicyVersion(
        PolicyVersionId id,
        String slug,
        String title,
        String number,
        String jurisdiction,
        PolicyState state,
        Instant effectiveFrom,
        Instant penaltyFrom,
        String locale,
        String textHash,
        String contentHash,
        List<PolicyLocale> locales,
        List<Clause> clauses,
        List<Exemption> exemptions) {

    public PolicyVersion {
        locales = List.copyOf(locales);
        clauses = List.copyOf(clauses);
        exemptions = List.copyOf(exemptions);
    }

    /** How grave the gravest of its clauses is. */
    public ClauseSeverity gravest() {
        return clauses.stream()
                .map(Clause::severity)
                .max(Comparator.naturalOrder())
                .orElse(ClauseSeverity.LOW);
    }

    /** The clause with this stable id, such as HAR-2.1. */
    public Optional<Clause> clause(String clauseId) {
        return clauses.stream()
                .filter(clause -> clause.clauseId().equals(clauseId))
                .findFirst();
    }
}
