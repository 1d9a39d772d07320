package org.conjoint.policy.files;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.conjoint.policy.ChangeKind;
import org.conjoint.policy.files.ClauseDifference.Presence;
import org.conjoint.policy.files.VersionEntry.Change;

/**
 * Whether the last entry of changes.yaml says of a draft what it does to the version that it grew out of: nothing is
 * kept silent, nothing is claimed that did not happen, and the number rises as far as it has to.
 */
public final class ChangesAgree {
    private static final String FILE = "changes.yaml";
    private static final Set<ChangeKind> WORDS = EnumSet.of(
            ChangeKind.EDITORIAL, ChangeKind.CLARIFY, ChangeKind.TIGHTEN, ChangeKind.LOOSEN, ChangeKind.SCOPE);
    /** What may be changed without a word of the clause. */
    private static final Set<ChangeKind> WORDLESS = EnumSet.of(ChangeKind.PENALTY, ChangeKind.SCOPE);

    private static final Set<ChangeKind> ENDS =
            EnumSet.of(ChangeKind.RETIRE, ChangeKind.SPLIT, ChangeKind.MERGE, ChangeKind.RENAME);

    private final PolicyFolder base;
    private final PolicyFolder draft;
    private final VersionEntry entry;
    private final Problems problems = new Problems();

    private ChangesAgree(PolicyFolder base, PolicyFolder draft) {
        this.base = base;
        this.draft = draft;
        this.entry = draft.current();
    }

    /** What keeps a draft from being sent to review; empty when all is said. */
    public static List<FileProblem> problems(PolicyFolder base, PolicyFolder draft) {
        return new ChangesAgree(base, draft).run();
    }

    private List<FileProblem> run() {
        var found = ChangesFound.between(base, draft);
        identity();
        history();
        number();
        found.changed().forEach(this::told);
        entry.clauses()
                .forEach(change -> found.clause(change.clause())
                        .ifPresentOrElse(difference -> fits(change, difference), () -> unknown(change)));
        entry.clauses().forEach(this::crosswalk);
        retired();
        return problems.inOrder();
    }

    private void identity() {
        same("policy", base.description().slug(), draft.description().slug());
        same("prefix", base.description().prefix(), draft.description().prefix());
        same(
                "jurisdiction",
                base.description().jurisdiction(),
                draft.description().jurisdiction());
    }

    private void same(String field, String kept, String found) {
        if (!kept.equals(found)) {
            problems.add(
                    FolderEdits.DESCRIPTION,
                    1,
                    "%s is “%s”, and was “%s”".formatted(field, found, kept),
                    "write %s: %s".formatted(field, kept));
        }
    }

    /** The entries of earlier versions are history. */
    private void history() {
        var earlier = draft.versions().subList(0, draft.versions().indexOf(entry));
        for (var i = 0; i < base.versions().size(); i++) {
            var old = base.versions().get(i);
            if (i == earlier.size() || !sameEntry(old, earlier.get(i))) {
                history(
                        i == earlier.size() ? entry : earlier.get(i),
                        "the entry of version %s is not as it was".formatted(old.version()));
                return;
            }
        }
        if (earlier.size() > base.versions().size()) {
            var more = earlier.get(base.versions().size());
            history(more, "no version %s stands before %s".formatted(more.version(), entry.version()));
        }
    }

    private void history(VersionEntry at, String what) {
        problems.add(FILE, at.line(), what, "keep the entries of earlier versions as they were, and no others");
    }

    private static boolean sameEntry(VersionEntry a, VersionEntry b) {
        return a.version().equals(b.version()) && VersionEntryDraft.of(a).equals(VersionEntryDraft.of(b));
    }

    private void number() {
        var least = VersionNumber.of(base.description().version()).next(entry.bump());
        if (entry.version().compareTo(least) < 0) {
            problems.add(
                    FILE,
                    entry.line(),
                    "version %s says too little about its changes".formatted(entry.version()),
                    "call it %s or higher".formatted(least));
        }
    }

    /** Every clause that is another one now has an entry, or comes out of one that has. */
    private void told(ClauseDifference difference) {
        var id = difference.clauseId();
        var named = entry.clauses().stream()
                .anyMatch(change -> change.clause().equals(id)
                        || difference.presence() == Presence.NEW
                                && change.becomes().contains(id));
        if (!named) {
            problems.add(
                    FILE,
                    entry.line(),
                    switch (difference.presence()) {
                        case NEW -> id + " is new, and nothing is said of it";
                        case GONE -> id + " is gone, and nothing is said of it";
                        case KEPT -> "%s has changed (%s), and nothing is said of it".formatted(id, what(difference));
                    },
                    switch (difference.presence()) {
                        case NEW ->
                            "add it with kind: initial, or name it in becomes of the clause from which it comes";
                        case GONE -> "add it with kind: retire, split, merge or rename";
                        case KEPT -> "add it with the kind of change";
                    });
        }
    }

