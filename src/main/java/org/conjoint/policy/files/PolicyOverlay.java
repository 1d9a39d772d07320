package org.conjoint.policy.files;

import java.util.List;
import java.util.Optional;
import org.conjoint.policy.files.PolicyText.Passage;

/**
 * The clauses that read otherwise in a jurisdiction, as one locale words them.
 *
 * @param file the name of its file, such as overlay.at.md
 * @param jurisdiction an ISO 3166 code, such as AT or DE-BY
 * @param legalGround why they read otherwise there: the law or the order, in one text of at most 400 characters
 * @param locale the policy's canonical one, unless it is a translation
 * @param sourceHash for a translation, the body hash of the overlay from which it was made
 * @param clauses those that take the place of the policy's own, in the policy's order
 * @param bodyHash SHA-256 of the canonical body, without the front matter
 * @param textHash SHA-256 of the canonical file
 */
public record PolicyOverlay(
        String file,
        String jurisdiction,
        String legalGround,
        String locale,
        Optional<String> sourceHash,
        String title,
        List<Passage> clauses,
        String bodyHash,
        String textHash) {

    /** The clause with this id. */
    public Optional<Passage> clause(String id) {
        return clauses.stream().filter(clause -> clause.id().equals(id)).findFirst();
    }

    /** The ids of the clauses that it replaces. */
    public List<String> clauseIds() {
        return clauses.stream().map(Passage::id).toList();
    }
}
