package org.conjoint.guidance;

import java.time.Instant;
import org.conjoint.content.PostAt;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * How a clause is to be read, decided on one post.
 *
 * @param reading the version and the wording that it was written on; its clause is never {@code null}
 * @param post the deciding post, at the revision looked at
 * @param note the note of a rater that it answers
 * @param settlement {@code null} while it is open
 */
public record Interpretation(
        InterpretationId id,
        Reading reading,
        PostAt post,
        @Nullable NoteId note,
        String text,
        UserId writtenBy,
        Instant writtenAt,
        InterpretationState state,
        @Nullable Settlement settlement) {

    /**
     * How it ended.
     *
     * @param into the version that says it now; {@code null} when it was rejected
     * @param reason why it was rejected, or a remark; may be {@code null} when it was folded
     */
    public record Settlement(
            UserId by,
            Instant at,
            @Nullable PolicyVersionId into,
            @Nullable String reason) {}

    /** The clause that it is about. */
    public String clauseId() {
        var clause = reading.clause();
        if (clause == null) {
            throw new IllegalStateException("Interpretation %d names no clause".formatted(id.value()));
        }
        return clause.clauseId();
    }
}
