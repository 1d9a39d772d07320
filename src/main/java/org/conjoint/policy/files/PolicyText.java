package org.conjoint.policy.files;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conjoint.policy.PolicySection;

/**
 * A policy as one locale words it; all texts are in the whitelisted Markdown.
 *
 * @param sourceHash for a translation, the body hash of the canonical text from which it was made
 * @param headings the headings of the sections in this locale
 * @param together “Reading the parts together”; absent only where a policy covers a single part
 * @param culture for a translation, what reads as humour, insult or symbol there
 * @param bodyHash SHA-256 of the canonical body, without the front matter
 * @param textHash SHA-256 of the canonical file; where an overlay applies, of both files
 */
public record PolicyText(
        String locale,
        Optional<String> sourceHash,
        String title,
        Map<PolicySection, String> headings,
        String purpose,
        String terms,
        List<Passage> clauses,
        List<Passage> exemptions,
        Optional<String> together,
        List<ExampleLine> examples,
        Optional<String> culture,
        String bodyHash,
        String textHash) {

    /**
     * A clause or an exemption.
     *
     * @param markdown its text without heading and question
     * @param test the yes/no question; empty for an exemption
     * @param hash SHA-256 of its canonical text: heading, text and question
     */
    public record Passage(String id, String title, String markdown, String test, String hash, int line) {}

    /** What an example shows, in one sentence of this locale. */
    public record ExampleLine(String id, String text, int line) {}

    /** The clause with this id. */
    public Optional<Passage> clause(String id) {
        return clauses.stream().filter(clause -> clause.id().equals(id)).findFirst();
    }
}
