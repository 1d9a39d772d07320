package org.conjoint.policy.files;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.conjoint.policy.ChangeKind;
import org.conjoint.policy.ChangeKind.Bump;
import org.conjoint.policy.ContentScope;
import org.conjoint.policy.ScopeDirection;

/**
 * One version in changes.yaml.
 *
 * @param effectiveFrom from when it judges
 * @param penaltyFrom from when a violation has consequences; not before effectiveFrom
 * @param rereview what is judged again, in the author's words
 */
public record VersionEntry(
        VersionNumber version,
        String reason,
        Instant effectiveFrom,
        Instant penaltyFrom,
        ContentScope contentScope,
        String rereview,
        List<Change> clauses,
        int line) {

    /** The place of the number that its changes make rise at least. */
    public Bump bump() {
        return clauses.stream()
                .map(change -> change.kind().bump())
                .max(Bump::compareTo)
                .orElse(Bump.PATCH);
    }

    /**
     * What the version did to a clause.
     *
     * @param becomes the clauses that take its place after a split, merge or renaming
     * @param direction whether a change of scope widens or narrows; present for that kind only
     */
    public record Change(
            String clause,
            ChangeKind kind,
            Optional<String> reason,
            List<String> becomes,
            Optional<ScopeDirection> direction,
            int line) {}
}
