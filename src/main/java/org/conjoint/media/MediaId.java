package org.conjoint.media;

import java.util.regex.Pattern;

/** A medium is its bytes: the id is their SHA-256 in lower-case hexadecimal. */
public record MediaId(String sha256) implements Comparable<MediaId> {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    /** @throws IllegalArgumentException when the text is not 64 lower-case hexadecimal digits */
    public MediaId {
        if (!FORM.matcher(sha256).matches()) {
            throw new IllegalArgumentException("A medium's id is 64 lower-case hexadecimal digits, not: " + sha256);
        }
    }

    @Override
    public int compareTo(MediaId other) {
        return sha256.compareTo(other.sha256);
    }

    @Override
    public String toString() {
        return sha256;
    }
}
