package org.conjoint.policy.files;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A policy's folder, read and checked.
 *
 * @param texts the canonical text first, then the translations by tag
 * @param overlays by jurisdiction, for each the canonical locale first
 * @param documents the files by name
 * @param contentHash SHA-256 of the canonical list of file names with their hashes
 */
public record PolicyFolder(
        PolicyDescription description,
        List<PolicyText> texts,
        List<PolicyOverlay> overlays,
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

    /** The text in a locale. */
    public Optional<PolicyText> text(String locale) {
        return texts.stream().filter(text -> text.locale().equals(locale)).findFirst();
    }

    /** The hash of the whole text in a locale. */
    public String textHash(String locale) {
        return text(locale)
                .orElseThrow(() -> new IllegalArgumentException("There is no text in " + locale))
                .textHash();
    }

    /** The jurisdictions in which clauses read otherwise, as ISO 3166 codes. */
    public SortedSet<String> jurisdictions() {
        return overlays.stream().map(PolicyOverlay::jurisdiction).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The overlay for a jurisdiction in a locale. */
    public Optional<PolicyOverlay> overlay(String jurisdiction, String locale) {
        return overlays.stream()
                .filter(overlay -> overlay.jurisdiction().equals(jurisdiction)
                        && overlay.locale().equals(locale))
                .findFirst();
    }

    /** Why clauses read otherwise in a jurisdiction, in the canonical locale. */
    public Optional<String> legalGround(String jurisdiction) {
        return overlay(jurisdiction, description.canonicalLocale()).map(PolicyOverlay::legalGround);
    }

    /**
     * The policy as it reads in a jurisdiction: the clauses of the overlay stand in the places of its own, in those
     * locales for which the overlay has a text. Files and content hash are those of the whole folder; the text hash of a
     * locale is one over both files.
     *
     * @param code the policy's own jurisdiction, or one of {@link #jurisdictions()}
     * @throws IllegalArgumentException when there is no overlay for it
     */
    public PolicyFolder inJurisdiction(String code) {
        if (code.equals(description.jurisdiction())) {
            return this;
        }
        if (!jurisdictions().contains(code)) {
            throw new IllegalArgumentException("There is no overlay for " + code);
        }
        return new Overlaid(this, code).folder();
    }
}
