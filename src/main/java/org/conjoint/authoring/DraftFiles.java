package org.conjoint.authoring;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.conjoint.policy.files.FileProblem;
import org.conjoint.policy.files.FolderEdits;
import org.conjoint.policy.files.LooseText;
import org.conjoint.policy.files.PolicyFiles;

/** Reads and writes passages in the files of a draft. */
final class DraftFiles {
    private DraftFiles() {}

    /** What stands in a passage; empty where it cannot be found. */
    static Optional<Wording> read(Map<String, String> files, Passage passage) {
        return switch (passage) {
            case Passage.Whole(var file) -> Optional.ofNullable(files.get(file)).map(Wording::of);
            case Passage.Title(var file) -> LooseText.of(files, file).map(text -> Wording.of(text.title()));
            case Passage.Prose(var file, var section) ->
                LooseText.of(files, file)
                        .flatMap(text -> text.section(section))
                        .map(found -> Wording.of(found.markdown()));
            case Passage.Worded(var file, var id) ->
                LooseText.of(files, file)
                        .flatMap(text -> text.passage(id))
                        .map(found -> new Wording(found.title(), found.markdown(), found.test()));
        };
    }

    /** @throws org.conjoint.policy.files.CannotEdit when the place cannot be found */
    static Map<String, String> write(Map<String, String> files, Passage passage, Wording wording) {
        return switch (passage) {
            case Passage.Whole(var file) -> {
                var changed = new TreeMap<>(files);
                changed.put(file, wording.text());
                yield changed;
            }
            case Passage.Title(var _) -> FolderEdits.withTitle(files, locale(passage), wording.text());
            case Passage.Prose(var file, var section) ->
                FolderEdits.withSection(files, locale(passage), section, wording.text());
            case Passage.Worded(var file, var id) -> {
                var fresh = new FolderEdits.Wording(wording.title(), wording.text(), wording.test());
                yield passage.locale().isEmpty()
                        ? FolderEdits.withOverlayClause(files, file, id, fresh)
                        : FolderEdits.withClause(files, locale(passage), id, fresh);
            }
        };
    }

    /** All that keeps the files from being a version, by file and line. */
    static List<FileProblem> problems(String slug, Map<String, String> files) {
        return switch (PolicyFiles.read(slug, bytes(files))) {
            case PolicyFiles.Result.Read _ -> List.of();
            case PolicyFiles.Result.Refused(var problems) -> problems;
        };
    }

    static Map<String, byte[]> bytes(Map<String, String> files) {
        var bytes = new TreeMap<String, byte[]>();
        files.forEach((name, source) -> bytes.put(name, source.getBytes(StandardCharsets.UTF_8)));
        return bytes;
    }

    private static String locale(Passage passage) {
        return passage.locale()
                .orElseThrow(() -> new IllegalArgumentException(passage.file() + " is no text in a language"));
    }
}
