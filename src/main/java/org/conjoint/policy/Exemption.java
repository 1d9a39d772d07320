package org.conjoint.policy;

import java.util.List;

/**
 * Something that a policy allows although a clause comes to mind.
 *
 * @param exemptionId the stable id, such as HAR-A1
 * @param clauses the ids of the clauses from which it exempts
 * @param textHash SHA-256, in hex, of the canonical text in this locale
 */
public record Exemption(String exemptionId, String title, String textMarkdown, String textHash, List<String> clauses) {}
