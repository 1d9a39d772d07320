package org.conjoint.policy.files;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One file of a folder, decoded.
 *
 * @param source the text as written, byte for byte the file when encoded as UTF-8
 * @param text the same in NFC with LF line ends and without byte order mark
 */
record SourceFile(String name, String source, String text) {

    /** The largest file taken, in bytes. */
    static final int MOST_BYTES = 256 * 1024;

    private static final int LONGEST_LINE = 4000;

    static Optional<SourceFile> read(String name, byte[] bytes, Problems problems) {
        if (bytes.length > MOST_BYTES) {
            tooLarge(name, bytes.length, problems);
            return Optional.empty();
        }
        var characters = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes), characters, true);
        var source = characters.flip().toString();
        if (result.isError()) {
            problems.add(name, lines(source), "the bytes after here are not UTF-8", "save the file as UTF-8");
            return Optional.empty();
        }
        var text = Canonical.text(source);
        return clean(name, text, problems) ? Optional.of(new SourceFile(name, source, text)) : Optional.empty();
    }

    static void tooLarge(String name, long bytes, Problems problems) {
        problems.add(
                name,
                1,
                "the file has %,d bytes, more than %,d".formatted(bytes, MOST_BYTES),
                "shorten it or split the policy");
    }

    private static boolean clean(String name, String text, Problems problems) {
        var clean = true;
        var line = 1;
        var length = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            length = c == '\n' ? 0 : length + 1;
            if (length == LONGEST_LINE + 1) {
                problems.add(name, line, "the line has more than 4,000 characters", "break it into several lines");
                clean = false;
            }
            if (c == '\n') {
                line++;
            } else if (Character.isISOControl(c) || reorders(c)) {
                problems.add(
                        name,
                        line,
                        "the character U+%04X cannot be seen".formatted((int) c),
                        "remove it (indent with spaces, not tabs)");
                clean = false;
            }
        }
        return clean;
    }

    /** The explicit direction overrides and embeddings, which make text look like other text. */
    private static boolean reorders(char c) {
        return c >= '\u202A' && c <= '\u202E';
    }

    private static int lines(String text) {
        return 1 + (int) Canonical.text(text).chars().filter(c -> c == '\n').count();
    }
}
