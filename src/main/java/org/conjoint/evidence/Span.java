package org.conjoint.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.conjoint.meaning.Part;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a text exactly as it was shown, never normalised. Offsets are half-open and count UTF-16 units, as
 * browsers and Java do; exports for Python count code points.
 *
 * @param quote what stands there
 * @param prefix up to {@value #AROUND} units before it
 * @param suffix up to {@value #AROUND} units after it
 * @param textHash the SHA-256 of the whole text in UTF-8, in hex
 */
public record Span(
        TextKind text,
        int start,
        int end,
        String quote,
        String prefix,
        String suffix,
        String textHash,
        @Nullable String entity)
        implements Target {

    /** UTF-16 units of context kept on either side. */
    public static final int AROUND = 32;

    /**
     * Marks a stretch of a text.
     *
     * @throws IllegalArgumentException when it is empty, lies outside the text or cuts a character in two
     */
    public static Span of(TextKind kind, String text, int start, int end, @Nullable String entity) {
        return of(SourceText.of(kind, text), start, end, entity);
    }

    static Span of(SourceText source, int start, int end, @Nullable String entity) {
        var text = source.text();
        if (start < 0 || end > text.length() || start >= end) {
            throw new IllegalArgumentException(
                    "%d to %d is not a span of a text of %d UTF-16 units".formatted(start, end, text.length()));
        }
        if (cutsCharacter(text, start) || cutsCharacter(text, end)) {
            throw new IllegalArgumentException("%d to %d cuts a character in two".formatted(start, end));
        }
        var from = Math.max(0, start - AROUND);
        var to = Math.min(text.length(), end + AROUND);
        return new Span(
                source.kind(),
                start,
                end,
                text.substring(start, end),
                text.substring(cutsCharacter(text, from) ? from + 1 : from, start),
                text.substring(end, cutsCharacter(text, to) ? to - 1 : to),
                source.hash(),
                entity);
    }

    @Override
    public Part part() {
        return text.part();
    }

    /** The same stretch in Unicode code points of the text, half-open: start and end. */
    public int[] codePoints(String whole) {
        var before = whole.codePointCount(0, start);
        return new int[] {before, before + whole.codePointCount(start, end)};
    }

    /** The SHA-256 of a text in UTF-8, in hex. */
    public static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static boolean cutsCharacter(String text, int offset) {
        return offset > 0
                && offset < text.length()
                && Character.isLowSurrogate(text.charAt(offset))
                && Character.isHighSurrogate(text.charAt(offset - 1));
    }
}
