package org.conjoint.guidance;

import java.time.Instant;
import java.util.List;
import org.conjoint.content.PostAt;
import org.conjoint.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * What a rater asked or remarked, and what was answered.
 *
 * @param post the post at hand, at the revision seen
 * @param verdict the id of the verdict that it came with; {@code null} when it was sent by itself
 * @param answers the first first
 * @param unread how many of the answers, the last ones, its sender has not seen
 */
public record RaterNote(
        NoteId id,
        UserId sender,
        Instant sentAt,
        Reading reading,
        PostAt post,
        @Nullable Long verdict,
        String text,
        NoteState state,
        List<NoteAnswer> answers,
        int unread) {

    public RaterNote {
        answers = List.copyOf(answers);
    }

    /** What an author said to it. */
    public record NoteAnswer(UserId author, String text, Instant at) {}
}
