package org.conjoint.media.sensor;

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
import java.time.Instant;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The rows of one file, one after another; memory does not grow with it. */
final class SensorRows implements AutoCloseable {
    private static final int MOST_ROWS = 1_200_000;

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final int limitSeconds;
    private final double[] values;
    private @Nullable Instant first;
    private double millis;
    private int rows;

    /** The columns. */
    final SensorColumns columns;

    SensorRows(Path file, int limitSeconds) throws IOException, SensorRefused {
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        this.limitSeconds = limitSeconds;
        this.reader = CsvReader.builder()
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(new InputStreamReader(Files.newInputStream(file), decoder));
        this.records = reader.iterator();
        try {
            var header = read();
            if (header == null) {
                throw new SensorRefused("The file has no header row");
            }
            var names = new java.util.ArrayList<>(header.getFields());
            names.set(0, names.getFirst().replace("\uFEFF", ""));
            this.columns = SensorColumns.of(names);
            this.values = new double[columns.lanes().size()];
        } catch (SensorRefused e) {
            reader.close();
            throw e;
        }
    }

    private @Nullable CsvRecord read() throws SensorRefused {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (CsvParseException e) {
            throw new SensorRefused("The rows cannot be read: " + e.getMessage());
        } catch (UncheckedIOException e) {
            throw new SensorRefused("The file is not UTF-8");
        }
    }

    /** Reads the next row; false at the end. */
    boolean next() throws SensorRefused {
        var row = read();
        if (row == null) {
            return false;
        }
        long line = row.getStartingLineNumber();
        if (row.getFieldCount() != values.length + 1) {
            throw new SensorRefused(
                    line, "there are %d cells and %d columns".formatted(row.getFieldCount(), values.length + 1));
        }
        if (++rows > MOST_ROWS) {
            throw new SensorRefused(line, "more rows than the %,d that are taken".formatted(MOST_ROWS));
        }
        time(row.getField(0).strip(), line);
        for (int i = 0; i < values.length; i++) {
            values[i] = value(row.getField(i + 1).strip(), columns.lanes().get(i), line);
        }
        return true;
    }

    private void time(String cell, long line) throws SensorRefused {
        if (rows == 1) {
            first = SensorTime.instant(cell);
        }
        double now = columns.time().millis(cell, first, line);
        if (rows > 1 && now < millis) {
            throw new SensorRefused(line, "the time goes back, to “%s”".formatted(SensorTime.shorten(cell)));
        }
        if (now > 1000.0 * limitSeconds) {
            throw new SensorRefused(line, "the time is after the %,d seconds that are taken".formatted(limitSeconds));
        }
        millis = now;
    }

    /** A number; NaN for a gap. */
    private static double value(String cell, SensorColumns.Lane lane, long line) throws SensorRefused {
        if (cell.isEmpty() || cell.equalsIgnoreCase("nan") || cell.equalsIgnoreCase("null")) {
            return Double.NaN;
        }
        try {
            double value = Double.parseDouble(cell);
            return Double.isFinite(value) ? value : Double.NaN;
        } catch (NumberFormatException e) {
            throw new SensorRefused(
                    line, "“%s” in the column %s is no number".formatted(SensorTime.shorten(cell), lane.name()));
        }
    }

    /** Rows so far. */
    int rows() {
        return rows;
    }

    /** Time of this row. */
    double millis() {
        return millis;
    }

    /** Value of this row in a lane; NaN for a gap. */
    double value(int lane) {
        return values[lane];
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
