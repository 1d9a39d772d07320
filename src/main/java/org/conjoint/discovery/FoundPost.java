package org.conjoint.discovery;

import java.time.Instant;
import java.util.List;
import org.conjoint.content.PostId;
import org.conjoint.meaning.Composition;
import org.conjoint.meaning.JointGrade;
import org.conjoint.media.MediaId;
import org.conjoint.search.Passage;
import org.jspecify.annotations.Nullable;

/**
 * A post among the results, with the verdict that matches.
 *
 * @param picture its image or video, once that can be shown
 * @param video whether the picture is the still of a video
 * @param sound whether it has sound
 * @param heard the words of the transcript that match, or its beginning
 * @param verdict the newest that matches the filters; null when it has none
 */
public record FoundPost(
        PostId id,
        String externalId,
        @Nullable String language,
        @Nullable MediaId picture,
        boolean video,
        boolean sound,
        @Nullable Passage caption,
        @Nullable Passage altText,
        @Nullable Heard heard,
        @Nullable FoundVerdict verdict) {

    /**
     * A line of the transcript.
     *
     * @param millis when it is heard, in milliseconds; null without times
     */
    public record Heard(Passage words, @Nullable Long millis) {}

    /**
     * A verdict on the post.
     *
     * @param agreeing standing verdicts with the same grade and principal clause, this one included
     * @param verdicts standing verdicts
     */
    public record FoundVerdict(
            @Nullable JointGrade together,
            Composition composition,
            @Nullable String principal,
            List<String> clauses,
            @Nullable Passage reading,
            Instant rated,
            int agreeing,
            int verdicts) {}
}
