package org.conjoint.authoring;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.conjoint.policy.ChangeKind.Bump;
import org.conjoint.policy.ContentScope;
import org.conjoint.policy.Policies;
import org.conjoint.policy.PolicyVersion;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.policy.files.FolderEdits;
import org.conjoint.policy.files.LooseDescription;
import org.conjoint.policy.files.LooseEntry;
import org.conjoint.policy.files.VersionEntryDraft;
import org.conjoint.policy.files.VersionNumber;
import org.springframework.stereotype.Component;

/** The number of a draft, which follows from the greatest of its changes, and its entry in changes.yaml. */
@Component
class DraftNumbers {

    /** How far ahead a draft begins unless its author says otherwise. */
    private static final int DAYS_AHEAD = 14;

    private final Policies policies;

    DraftNumbers(Policies policies) {
        this.policies = policies;
    }

    /** @throws IllegalArgumentException when there is no such version */
    PolicyVersion base(PolicyVersionId id) {
        return policies.version(id, "en")
                .orElseThrow(() -> new IllegalArgumentException("There is no policy version " + id.value()));
    }

    /** The files of a version as those of the next, which says nothing of its changes yet. */
    Map<String, String> next(PolicyVersion base, Map<String, String> files, Instant now) {
        var numbered = FolderEdits.withVersion(files, free(base, Bump.PATCH));
        var from = now.truncatedTo(ChronoUnit.DAYS).plus(DAYS_AHEAD, ChronoUnit.DAYS);
        return FolderEdits.withEntry(
                numbered,
                new VersionEntryDraft("", from, from, ContentScope.CREATED_SINCE_EFFECTIVE, "none", List.of()));
    }

    /** The files with another entry, and the number that is fit for it. */
    Map<String, String> say(
            Map<String, String> files, UnaryOperator<VersionEntryDraft> change, Optional<String> baseNumber) {
        var entry = LooseEntry.of(files)
                .map(VersionEntryDraft::of)
                .orElseThrow(() -> new IllegalArgumentException("changes.yaml cannot be read; correct its source"));
        var said = change.apply(entry);
        var written = FolderEdits.withEntry(files, said);
        if (baseNumber.isEmpty()) {
            return written;
        }
        var bump = said.clauses().stream()
                .map(clause -> clause.kind().bump())
                .max(Bump::compareTo)
                .orElse(Bump.PATCH);
        var description = LooseDescription.of(files);
        var base = policies.version(description.slug(), description.jurisdiction(), baseNumber.get(), "en")
                .orElseThrow();
        var number = free(base, bump);
        if (number.toString().equals(description.version())) {
            return written;
        }
        return FolderEdits.withNumber(written, number);
    }

    VersionEntryDraft with(VersionEntryDraft entry, List<VersionEntryDraft.ClauseChange> changes) {
        return new VersionEntryDraft(
                entry.reason(),
                entry.effectiveFrom(),
                entry.penaltyFrom(),
                entry.contentScope(),
                entry.rereview(),
                changes);
    }

    /** The number in policy.yaml; empty when it cannot be read. */
    String number(Map<String, String> files) {
        return LooseDescription.of(files).version();
    }

    /** The file of the canonical text. */
    String canonical(Map<String, String> files) {
        return LooseDescription.of(files).canonicalLocale() + ".md";
    }

    private VersionNumber free(PolicyVersion base, Bump bump) {
        var number = VersionNumber.of(base.number()).next(bump);
        while (policies.version(base.slug(), base.jurisdiction(), number.toString(), "en")
                .isPresent()) {
            number = number.next(Bump.PATCH);
        }
        return number;
    }
}
