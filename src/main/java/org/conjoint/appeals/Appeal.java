package org.conjoint.appeals;

import java.time.Instant;
import java.util.List;
import org.conjoint.content.PostAt;
import org.conjoint.moderation.VerdictId;
import org.conjoint.policy.ClauseVersionId;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * An objection to a verdict.
 *
 * @param reference by which another system knows it
 * @param revision of the verdict that stood when it was opened
 * @param slug of the policy
 * @param version of the policy that the rater saw
 * @param locale the BCP 47 tag of the text that the rater saw
 * @param statement the appellant's words
 * @param clauses that the verdict cites, the principal one first
 * @param decision {@code null} while it is open
 */
public record Appeal(
        AppealId id,
        @Nullable String reference,
        VerdictId verdict,
        int revision,
        PostAt post,
        String slug,
        PolicyVersionId version,
        String locale,
        String statement,
        UserId openedBy,
        Instant openedAt,
        List<AppealedClause> clauses,
        @Nullable Decision decision) {

    public Appeal {
        clauses = List.copyOf(clauses);
    }

    /** A clause that the verdict cites. @param clauseId the stable id, such as HAR-2.1 */
    public record AppealedClause(String clauseId, ClauseVersionId version, boolean principal) {}

    /**
     * How it was decided.
     *
     * @param nowVersion the version in force at the decision; {@code null} when none was
     * @param now under that version; {@code null} when none was in force
     */
    public record Decision(
            UserId by,
            Instant at,
            AppealOutcome outcome,
            AppealAnswer then,
            @Nullable PolicyVersionId nowVersion,
            @Nullable AppealAnswer now) {}

    public boolean isOpen() {
        return decision == null;
    }
}
