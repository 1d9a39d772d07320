package org.conjoint.exchange.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file (RFC 4180 with a dialect), UTF-8. */
public final class CsvRows implements RowReader {

    /**
     * How cells are told apart.
     *
     * @param header whether the first row names the columns; otherwise they are named 1, 2, 3 …
     */
    public record Dialect(char delimiter, char quote, boolean header) {
        public static final Dialect CSV = new Dialect(',', '"', true);
        public static final Dialect TSV = new Dialect('\t', '"', true);
    }

    private final String name;
    private final Dialect dialect;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private @Nullable List<String> columns;
    private boolean ended;
    private long line;

    public CsvRows(Path file, String name, Dialect dialect) throws IOException {
        this.name = name;
        this.dialect = dialect;
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        this.reader = CsvReader.builder()
                .fieldSeparator(dialect.delimiter())
                .quoteCharacter(dialect.quote())
                .detectBomHeader(false)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(false)
                .ofCsvRecord(new InputStreamReader(Files.newInputStream(file), decoder));
        this.records = reader.iterator();
    }

    @Override
    public @Nullable Row next() {
        if (ended) {
            return null;
        }
        try {
            if (columns == null && dialect.header()) {
                var broken = readHeader();
                if (broken != null) {
                    ended = true;
                    return broken;
                }
            }
            if (!records.hasNext()) {
                ended = true;
                return null;
            }
            var record = records.next();
            line = record.getStartingLineNumber();
            return row(record);
        } catch (CsvParseException | UncheckedIOException e) {
            ended = true;
            return new Row.Broken(
                    new Place(name, line + 1),
                    "The rows from here on cannot be read: "
                            + (e.getCause() instanceof java.nio.charset.CharacterCodingException
                                    ? "the file is not UTF-8"
                                    : e.getMessage()));
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** The columns; empty before the first row of a file without a header. */
    public List<String> columns() {
        return columns == null ? List.of() : columns;
    }

    private Row.@Nullable Broken readHeader() {
        if (!records.hasNext()) {
            return new Row.Broken(new Place(name, 1), "The file has no header row");
        }
        var names = new ArrayList<>(records.next().getFields());
        line = 1;
        if (names.getFirst().startsWith("\uFEFF")) {
            names.set(0, names.getFirst().substring(1));
        }
        var seen = new HashSet<String>();
        for (var column : names) {
            if (!column.isEmpty() && !seen.add(column)) {
                return new Row.Broken(new Place(name, 1), "The header names the column “%s” twice".formatted(column));
            }
        }
        columns = List.copyOf(names);
        return null;
    }

    private Row row(CsvRecord record) {
        var place = new Place(name, line);
        if (columns == null) {
            columns = numbered(record.getFieldCount());
        }
        if (record.getFieldCount() != columns.size()) {
            return new Row.Broken(
                    place,
                    "The row has %d cells, but there are %d columns; check the quotes and the delimiter"
                            .formatted(record.getFieldCount(), columns.size()));
        }
        var node = Json.MAPPER.createObjectNode();
        for (var i = 0; i < columns.size(); i++) {
            if (!record.getField(i).isEmpty() && !columns.get(i).isEmpty()) {
                node.put(columns.get(i), record.getField(i));
            }
        }
        return new Row.Of(place, node, null);
    }

    private static List<String> numbered(int count) {
        var names = new ArrayList<String>();
        for (var i = 1; i <= count; i++) {
            names.add(Integer.toString(i));
        }
        return List.copyOf(names);
    }
}
