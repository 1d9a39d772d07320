package org.conjoint.guidance;

import org.conjoint.policy.Clause;
import org.conjoint.policy.ClauseVersionId;

/**
 * A clause as somebody read it.
 *
 * @param clauseId the stable id, such as HAR-2.1
 * @param textHash SHA-256, in hex, of its text in the locale read
 */
public record Wording(String clauseId, ClauseVersionId version, String textHash) {

    static Wording of(Clause clause) {
        return new Wording(clause.clauseId(), clause.id(), clause.textHash());
    }
}
