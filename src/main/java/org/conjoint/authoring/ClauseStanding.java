package org.conjoint.authoring;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conjoint.policy.PolicySection;
import org.conjoint.policy.files.LooseText;
import org.conjoint.policy.files.VersionEntry;

/**
 * How a clause of a draft stands against the version that it grew out of, by the words of the canonical text.
 *
 * @param change what the author says that the change is; empty while nothing is said
 */
public record ClauseStanding(String id, String title, How how, Optional<VersionEntry.Change> change) {

    /** What the words show. */
    public enum How {
        SAME,
        CHANGED,
        NEW,
        GONE
    }

    /** Whether the author has still to say what kind of change it is. */
    public boolean unsaid() {
        return how != How.SAME && change.isEmpty();
    }

    /**
     * The clauses of the draft in its order, then those that are gone.
     *
     * @param file the canonical text
     * @param base the files of the version that the draft grew out of; empty for a first version
     */
    static List<ClauseStanding> of(
            String file, Map<String, String> files, Map<String, String> base, Optional<VersionEntry> entry) {
        var now = clauses(files, file);
        var before = clauses(base, file);
        var standings = new ArrayList<ClauseStanding>();
        for (var clause : now) {
            var old = before.stream()
                    .filter(other -> other.id().equals(clause.id()))
                    .findFirst();
            var how = old.isEmpty() ? How.NEW : old.get().equals(clause) ? How.SAME : How.CHANGED;
            standings.add(new ClauseStanding(clause.id(), clause.title(), how, change(entry, clause.id())));
        }
        var ids = new LinkedHashSet<>(now.stream().map(LooseText.Passage::id).toList());
        for (var clause : before) {
            if (!ids.contains(clause.id())) {
                standings.add(new ClauseStanding(clause.id(), clause.title(), How.GONE, change(entry, clause.id())));
            }
        }
        return standings;
    }

    private static List<LooseText.Passage> clauses(Map<String, String> files, String file) {
        return LooseText.of(files, file)
                .flatMap(text -> text.section(PolicySection.VIOLATES))
                .map(LooseText.Section::passages)
                .orElse(List.of());
    }

    private static Optional<VersionEntry.Change> change(Optional<VersionEntry> entry, String id) {
        return entry.stream()
                .flatMap(version -> version.clauses().stream())
                .filter(change -> change.clause().equals(id))
                .findFirst();
    }
}
