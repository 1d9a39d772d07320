package org.conjoint.moderation;

import java.util.Set;
import org.conjoint.content.PostId;
import org.conjoint.meaning.JointGrade;
import org.conjoint.shared.UserId;
import org.conjoint.work.QueueId;
import org.jspecify.annotations.Nullable;

/**
 * What stands of an answer in a queue that tries something out.
 *
 * @param clauses the ids of the clauses cited for the whole
 */
public record PanelAnswer(
        QueueId queue,
        PostId post,
        UserId rater,
        JointGrade joint,
        @Nullable String principal,
        Set<String> clauses) {}
