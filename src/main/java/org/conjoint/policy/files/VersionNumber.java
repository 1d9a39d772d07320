package org.conjoint.policy.files;

import java.util.Comparator;
import java.util.regex.Pattern;
import org.conjoint.policy.ChangeKind.Bump;

/** A version number of three places, such as 1.0.0. */
public record VersionNumber(int major, int minor, int patch) implements Comparable<VersionNumber> {
    static final Pattern SHAPE = Pattern.compile("(0|[1-9]\\d{0,5})\\.(0|[1-9]\\d{0,5})\\.(0|[1-9]\\d{0,5})");
    private static final Comparator<VersionNumber> ORDER = Comparator.comparingInt(VersionNumber::major)
            .thenComparingInt(VersionNumber::minor)
            .thenComparingInt(VersionNumber::patch);

    /** @throws IllegalArgumentException when the text is not three numbers with dots between */
    public static VersionNumber of(String text) {
        var matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("“%s” is not a version number such as 1.0.0".formatted(text));
        }
        return new VersionNumber(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)));
    }

    /** The number that follows this one when the given place rises. */
    public VersionNumber next(Bump bump) {
        return switch (bump) {
            case PATCH -> new VersionNumber(major, minor, patch + 1);
            case MINOR -> new VersionNumber(major, minor + 1, 0);
            case MAJOR -> new VersionNumber(major + 1, 0, 0);
        };
    }

    @Override
    public int compareTo(VersionNumber other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return "%d.%d.%d".formatted(major, minor, patch);
    }
}
