package org.conjoint.policy.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.conjoint.policy.ChangeKind;
import org.conjoint.policy.ContentScope;
import org.conjoint.policy.ScopeDirection;
import org.conjoint.policy.files.VersionEntry.Change;

/** Reads changes.yaml, one entry per version, the oldest first. */
final class ChangesReader {
    private ChangesReader() {}

    static List<VersionEntry> read(Fields fields) {
        fields.text("policy");
        var versions = new ArrayList<VersionEntry>();
        for (var entry : fields.list("versions")) {
            var number = entry.choice("version", VersionNumber::of).orElse(new VersionNumber(0, 0, 0));
            var version = new VersionEntry(
                    number,
                    entry.text("reason"),
                    entry.instant("effective_from"),
                    entry.instant("penalty_from"),
                    entry.choice("content_scope", ContentScope::of).orElse(ContentScope.ALL_CONTENT),
                    entry.text("rereview"),
                    changes(entry.fields("clauses")),
                    entry.line());
            if (version.penaltyFrom().isBefore(version.effectiveFrom())) {
                entry.problem(
                        "penalty_from",
                        "penalties begin before the version does",
                        "let penalty_from be effective_from or later");
            }
            entry.close();
            versions.add(version);
        }
        fields.close();
        return versions;
    }

    private static List<Change> changes(Fields fields) {
        var changes = new ArrayList<Change>();
        for (var id : fields.names()) {
            var change = fields.fields(id);
            var kind = change.choice("kind", ChangeKind::of).orElse(ChangeKind.EDITORIAL);
            var becomes = change.optionalTexts("becomes");
            if (kind.needsCrosswalk() == becomes.isEmpty()) {
                change.problem(
                        "becomes",
                        "a clause has a crosswalk when, and only when, it is split, merged or renamed",
                        kind.needsCrosswalk() ? "add becomes: [the new ids]" : "remove becomes");
            }
            changes.add(new Change(
                    id, kind, change.optionalText("reason"), becomes, direction(change, kind), fields.line(id)));
            change.close();
        }
        return changes;
    }

    private static Optional<ScopeDirection> direction(Fields change, ChangeKind kind) {
        var given = change.optionalText("direction");
        if ((kind == ChangeKind.SCOPE) != given.isPresent()) {
            change.problem(
                    "direction",
                    "a clause has a direction when, and only when, its scope changes",
                    kind == ChangeKind.SCOPE ? "add direction: widen or narrow" : "remove direction");
            return Optional.empty();
        }
        return given.isPresent() ? change.choice("direction", ScopeDirection::of) : Optional.empty();
    }
}
