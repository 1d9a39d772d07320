package org.conjoint.cue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How far measured times lie from the true ones, in milliseconds; later is positive. */
final class Errors {
    private final String name;
    private final List<Double> millis = new ArrayList<>();

    Errors(String name) {
        this.name = name;
    }

    void add(double value) {
        millis.add(value);
    }

    int count() {
        return millis.size();
    }

    /** The largest, whichever its sign. */
    double worst() {
        return millis.stream().mapToDouble(Math::abs).max().orElseThrow();
    }

    /** One row of the table: what, how many, largest and mean. */
    String row() {
        double mean = millis.stream().mapToDouble(value -> value).average().orElseThrow();
        return String.format(Locale.ROOT, "%-72s %4d %10.3f %10.3f", name, count(), worst(), mean);
    }

    static String head() {
        return "%-72s %4s %10s %10s".formatted("file and what is compared", "n", "max |ms|", "mean ms");
    }
}
