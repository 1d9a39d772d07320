package org.conjoint.policy.files;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;

/** The one spelling that is hashed: NFC, LF, no byte order mark, one line feed at the end. */
final class Canonical {
    private Canonical() {}

    /** The text without byte order mark, with LF line ends and in NFC; the number of lines stays. */
    static String text(String source) {
        var bare = source.startsWith("\uFEFF") ? source.substring(1) : source;
        return Normalizer.normalize(bare.replace("\r\n", "\n").replace('\r', '\n'), Normalizer.Form.NFC);
    }

    /** The text without blank lines around it and with one line feed at its end. */
    static String block(String text) {
        return text.strip() + "\n";
    }

    /** SHA-256 of the text in UTF-8, as 64 lower-case hex digits. */
    static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** The one hash of two, in their order. */
    static String both(String first, String second) {
        return hash("[" + CanonicalJson.string(first) + "," + CanonicalJson.string(second) + "]");
    }
}
