package org.conjoint.authoring;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.conjoint.policy.files.FileProblem;
import org.conjoint.policy.files.VersionEntry;

/**
 * A draft with all that its author has to see of it.
 *
 * @param baseNumber the number of the version that it grew out of; empty for a first one
 * @param canonical the file of the canonical text, such as en.md
 * @param files sources by name
 * @param baseFiles those of the version that it grew out of
 * @param entry what it says of itself in changes.yaml; empty while that cannot be read
 * @param problems all that keeps it from being a version, by file and line
 * @param clauses how each stands against the base
 * @param sides what others wrote over passages meanwhile, to be settled
 */
public record DraftReading(
        Draft draft,
        String baseNumber,
        String canonical,
        SortedMap<String, String> files,
        SortedMap<String, String> baseFiles,
        Optional<VersionEntry> entry,
        List<FileProblem> problems,
        List<ClauseStanding> clauses,
        List<Side> sides) {

    /** What stands in a passage; empty where it cannot be found. */
    public Optional<Wording> read(Passage passage) {
        return DraftFiles.read(files, passage);
    }

    /** What stood in a passage in the version that the draft grew out of. */
    public Optional<Wording> readBase(Passage passage) {
        return DraftFiles.read(baseFiles, passage);
    }

    /** The files that are texts in a language, the canonical one first. */
    public List<String> texts() {
        return files.keySet().stream()
                .filter(name -> name.endsWith(".md") && !name.startsWith("overlay."))
                .sorted((a, b) -> Boolean.compare(b.equals(canonical), a.equals(canonical)))
                .toList();
    }
}
