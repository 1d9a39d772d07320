package org.conjoint.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/** An entry as it is stored; its canonical form is specified in {@code docs/formats/audit.md}. */
record HashedEntry(
        String chain,
        long position,
        Instant recordedAt,
        String action,
        String subject,
        String details,
        String previousHash,
        String hash) {

    /** What the first entry of a chain follows from. */
    static final String ORIGIN = "0".repeat(64);

    static HashedEntry of(
            String chain,
            long position,
            Instant recordedAt,
            String action,
            String subject,
            String details,
            String previousHash) {
        return new HashedEntry(
                chain,
                position,
                recordedAt,
                action,
                subject,
                details,
                previousHash,
                hash(chain, position, recordedAt, action, subject, details, previousHash));
    }

    /** Whether the hash is that of the content at this position. */
    boolean whole() {
        return wholeAt(position);
    }

    /** Whether the hash is that of the content, had it been recorded at another position. */
    boolean wholeAt(long otherPosition) {
        return hash(chain, otherPosition, recordedAt, action, subject, details, previousHash)
                .equals(hash);
    }

    private static String hash(
            String chain,
            long position,
            Instant recordedAt,
            String action,
            String subject,
            String details,
            String previousHash) {
        var digest = sha256();
        field(digest, "conjoint-audit-1");
        field(digest, chain);
        field(digest, Long.toString(position));
        field(digest, Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, recordedAt)));
        field(digest, action);
        field(digest, subject);
        field(digest, details);
        field(digest, previousHash);
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Adds a field as a netstring, so that no two lists of fields have the same bytes. */
    static void field(MessageDigest digest, String value) {
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
        digest.update((byte) ',');
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
