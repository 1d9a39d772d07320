package org.conjoint.media.sensor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The header of a time series: how its first column tells the time, and the lanes.
 *
 * @param lanes one for each further column
 */
record SensorColumns(SensorTime time, List<Lane> lanes) {
    private static final int MOST_LANES = 12;
    private static final int LONGEST_NAME = 60;
    /** A name, and the unit in brackets. */
    private static final Pattern NAME = Pattern.compile("(.*?)\\s*(?:\\[([^\\[\\]]*)])?");

    /** One column of values. @param unit as the header has it in brackets */
    record Lane(String name, @Nullable String unit) {}

    static SensorColumns of(List<String> header) throws SensorRefused {
        var time = SensorTime.named(header.getFirst().strip());
        if (header.size() < 2) {
            throw new SensorRefused(1, "there is no column of values beside the time");
        }
        if (header.size() - 1 > MOST_LANES) {
            throw new SensorRefused(
                    1,
                    "there are %d columns of values, and at most %d are shown"
                            .formatted(header.size() - 1, MOST_LANES));
        }
        var lanes = new ArrayList<Lane>();
        var seen = new HashSet<String>();
        for (var column : header.subList(1, header.size())) {
            var lane = lane(column.strip());
            if (!seen.add(lane.name())) {
                throw new SensorRefused(1, "two columns are called “%s”".formatted(lane.name()));
            }
            lanes.add(lane);
        }
        return new SensorColumns(time, lanes);
    }

    private static Lane lane(String column) throws SensorRefused {
        var parts = NAME.matcher(column);
        var name = parts.matches() ? parts.group(1) : column;
        if (name.isEmpty() || column.length() > LONGEST_NAME || column.chars().anyMatch(Character::isISOControl)) {
            throw new SensorRefused(1, "a column's name has 1 to %d characters".formatted(LONGEST_NAME));
        }
        var unit = parts.matches() ? parts.group(2) : null;
        return new Lane(name, unit == null || unit.isBlank() ? null : unit.strip());
    }
}
