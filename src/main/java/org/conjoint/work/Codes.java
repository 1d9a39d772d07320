package org.conjoint.work;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks enum constants up by the code that files and the database use. */
final class Codes {
    private Codes() {}

    static <E extends Enum<E>> E find(E[] values, Function<E, String> code, String wanted, String what) {
        for (var value : values) {
            if (code.apply(value).equals(wanted)) {
                return value;
            }
        }
        throw new IllegalArgumentException("“%s” is not a %s; use one of %s"
                .formatted(wanted, what, Arrays.stream(values).map(code).collect(Collectors.joining(", "))));
    }
}
