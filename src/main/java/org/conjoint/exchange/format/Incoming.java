package org.conjoint.exchange.format;

import java.time.Instant;
import org.conjoint.meaning.JointGrade;
import org.conjoint.meaning.Part;
import org.conjoint.moderation.VerdictForm;
import org.jspecify.annotations.Nullable;

/** One thing that an import brings. */
public sealed interface Incoming {

    Place place();

    /** The external id, or the best name there is. */
    String subject();

    /**
     * A post with its media still in files.
     *
     * @param image path of a file relative to the folder, as are {@code audio}, {@code video} and {@code transcriptFile}
     * @param sensors path of a CSV file with a time series
     * @param file a medium of whatever kind its bytes show
     * @param transcript plain text, WebVTT or SRT
     * @param twin null for a post that is no twin
     */
    record NewPost(
            Place place,
            String id,
            @Nullable String caption,
            @Nullable String altText,
            @Nullable String language,
            @Nullable String author,
            @Nullable Instant createdAt,
            @Nullable String source,
            @Nullable String image,
            @Nullable String audio,
            @Nullable String video,
            @Nullable String sensors,
            @Nullable String file,
            @Nullable String transcript,
            @Nullable String transcriptFile,
            @Nullable TwinOf twin)
            implements Incoming {
        @Override
        public String subject() {
            return id;
        }
    }

    /**
     * What a row says of the post as a twin.
     *
     * @param of the external id of its original, which is known or came before, in the same source
     * @param changedPart the only part in which it differs
     * @param expectedJoint the grade of the whole that is expected
     */
    record TwinOf(String of, Part changedPart, JointGrade expectedJoint) {}

    /**
     * A verdict on a post that is known or came before.
     *
     * @param id names it within its source
     * @param source where the verdict comes from; the rater's name is unique within it
     * @param post the external id of the post
     * @param postSource the post's source; null for whatever source knows the post
     * @param version the number of the policy's version; null for the one in force when it was submitted
     * @param form parts without a grade are completed: {@code absent} when the post lacks them, else {@code not_viewed}
     * @param answer what the rater answered, as it was written
     */
    record NewVerdict(
            Place place,
            String id,
            String source,
            String post,
            @Nullable String postSource,
            String rater,
            String policy,
            @Nullable String version,
            @Nullable String jurisdiction,
            String locale,
            VerdictForm form,
            @Nullable Instant submittedAt,
            @Nullable String answer)
            implements Incoming {
        @Override
        public String subject() {
            return id;
        }
    }

    /** A row from which nothing can be taken. */
    record Unreadable(Place place, String subject, String reason) implements Incoming {}
}
