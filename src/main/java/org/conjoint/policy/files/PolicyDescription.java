package org.conjoint.policy.files;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.conjoint.meaning.Part;
import org.conjoint.policy.ClauseSeverity;

/**
 * What policy.yaml says.
 *
 * @param prefix what the ids of clauses, exemptions and examples begin with, such as HAR
 * @param modalities the parts of a post that the policy covers
 * @param alpha the least agreement on the joint grade (Krippendorff's α) at which a version may be scheduled
 * @param alphaSevere the same for severe clauses
 */
public record PolicyDescription(
        String slug,
        String prefix,
        String version,
        String owner,
        String canonicalLocale,
        List<String> locales,
        String jurisdiction,
        Set<Part> modalities,
        BigDecimal alpha,
        BigDecimal alphaSevere,
        Taxonomy taxonomy,
        List<ClauseEntry> clauses,
        List<ExemptionEntry> exemptions) {

    /** The same subject in taxonomies of others: DSA statement category, AILuminate hazards, Llama Guard categories. */
    public record Taxonomy(String dsa, List<String> ailuminate, List<String> llamaGuard) {}

    /**
     * A clause apart from its wording.
     *
     * @param dsa the DSA statement category when it differs from the policy's
     */
    public record ClauseEntry(String id, ClauseSeverity severity, boolean contextCanDefuse, Optional<String> dsa) {}

    /** An exemption apart from its wording, with the ids of the clauses from which it exempts. */
    public record ExemptionEntry(String id, List<String> clauses) {}

    /** The same for a part of its jurisdiction and some of its locales. */
    PolicyDescription in(String part, List<String> languages) {
        return new PolicyDescription(
                slug,
                prefix,
                version,
                owner,
                canonicalLocale,
                languages,
                part,
                modalities,
                alpha,
                alphaSevere,
                taxonomy,
                clauses,
                exemptions);
    }

    List<String> clauseIds() {
        return clauses.stream().map(ClauseEntry::id).toList();
    }

    List<String> exemptionIds() {
        return exemptions.stream().map(ExemptionEntry::id).toList();
    }
}
