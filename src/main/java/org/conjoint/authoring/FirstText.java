package org.conjoint.authoring;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The files with which the first text of a policy begins: every section, and one clause. */
final class FirstText {

    private static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern PREFIX = Pattern.compile("[A-Z]{2,6}");

    /** Words that stand in addresses where the name of a policy would. */
    private static final Set<String> TAKEN = Set.of("drafts", "interpretations", "notes");

    private FirstText() {}

    /** @throws IllegalArgumentException when the slug, the prefix or the title is none */
    static Map<String, String> of(String slug, String prefix, String title, Instant now) {
        require(
                SLUG.matcher(slug).matches() && slug.length() <= 60 && !TAKEN.contains(slug),
                "The short name has small letters, digits and hyphens, such as self-harm");
        require(PREFIX.matcher(prefix).matches(), "The prefix has two to six capitals, such as HAR");
        require(!title.isBlank() && title.length() <= 200, "The name of a policy has 1 to 200 characters");
        var from = now.truncatedTo(ChronoUnit.DAYS).plus(14, ChronoUnit.DAYS);
        var files = new TreeMap<String, String>();
        files.put("policy.yaml", """
                format: 1
                policy: %1$s
                prefix: %2$s
                version: 1.0.0
                owner: Trust and safety
                canonical_locale: en
                locales: [en]
                jurisdiction: global
                modalities: [image, caption, audio]
                gate: {alpha: 0.67, alpha_severe: 0.8}
                taxonomy:
                  dsa: STATEMENT_CATEGORY_OTHER_VIOLATION_TC
                  ailuminate: []
                  llama_guard: []
                clauses:
                  %2$s-1.1: {severity: medium, context_can_defuse: true}
                exceptions: {}
                """.formatted(slug, prefix));
        files.put("changes.yaml", """
                policy: %s
                versions:
                  - version: 1.0.0
                    reason: First version.
                    effective_from: "%s"
                    penalty_from: "%s"
                    content_scope: all_content
                    rereview: none
                    clauses:
                      %s-1.1: {kind: initial}
                """.formatted(slug, from, from, prefix));
        files.put("examples.yaml", """
                policy: %s
                examples: []
                """.formatted(slug));
        files.put("en.md", """
                ---
                policy: %s
                version: 1.0.0
                locale: en
                kind: canonical
                ---

                # %s

                ## Purpose

                What this policy protects, and what it leaves in place.

                ## Terms

                - **Term**: what it means here.

                ## Violates

                ### %s-1.1 The first clause

                What violates it.

                > Does the post do what this clause is about?

                ## Allowed

                ## Reading the parts together

                How picture, words and sound are read as one.

                ## Examples
                """.formatted(slug, title.strip(), prefix));
        return files;
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
