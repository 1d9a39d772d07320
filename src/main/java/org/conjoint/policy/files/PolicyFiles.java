package org.conjoint.policy.files;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the folder of a policy, strictly: either all of it is right, or everything that is wrong is told. */
public final class PolicyFiles {
    static final int MOST_FILES = 64;
    private static final Pattern TEXT = Pattern.compile("([a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3})\\.md");

    /** What became of a folder. */
    public sealed interface Result {
        /** Everything is right. */
        record Read(PolicyFolder folder) implements Result {}

        /** Nothing is taken; all problems by file and line. */
        record Refused(List<FileProblem> problems) implements Result {}
    }

    private final String folder;
    private final Problems problems = new Problems();
    private final SortedMap<String, PolicyDocument> documents = new TreeMap<>();

    private PolicyFiles(String folder) {
        this.folder = folder;
    }

    /**
     * Reads a folder.
     *
     * @param folder its name, which has to be the slug of the policy
     * @param files the bytes of its files by name
     */
    public static Result read(String folder, Map<String, byte[]> files) {
        return new PolicyFiles(folder).read(files);
    }

    private Result read(Map<String, byte[]> files) {
        if (files.size() > MOST_FILES) {
            problems.add(folder, 1, "the folder has more than 64 files", "keep one policy in it");
            return new Result.Refused(problems.inOrder());
        }
        var sources = new TreeMap<String, SourceFile>();
        new TreeMap<>(files).forEach((name, bytes) -> {
            if (known(name)) {
                SourceFile.read(name, bytes, problems).ifPresent(source -> sources.put(name, source));
            }
        });
        var description = yaml("policy.yaml", sources).flatMap(fields -> DescriptionReader.read(fields, problems));
        var examples = yaml("examples.yaml", sources).map(ExamplesReader::read).orElse(List.of());
        var versions = yaml("changes.yaml", sources).map(ChangesReader::read).orElse(List.of());
        if (description.isEmpty()) {
            return new Result.Refused(problems.inOrder());
        }
        var texts = texts(sources, description.get());
        var overlays = overlays(sources, description.get());
        OverlayChecks.run(description.get(), overlays, problems);
        new FolderChecks(folder, description.get(), texts, examples, versions, problems).run();
        if (!problems.isEmpty()) {
            return new Result.Refused(problems.inOrder());
        }
        return new Result.Read(
                new PolicyFolder(description.get(), texts, overlays, examples, versions, documents, contentHash()));
    }

    private boolean known(String name) {
        if (List.of("policy.yaml", "examples.yaml", "changes.yaml").contains(name)
                || TEXT.matcher(name).matches()
                || OverlayName.of(name).isPresent()) {
            return true;
        }
        problems.add(
                name,
                1,
                "the file has no place in a policy",
                "remove it; a policy has policy.yaml, examples.yaml, changes.yaml and one <locale>.md per locale, "
                        + "and may have overlay.<code>.md for a jurisdiction");
        return false;
    }

    private Optional<Fields> yaml(String name, SortedMap<String, SourceFile> sources) {
        var source = sources.get(name);
        if (source == null) {
            if (!problems.in(name)) {
                problems.add(name, 1, "the file is missing", "add it as docs/formats/policy.md describes");
            }
            return Optional.empty();
        }
        return StrictYaml.read(name, source.text(), 1, problems).map(mapping -> {
            documents.put(name, PolicyDocument.of(source.source(), CanonicalJson.of(mapping) + "\n"));
            return new Fields(name, mapping, problems);
        });
    }

    private List<PolicyText> texts(SortedMap<String, SourceFile> sources, PolicyDescription description) {
        var texts = new ArrayList<PolicyText>();
        for (var source : sources.values()) {
            if (TEXT.matcher(source.name()).matches()) {
                new TextReader(source, description, problems).read().ifPresent(text -> {
                    documents.put(source.name(), text.document());
                    texts.add(text.text());
                });
            }
        }
        texts.sort((a, b) -> {
            var canonical = description.canonicalLocale();
            return Boolean.compare(b.locale().equals(canonical), a.locale().equals(canonical));
        });
        return List.copyOf(texts);
    }

    private List<PolicyOverlay> overlays(SortedMap<String, SourceFile> sources, PolicyDescription description) {
        var overlays = new ArrayList<PolicyOverlay>();
        for (var source : sources.values()) {
            OverlayName.of(source.name())
                    .flatMap(name -> new OverlayReader(source, name, description, problems).read())
                    .ifPresent(overlay -> {
                        documents.put(source.name(), overlay.document());
                        overlays.add(overlay.overlay());
                    });
        }
        overlays.sort(Comparator.comparing(PolicyOverlay::jurisdiction)
                .thenComparing(overlay -> !overlay.locale().equals(description.canonicalLocale()))
                .thenComparing(PolicyOverlay::locale));
        return List.copyOf(overlays);
    }

    private String contentHash() {
        return Canonical.hash(documents.entrySet().stream()
                .map(file -> CanonicalJson.string(file.getKey()) + ":"
                        + CanonicalJson.string(file.getValue().hash()))
                .collect(Collectors.joining(",", "{", "}")));
    }
}
