package org.conjoint.appeals;

import org.conjoint.meaning.JointGrade;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one of the two questions.
 *
 * @param right whether the verdict is right under this text
 * @param grade the grade that the post gets instead; {@code null} when it is right
 * @param clauseId the clause that explains this grade; {@code null} when it is right, or the grade needs none
 * @param reason why; {@code null} only for a second answer that agrees with the first
 */
public record AppealAnswer(
        boolean right,
        @Nullable JointGrade grade,
        @Nullable String clauseId,
        @Nullable String reason) {

    /** The verdict is right. */
    public static AppealAnswer yes(@Nullable String reason) {
        return new AppealAnswer(true, null, null, reason);
    }

    /** The verdict is not right. */
    public static AppealAnswer no(JointGrade instead, @Nullable String clauseId, @Nullable String reason) {
        return new AppealAnswer(false, instead, clauseId, reason);
    }
}
