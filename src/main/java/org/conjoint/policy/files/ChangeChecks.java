package org.conjoint.policy.files;

import java.util.HashSet;
import java.util.List;
import org.conjoint.policy.ChangeKind;

/** Whether changes.yaml tells, for this version, what it does to its clauses, and whether its number says how much. */
final class ChangeChecks {
    private static final String FILE = "changes.yaml";

    private final PolicyDescription description;
    private final List<VersionEntry> versions;
    private final Problems problems;

    ChangeChecks(PolicyDescription description, List<VersionEntry> versions, Problems problems) {
        this.description = description;
        this.versions = versions;
        this.problems = problems;
    }

    void run() {
        if (versions.isEmpty() || !versions.getLast().version().toString().equals(description.version())) {
            problems.add(
                    FILE,
                    versions.isEmpty() ? 1 : versions.getLast().line(),
                    "the last entry is not version " + description.version(),
                    "add an entry for it at the end");
            return;
        }
        var known = new HashSet<String>();
        for (var i = 0; i < versions.size(); i++) {
            var entry = versions.get(i);
            if (i > 0) {
                bump(versions.get(i - 1), entry);
            }
            for (var change : entry.clauses()) {
                if ((change.kind() == ChangeKind.INITIAL) == known.contains(change.clause())) {
                    problems.add(
                            FILE,
                            change.line(),
                            known.contains(change.clause())
                                    ? change.clause() + " is not new in this version"
                                    : change.clause() + " has no earlier version that could change",
                            "use initial for a new clause, and only for that; retired ids are never used again");
                }
                known.add(change.clause());
            }
            entry.clauses().forEach(change -> known.addAll(change.becomes()));
        }
        for (var clause : description.clauseIds()) {
            if (!known.contains(clause)) {
                problems.add(
                        FILE,
                        versions.getLast().line(),
                        clause + " was never introduced",
                        "add it with kind: initial, or name it in becomes");
            }
        }
        versions.getLast().clauses().stream()
                .filter(change -> change.kind() != ChangeKind.RETIRE
                        && change.becomes().isEmpty()
                        && !description.clauseIds().contains(change.clause()))
                .forEach(change -> problems.add(
                        FILE,
                        change.line(),
                        "there is no clause " + change.clause(),
                        "add it to policy.yaml or retire it"));
    }

    private void bump(VersionEntry before, VersionEntry entry) {
        var least = before.version().next(entry.bump());
        if (entry.version().compareTo(least) < 0) {
            problems.add(
                    FILE,
                    entry.line(),
                    "version %s says too little about its changes".formatted(entry.version()),
                    "call it %s or higher".formatted(least));
        }
        if (!entry.effectiveFrom().isAfter(before.effectiveFrom())) {
            problems.add(FILE, entry.line(), "it begins no later than the version before", "set effective_from later");
        }
    }
}
