package org.conjoint.exchange;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** One file of an export, written row by row; several may be written side by side. */
final class ExportFile implements AutoCloseable {

    private final Path file;
    private final MessageDigest digest = sha256();
    private final OutputStream out;
    private long rows;

    /** @throws IOException when the file is there already, or cannot be written */
    ExportFile(Path file) throws IOException {
        this.file = file;
        this.out = new DigestOutputStream(
                new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW), 1 << 16), digest);
    }

    /** Writes a row and the line feed that ends it. */
    void row(byte[] row) throws IOException {
        out.write(row);
        out.write('\n');
        rows++;
    }

    long rows() {
        return rows;
    }

    /** Makes what was written durable, and tells its size and hash. */
    ExportManifest.File finish() throws IOException {
        out.close();
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        var hash = HexFormat.of().formatHex(digest.digest());
        return new ExportManifest.File(file.getFileName().toString(), Files.size(file), hash, rows);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
