package org.conjoint.care;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.conjoint.policy.ClauseSeverity;
import org.jspecify.annotations.Nullable;

/** From which severity of a clause on a shield holds; those named first hold for more. */
public enum ShieldFrom {
    ALWAYS,
    LOW,
    MEDIUM,
    HIGH,
    SEVERE,
    NEVER;

    /** The name used in the database and in the audit trail. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty when nothing has this code. */
    public static Optional<ShieldFrom> find(String code) {
        return Arrays.stream(values()).filter(from -> from.code().equals(code)).findFirst();
    }

    /** Whether a shield holds for what may violate a clause of this severity; {@code null} where none is known. */
    public boolean holdsFor(@Nullable ClauseSeverity severity) {
        return switch (this) {
            case ALWAYS -> true;
            case LOW -> isAtLeast(severity, ClauseSeverity.LOW);
            case MEDIUM -> isAtLeast(severity, ClauseSeverity.MEDIUM);
            case HIGH -> isAtLeast(severity, ClauseSeverity.HIGH);
            case SEVERE -> isAtLeast(severity, ClauseSeverity.SEVERE);
            case NEVER -> false;
        };
    }

    /** The one of two that holds for more. */
    public ShieldFrom union(ShieldFrom other) {
        return compareTo(other) <= 0 ? this : other;
    }

    private static boolean isAtLeast(@Nullable ClauseSeverity severity, ClauseSeverity least) {
        return severity != null && severity.compareTo(least) >= 0;
    }
}
