package org.conjoint.calibration;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Figures of agreement as people read them: two digits, rounded down, so that none looks as if it met a bar that it missed. */
public final class Figures {
    private Figures() {}

    /** As of 0.67. */
    public static String of(double alpha) {
        return BigDecimal.valueOf(alpha).setScale(2, RoundingMode.FLOOR).toPlainString();
    }

    /** An interval, as of 0.48–0.72. */
    public static String of(double low, double high) {
        return "%s–%s".formatted(of(low), of(high));
    }
}
