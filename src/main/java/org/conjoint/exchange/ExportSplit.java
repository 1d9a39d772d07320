package org.conjoint.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How an export is divided for learning: by family, so that twins stay on one side. The same family is on the same side in
 * every export with the same shares.
 *
 * @param train per cent of the families, as are {@code validation} and {@code test}; together 100
 */
public record ExportSplit(
        @DefaultValue("80") int train,
        @DefaultValue("10") int validation,
        @DefaultValue("10") int test) {

    public ExportSplit {
        if (train < 0 || validation < 0 || test < 0 || train + validation + test != 100) {
            throw new IllegalArgumentException(
                    "The shares of train, validation and test are 100 per cent together, not %d, %d and %d"
                            .formatted(train, validation, test));
        }
    }

    /** The side of a family: by the first eight bytes of the SHA-256 of its name, as an unsigned number modulo 100. */
    public String of(String family) {
        var share = Long.remainderUnsigned(ByteBuffer.wrap(sha256(family)).getLong(), 100);
        return share < train ? "train" : share < train + validation ? "validation" : "test";
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