    private void fits(Change change, ClauseDifference difference) {
        var fitting = fitting(change, difference);
        if (fitting.contains(change.kind())) {
            return;
        }
        var id = change.clause();
        if (difference.presence() == Presence.KEPT && !difference.changed() && !difference.around()) {
            problems.add(
                    FILE,
                    change.line(),
                    "%s has not changed, and %s says that it has"
                            .formatted(id, change.kind().code()),
                    "remove the entry, or change the clause");
            return;
        }
        problems.add(
                FILE,
                change.line(),
                switch (difference.presence()) {
                    case NEW ->
                        "%s is new, which is not %s".formatted(id, change.kind().code());
                    case GONE ->
                        "%s is gone, which is not %s"
                                .formatted(id, change.kind().code());
                    case KEPT ->
                        "%s has changed (%s), which is not %s"
                                .formatted(id, what(difference), change.kind().code());
                },
                "choose one of " + fitting.stream().map(ChangeKind::code).collect(Collectors.joining(", ")));
    }

    private static Set<ChangeKind> fitting(Change change, ClauseDifference difference) {
        return switch (difference.presence()) {
            case NEW -> EnumSet.of(ChangeKind.INITIAL);
            case GONE -> ENDS;
            case KEPT -> {
                var kinds = EnumSet.copyOf(kept(difference));
                if (difference.text() && change.becomes().contains(change.clause())) {
                    kinds.add(ChangeKind.SPLIT);
                    kinds.add(ChangeKind.MERGE);
                }
                yield kinds;
            }
        };
    }

    /** A severity is no matter of words, and what settles a verdict is one of meaning. */
    private static Set<ChangeKind> kept(ClauseDifference difference) {
        var worded = difference.text() || !difference.jurisdictions().isEmpty();
        if (difference.defusal()) {
            return EnumSet.of(ChangeKind.TIGHTEN, ChangeKind.LOOSEN, ChangeKind.SCOPE);
        }
        if (worded && difference.severity()) {
            return EnumSet.of(ChangeKind.CLARIFY, ChangeKind.TIGHTEN, ChangeKind.LOOSEN, ChangeKind.SCOPE);
        }
        if (worded) {
            return WORDS;
        }
        if (difference.severity()) {
            return EnumSet.of(ChangeKind.PENALTY, ChangeKind.TIGHTEN, ChangeKind.LOOSEN, ChangeKind.SCOPE);
        }
        var kinds = EnumSet.copyOf(WORDLESS);
        if (difference.around()) {
            kinds.addAll(WORDS);
        }
        if (difference.worded()) {
            kinds.addAll(EnumSet.of(ChangeKind.EDITORIAL, ChangeKind.CLARIFY));
        }
        return kinds;
    }

    private static String what(ClauseDifference difference) {
        var parts = new ArrayList<String>();
        if (difference.text()) {
            parts.add("its text");
        }
        if (difference.severity()) {
            parts.add("its severity");
        }
        if (difference.defusal()) {
            parts.add("whether context can defuse it");
        }
        if (!difference.jurisdictions().isEmpty()) {
            parts.add("its text in " + String.join(", ", difference.jurisdictions()));
        }
        if (parts.isEmpty()) {
            parts.add("what is read with it");
        }
        return String.join(", ", parts);
    }

    private void unknown(Change change) {
        problems.add(
                FILE,
                change.line(),
                "neither this version nor the one before has a clause " + change.clause(),
                "remove the entry or correct its id");
    }

    private void crosswalk(Change change) {
        for (var id : change.becomes()) {
            if (!draft.description().clauseIds().contains(id)) {
                problems.add(
                        FILE,
                        change.line(),
                        "%s becomes %s, which does not exist".formatted(change.clause(), id),
                        "add the clause or correct the id");
            }
        }
        var count = new HashSet<>(change.becomes()).size();
        wanted(change.kind(), count)
                .ifPresent(wanted -> problems.add(
                        FILE,
                        change.line(),
                        "%s names %d in becomes, which is not %s"
                                .formatted(change.clause(), count, change.kind().code()),
                        wanted));
    }

    private static Optional<String> wanted(ChangeKind kind, int count) {
        if (kind == ChangeKind.SPLIT && count < 2) {
            return Optional.of("name two clauses or more");
        }
        var single = kind == ChangeKind.MERGE || kind == ChangeKind.RENAME;
        return single && count != 1 ? Optional.of("name exactly one clause") : Optional.empty();
    }

    private void retired() {
        var gone = new HashSet<String>();
        for (var version : base.versions()) {
            for (var change : version.clauses()) {
                gone.add(change.clause());
                gone.addAll(change.becomes());
            }
        }
        base.description().clauseIds().forEach(gone::remove);
        for (var clause : draft.canonicalText().clauses()) {
            if (gone.contains(clause.id())) {
                problems.add(
                        draft.description().canonicalLocale() + ".md",
                        clause.line(),
                        clause.id() + " was retired in an earlier version",
                        "give the clause an id that was never used");
            }
        }
    }
}
