package org.conjoint.moderation;

import java.util.List;
import org.conjoint.policy.PolicyVersion;
import org.conjoint.work.TakeRefusal;
import org.jspecify.annotations.Nullable;

/**
 * A kept verdict beside what stands now; nothing of what others answered.
 *
 * @param seen the policy version that it was made under
 * @param now the version bound to the rater's lease, or else the one in force; {@code null} when none is
 * @param changes the clauses cited that read otherwise now, by id; empty when no version is in force
 * @param answeredByOthers whether anyone else has answered the post in this queue
 * @param refusal why it cannot be submitted again; {@code null} when it can
 */
public record KeptSides(
        KeptVerdict kept,
        PolicyVersion seen,
        @Nullable PolicyVersion now,
        List<ClauseChange> changes,
        boolean answeredByOthers,
        @Nullable TakeRefusal refusal) {

    public KeptSides {
        changes = List.copyOf(changes);
    }
}
