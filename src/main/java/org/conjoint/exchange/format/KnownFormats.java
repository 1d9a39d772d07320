package org.conjoint.exchange.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The formats that need no mapping: Hugging Face folders and Conjoint JSONL. */
public final class KnownFormats {
    private static final int DEEPEST = 3;

    private KnownFormats() {}

    /**
     * The metadata files of a folder, in the order of their paths, then the {@code verdicts*.jsonl} beside them.
     *
     * @throws IOException when there is no metadata file, saying so
     */
    public static ItemReader folder(Path root) throws IOException {
        var sources = new ArrayList<FileSequence.Source>();
        for (var file : files(root, DEEPEST, "metadata.jsonl", "metadata.csv")) {
            var name = name(root, file);
            var folder = name.substring(0, name.lastIndexOf('/') + 1);
            sources.add(new FileSequence.Source(
                    () -> name.endsWith(".csv")
                            ? new CsvRows(file, name, CsvRows.Dialect.CSV)
                            : new JsonLines(file, name),
                    row -> List.of(MetadataRows.read(row, folder))));
        }
        if (sources.isEmpty()) {
            throw new IOException("There is no metadata.jsonl or metadata.csv in " + root.getFileName());
        }
        for (var file : jsonLines(root)) {
            if (isVerdicts(file)) {
                sources.add(conjointFile(root, file));
            }
        }
        return new FileSequence(sources);
    }

    /**
     * The {@code .jsonl} files of a folder, those named {@code verdicts…} last.
     *
     * @throws IOException when there is none, saying so
     */
    public static ItemReader conjoint(Path root) throws IOException {
        var sources = new ArrayList<FileSequence.Source>();
        for (var verdicts : List.of(false, true)) {
            for (var file : jsonLines(root)) {
                if (isVerdicts(file) == verdicts) {
                    sources.add(conjointFile(root, file));
                }
            }
        }
        if (sources.isEmpty()) {
            throw new IOException(
                    "There is nothing to import: neither metadata.jsonl or metadata.csv beside the media, nor another .jsonl"
                            + " file, nor a mapping.yaml");
        }
        return new FileSequence(sources);
    }

    /** One file of Conjoint JSONL. */
    public static ItemReader conjoint(Path root, Path file) {
        return new FileSequence(List.of(conjointFile(root, file)));
    }

    /** Whether a folder holds metadata files. */
    public static boolean isFolder(Path root) throws IOException {
        return !files(root, DEEPEST, "metadata.jsonl", "metadata.csv").isEmpty();
    }

    private static FileSequence.Source conjointFile(Path root, Path file) {
        return new FileSequence.Source(
                () -> new JsonLines(file, name(root, file)), row -> List.of(ConjointRows.read(row)));
    }

    private static List<Path> jsonLines(Path root) throws IOException {
        try (Stream<Path> files = Files.list(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().endsWith(".jsonl"))
                    .filter(file -> !file.getFileName().toString().equals("metadata.jsonl"))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isVerdicts(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).startsWith("verdicts");
    }

    private static List<Path> files(Path root, int depth, String... names) throws IOException {
        var wanted = List.of(names);
        try (Stream<Path> files = Files.walk(root, depth)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> wanted.contains(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    static String name(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }
}
