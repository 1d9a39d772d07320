package org.conjoint.policy.files;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The last entry of changes.yaml as it stands, right or not. */
public final class LooseEntry {
    private LooseEntry() {}

    /** Empty where there is no such file, or no entries can be told apart in it. */
    public static Optional<VersionEntry> of(Map<String, String> files) {
        var source = files.get("changes.yaml");
        if (source == null) {
            return Optional.empty();
        }
        var problems = new Problems();
        return SourceFile.read("changes.yaml", source.getBytes(StandardCharsets.UTF_8), problems)
                .flatMap(file -> StrictYaml.read(file.name(), file.text(), 1, problems))
                .map(mapping -> ChangesReader.read(new Fields("changes.yaml", mapping, problems)))
                .filter(entries -> !entries.isEmpty())
                .map(List::getLast);
    }
}
