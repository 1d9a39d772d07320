package org.conjoint.media.sensor;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a browser draws of a time series: for at most 2,000 groups of consecutive rows the time of the first, and for each
 * lane the lowest and highest value, null where a group has none. Groups are of one row as long as there are few rows.
 */
public final class SensorLanes {
    private static final int MOST_GROUPS = 2000;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final MathContext DIGITS = new MathContext(6);

    private final SensorColumns columns;
    private final int rows;
    private final int perGroup;
    private final double[] times;
    private final double[][] low;
    private final double[][] high;
    private double end;

    private SensorLanes(SensorColumns columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        this.perGroup = Math.ceilDiv(rows, MOST_GROUPS);
        int groups = Math.ceilDiv(rows, perGroup);
        this.times = new double[groups];
        this.low = empty(columns.lanes().size(), groups);
        this.high = empty(columns.lanes().size(), groups);
    }

    private static double[][] empty(int lanes, int groups) {
        var values = new double[lanes][groups];
        for (var lane : values) {
            Arrays.fill(lane, Double.NaN);
        }
        return values;
    }

    /**
     * Reads a file twice: once for how much there is, once for the values.
     *
     * @param limitSeconds after which no row may lie
     * @throws SensorRefused when it is no time series, with the line
     */
    public static SensorLanes read(Path csv, int limitSeconds) throws IOException, SensorRefused {
        int count;
        try (var all = new SensorRows(csv, limitSeconds)) {
            boolean valued = false;
            while (all.next()) {
                for (int lane = 0; lane < all.columns.lanes().size(); lane++) {
                    valued |= !Double.isNaN(all.value(lane));
                }
            }
            if (!valued) {
                throw new SensorRefused("No row has a number beside its time");
            }
            count = all.rows();
        }
        try (var again = new SensorRows(csv, limitSeconds)) {
            var lanes = new SensorLanes(again.columns, count);
            while (again.next()) {
                lanes.add(again);
            }
            return lanes;
        }
    }

    private void add(SensorRows row) {
        int index = row.rows() - 1;
        int group = index / perGroup;
        if (index % perGroup == 0) {
            times[group] = row.millis();
        }
        end = row.millis();
        for (int lane = 0; lane < low.length; lane++) {
            double value = row.value(lane);
            if (!Double.isNaN(value)) {
                low[lane][group] = Double.isNaN(low[lane][group]) ? value : Math.min(low[lane][group], value);
                high[lane][group] = Double.isNaN(high[lane][group]) ? value : Math.max(high[lane][group], value);
            }
        }
    }

    /** The time of the last row, in milliseconds. */
    public long durationMillis() {
        return Math.round(end);
    }

    /** Writes them as JSON. */
    public void write(Path file) throws IOException {
        try (Writer out = new BufferedWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
                var json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberProperty("version", 1);
            json.writeNumberProperty("rows", rows);
            json.writeNumberProperty("duration_ms", durationMillis());
            numbers(json, "times_ms", times);
            json.writeArrayPropertyStart("lanes");
            for (int lane = 0; lane < low.length; lane++) {
                json.writeStartObject();
                json.writeStringProperty("name", columns.lanes().get(lane).name());
                var unit = columns.lanes().get(lane).unit();
                if (unit != null) {
                    json.writeStringProperty("unit", unit);
                }
                numbers(json, "low", low[lane]);
                numbers(json, "high", high[lane]);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void numbers(JsonGenerator json, String name, double[] values) {
        json.writeArrayPropertyStart(name);
        for (double value : values) {
            if (Double.isNaN(value)) {
                json.writeNull();
            } else {
                var rounded = name.equals("times_ms") ? BigDecimal.valueOf(Math.round(value)) : rounded(value);
                json.writeNumber(rounded);
            }
        }
        json.writeEndArray();
    }

    /** Six digits, enough to draw and to read off. */
    private static BigDecimal rounded(double value) {
        var shortForm = new BigDecimal(value, DIGITS).stripTrailingZeros();
        return shortForm.scale() < 0 && shortForm.scale() > -15 ? shortForm.setScale(0) : shortForm;
    }
}
