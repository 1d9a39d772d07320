package org.conjoint.policy;

/**
 * A clause as one locale words it.
 *
 * @param id the wording that a verdict cites
 * @param clauseId the stable id, such as HAR-2.1
 * @param title its heading without the id
 * @param test the one yes/no question
 * @param textMarkdown what violates it, without heading and question, in the whitelisted Markdown
 * @param textHash SHA-256, in hex, of the canonical text in this locale: heading, text and question
 * @param contextCannotDefuse whether a part that violates it settles the verdict, so that a rater may stop early
 */
public record Clause(
        ClauseVersionId id,
        String clauseId,
        String title,
        String test,
        String textMarkdown,
        String textHash,
        ClauseSeverity severity,
        boolean contextCannotDefuse) {}
