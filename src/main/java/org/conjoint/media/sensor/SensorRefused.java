package org.conjoint.media.sensor;

/** A file that is no time series, with the line in a sentence for people. */
public final class SensorRefused extends Exception {
    private static final long serialVersionUID = 1L;

    SensorRefused(String reason) {
        super(reason, null, false, false);
    }

    SensorRefused(long line, String reason) {
        this("Line %d: %s".formatted(line, reason));
    }

    /** Why, in a sentence. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
