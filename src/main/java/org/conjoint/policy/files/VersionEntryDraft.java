package org.conjoint.policy.files;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.conjoint.policy.ChangeKind;
import org.conjoint.policy.ContentScope;
import org.conjoint.policy.ScopeDirection;

/**
 * What the entry of a version in changes.yaml is to say; its number is the folder's. Nothing is checked here: what
 * cannot stand is told by the reader of the files.
 *
 * @param effectiveFrom from when the version judges
 * @param penaltyFrom from when a violation has consequences
 * @param rereview what is judged again, in words
 * @param clauses what happens to clauses, in the order in which they are written
 */
public record VersionEntryDraft(
        String reason,
        Instant effectiveFrom,
        Instant penaltyFrom,
        ContentScope contentScope,
        String rereview,
        List<ClauseChange> clauses) {

    /**
     * What happens to a clause.
     *
     * @param becomes the clauses that take its place after a split, merge or renaming
     * @param direction for a change of scope
     */
    public record ClauseChange(
            String clause,
            ChangeKind kind,
            Optional<String> reason,
            List<String> becomes,
            Optional<ScopeDirection> direction) {

        public ClauseChange {
            becomes = List.copyOf(becomes);
        }
    }

    public VersionEntryDraft {
        clauses = List.copyOf(clauses);
    }

    /** The same as an entry that stands already. */
    public static VersionEntryDraft of(VersionEntry entry) {
        return new VersionEntryDraft(
                entry.reason(),
                entry.effectiveFrom(),
                entry.penaltyFrom(),
                entry.contentScope(),
                entry.rereview(),
                entry.clauses().stream()
                        .map(change -> new ClauseChange(
                                change.clause(), change.kind(), change.reason(), change.becomes(), change.direction()))
                        .toList());
    }
}
