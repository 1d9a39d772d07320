package org.conjoint.policy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version as one reads it from top to bottom; texts are in the whitelisted Markdown.
 *
 * @param headings the headings of the sections in the locale read
 * @param together “Reading the parts together”; null where the policy covers a single part
 * @param culture for a translation, what reads as humour, insult or symbol there
 * @param examples the teaching examples; those that test raters are never among them
 */
public record PolicyReading(
        PolicyVersion version,
        Map<PolicySection, String> headings,
        String purpose,
        String terms,
        @Nullable String together,
        @Nullable String culture,
        List<PolicyExample> examples) {

    public PolicyReading {
        examples = List.copyOf(examples);
    }

    /** The examples of a clause. */
    public List<PolicyExample> examples(String clauseId) {
        return examples.stream()
                .filter(example -> example.clauseId().equals(clauseId))
                .toList();
    }
}
