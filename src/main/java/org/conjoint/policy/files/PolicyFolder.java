package org.conjoint.policy.files;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A policy's folder, read and checked.
 *
 * @param texts the canonical text first, then the translations by tag
 * @param documents the files by name
 * @param contentHash SHA-256 of the canonical list of file names with their hashes
 */
public record PolicyFolder(
        PolicyDescription description,
        List<PolicyText> texts,
        List<ExampleEntry> examples,
        List<VersionEntry> versions,
        SortedMap<String, PolicyDocument> documents,
        String contentHash) {

    /** The entry of changes.yaml for the version in the folder. */
    public VersionEntry current() {
        return versions.stream()
                .filter(entry -> entry.version().toString().equals(description.version()))
                .findFirst()
                .orElseThrow();
    }

    /** The entry of changes.yaml for the version before it; empty for a first version. */
    public Optional<VersionEntry> before() {
        var index = versions.indexOf(current());
        return index == 0 ? Optional.empty() : Optional.of(versions.get(index - 1));
    }

    /** The canonical text. */
    public PolicyText canonicalText() {
        return texts.getFirst();
    }

    /** The hash of the whole text in a locale. */
    public String textHash(String locale) {
        var document = documents.get(locale + ".md");
        if (document == null) {
            throw new IllegalArgumentException("There is no text in " + locale);
        }
        return document.hash();
    }
}
