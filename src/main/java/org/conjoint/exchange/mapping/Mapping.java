package org.conjoint.exchange.mapping;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.conjoint.exchange.format.CsvRows;
import org.conjoint.exchange.format.FileSequence;
import org.conjoint.exchange.format.Incoming;
import org.conjoint.exchange.format.ItemReader;
import org.conjoint.exchange.format.JsonItems;
import org.conjoint.exchange.format.JsonLines;
import org.conjoint.exchange.format.Row;
import org.conjoint.exchange.format.RowReader;
import org.conjoint.exchange.format.RowRefused;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/**
 * A mapping file: which rows there are, and how posts and verdicts are made of each. The schema is closed; every error
 * names file and line.
 */
public final class Mapping {
    private static final int DEEPEST = 6;

    private final String title;
    private final String files;
    private final Rows rows;
    private final @Nullable PostMapping posts;
    private final @Nullable VerdictMapping verdicts;

    private record Rows(String format, JsonPointer items, CsvRows.Dialect dialect) {}

    private Mapping(
            String title, String files, Rows rows, @Nullable PostMapping posts, @Nullable VerdictMapping verdicts) {
        this.title = title;
        this.files = files;
        this.rows = rows;
        this.posts = posts;
        this.verdicts = verdicts;
    }

    /**
     * Reads a mapping.
     *
     * @param file its name, for messages
     * @throws MappingProblem when it cannot be used, with the line
     */
    public static Mapping parse(String file, String text) {
        var keys = Yaml.parse(file, text).keys("mapping", "title", "rows", "posts", "verdicts");
        keys.required("mapping").oneOf("1");
        var rows = keys.required("rows").keys("files", "format", "items", "delimiter", "quote", "header");
        var pattern = rows.required("files");
        if (pattern.text().startsWith("/") || pattern.text().contains("..")) {
            throw pattern.problem("The files are named relative to the folder of the import and lie inside it");
        }
        var posts = keys.optional("posts");
        var verdicts = keys.optional("verdicts");
        if (posts == null && verdicts == null) {
            throw keys.map().problem("A mapping makes posts, verdicts or both");
        }
        var title = keys.text("title");
        return new Mapping(
                title == null ? file : title,
                pattern.text(),
                rows(rows),
                posts == null ? null : PostMapping.parse(posts),
                verdicts == null ? null : VerdictMapping.parse(verdicts));
    }

    public String title() {
        return title;
    }

    /**
     * Opens what the mapping makes of the files in a folder, file by file in the order of their names.
     *
     * @throws IOException when no file has a name that the mapping wants, saying so
     */
    public ItemReader open(Path root) throws IOException {
        var matcher = FileSystems.getDefault().getPathMatcher("glob:" + files);
        List<Path> found;
        try (Stream<Path> all = Files.walk(root, DEEPEST)) {
            found = all.filter(Files::isRegularFile)
                    .filter(path -> matcher.matches(root.relativize(path)))
                    .sorted()
                    .toList();
        }
        if (found.isEmpty()) {
            throw new IOException("There is no file “%s” in %s".formatted(files, root.getFileName()));
        }
        var sources = new ArrayList<FileSequence.Source>();
        for (var path : found) {
            var name = root.relativize(path).toString().replace('\\', '/');
            sources.add(new FileSequence.Source(() -> reader(path, name), this::convert));
        }
        return new FileSequence(sources);
    }

    List<Incoming> convert(Row.Of row) throws RowRefused {
        var scope = Scope.of(row);
        var made = posts == null ? List.<Incoming.NewPost>of() : posts.posts(scope);
        var all = new ArrayList<Incoming>(made);
        if (verdicts != null) {
            all.addAll(verdicts.verdicts(scope, made.size() == 1 ? made.getFirst() : null));
        }
        return all;
    }

    private RowReader reader(Path path, String name) throws IOException {
        return switch (rows.format()) {
            case "jsonl" -> new JsonLines(path, name);
            case "json" -> new JsonItems(path, name, rows.items());
            default -> new CsvRows(path, name, rows.dialect());
        };
    }

    private static Rows rows(Yaml.Keys keys) {
        var format = keys.required("format").oneOf("jsonl", "json", "csv", "tsv");
        var items = keys.optional("items");
        if (items != null && !format.equals("json")) {
            throw items.problem("“items” says where the rows are inside a json document; the format here is " + format);
        }
        var preset = format.equals("tsv") ? CsvRows.Dialect.TSV : CsvRows.Dialect.CSV;
        var header = keys.optional("header");
        return new Rows(
                format,
                pointer(items),
                new CsvRows.Dialect(
                        character(keys.optional("delimiter"), preset.delimiter()),
                        character(keys.optional("quote"), preset.quote()),
                        header == null || header.oneOf("true", "false").equals("true")));
    }

    private static JsonPointer pointer(@Nullable Yaml yaml) {
        if (yaml == null) {
            return JsonPointer.empty();
        }
        try {
            return JsonPointer.compile(yaml.text());
        } catch (IllegalArgumentException e) {
            throw yaml.problem("“%s” is not a JSON pointer".formatted(yaml.text()));
        }
    }

    private static char character(@Nullable Yaml yaml, char preset) {
        if (yaml == null) {
            return preset;
        }
        var text = yaml.text();
        if (text.equals("none")) {
            return '\0';
        }
        if (text.length() != 1) {
            throw yaml.problem("One character is wanted here, or none");
        }
        return text.charAt(0);
    }
}
