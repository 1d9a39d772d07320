package org.conjoint.moderation.staleness;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.conjoint.content.PostId;
import org.conjoint.meaning.Composition;
import org.conjoint.meaning.JointGrade;
import org.conjoint.moderation.VerdictId;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.policy.ways.WayStep;
import org.jspecify.annotations.Nullable;

/**
 * What a version does to the verdicts of its policy in its jurisdiction, each verdict counted at the revision that stands.
 *
 * @param verdicts all of them, under whatever version
 * @param stale those that it makes stale and that are not kept; each once, however many changes reach it
 * @param kept those that it makes stale and that are kept on purpose
 * @param staleBefore of the stale ones, those that are so already under the version in force
 * @param before the number of that version; null when it is the same one, or none is in force
 * @param clauses what each change reaches
 * @param compositions the stale by composition, the most first
 * @param locales the stale by the locale in which the policy was read
 * @param sample some of the stale, those near the line first
 */
public record BlastRadius(
        PolicyVersionId target,
        String slug,
        String number,
        Instant countedAt,
        long verdicts,
        long stale,
        long kept,
        long staleBefore,
        @Nullable String before,
        List<ClauseEffect> clauses,
        List<ByComposition> compositions,
        Map<String, Long> locales,
        List<Sampled> sample) {

    public BlastRadius {
        clauses = List.copyOf(clauses);
        compositions = List.copyOf(compositions);
        sample = List.copyOf(sample);
    }

    /**
     * What a change of a clause reaches, among the verdicts that were given before it. Those that violate and those that
     * do not are each stale, kept on purpose, or untouched.
     */
    public record ClauseEffect(ChangedClause change, Reached notViolating, Reached violating) {

        /** All that the change makes stale. */
        public long stale() {
            return notViolating.stale() + violating.stale();
        }

        /** All that it makes stale and that is kept on purpose. */
        public long kept() {
            return notViolating.kept() + violating.kept();
        }
    }

    /** How many verdicts a change makes stale, how many of those are kept on purpose, and how many it leaves alone. */
    public record Reached(long stale, long kept, long untouched) {}

    /** The stale verdicts of a composition: all, and by change; one that several changes reach counts for each. */
    public record ByComposition(Composition composition, Map<ChangedClause, Long> changes, long all) {}

    /** A verdict of the sample. */
    public record Sampled(
            VerdictId verdict, PostId post, JointGrade grade, Composition composition, List<WayStep> because) {}
}
