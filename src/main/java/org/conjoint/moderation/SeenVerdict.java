package org.conjoint.moderation;

import java.time.Instant;
import java.util.List;
import org.conjoint.policy.ClauseNote;
import org.conjoint.policy.PolicyReading;
import org.conjoint.policy.PolicyVersion;
import org.jspecify.annotations.Nullable;

/**
 * A verdict with the policy as its rater saw it, beside the policy of today.
 *
 * @param verdict at one of its revisions, standing or not
 * @param revisions all its revisions, the first first
 * @param seen the text, the teaching examples and the locale that the rater saw
 * @param notes what stood beside the clauses when the verdict was given
 * @param wordings what is known of each cited clause's wording, by id; all of them are the same unless something is wrong
 * @param now the version in force today in the same locale; {@code null} when none is
 */
public record SeenVerdict(
        Verdict verdict,
        List<Revision> revisions,
        PolicyReading seen,
        List<ClauseNote> notes,
        List<SeenWording> wordings,
        @Nullable PolicyVersion now) {

    public SeenVerdict {
        revisions = List.copyOf(revisions);
        notes = List.copyOf(notes);
        wordings = List.copyOf(wordings);
    }

    /** A revision by number. @param supersededAt {@code null} while it stands */
    public record Revision(int number, Instant at, @Nullable Instant supersededAt) {}

    /**
     * The wording of a clause that the verdict cites.
     *
     * @param cited SHA-256, in hex, of the text that the rater saw, as the verdict keeps it
     * @param kept SHA-256, in hex, of the text that is shown, computed anew from the kept files; {@code null} when the
     *     version has no such clause, or the text is not the one in its files
     */
    public record SeenWording(
            String clauseId, String cited, @Nullable String kept) {

        /** Whether the text that is shown is the one that the rater saw. */
        public boolean same() {
            return cited.equals(kept);
        }
    }

    /** Whether every wording that is cited is the one that is shown. */
    public boolean proven() {
        return wordings.stream().allMatch(SeenWording::same);
    }
}
