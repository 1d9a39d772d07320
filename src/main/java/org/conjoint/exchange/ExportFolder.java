package org.conjoint.exchange;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;

/** A folder that is written beside its place and appears there whole, or not at all. */
final class ExportFolder implements AutoCloseable {

    private final Path place;
    private final Path partial;
    private boolean done;

    /**
     * @throws IllegalArgumentException when something is at the place already
     * @throws IOException when it cannot be written
     */
    ExportFolder(Path place) throws IOException {
        this.place = place.toAbsolutePath().normalize();
        requireFree(this.place);
        var parent = this.place.getParent();
        if (parent == null) {
            throw new IllegalArgumentException("The root of a file system cannot be an export");
        }
        Files.createDirectories(parent);
        this.partial = Files.createTempDirectory(parent, this.place.getFileName() + ".partial-");
    }

    /** Writes one file and tells its size and hash. */
    ExportManifest.File write(String name, Content content) throws IOException {
        var digest = sha256();
        var file = partial.resolve(name);
        long rows;
        try (var out = new DigestOutputStream(
                new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW), 1 << 16),
                digest)) {
            rows = content.write(out);
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return new ExportManifest.File(name, Files.size(file), HexFormat.of().formatHex(digest.digest()), rows);
    }

    /** Moves the whole to its place. */
    void finish() throws IOException {
        Files.deleteIfExists(place);
        Files.move(partial, place, StandardCopyOption.ATOMIC_MOVE);
        done = true;
    }

    /** Removes what was not finished. */
    @Override
    public void close() throws IOException {
        if (done) {
            return;
        }
        try (var files = Files.walk(partial)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void requireFree(Path place) throws IOException {
        if (!Files.exists(place)) {
            return;
        }
        if (!Files.isDirectory(place)) {
            throw new IllegalArgumentException("%s is a file; name a folder that does not exist yet".formatted(place));
        }
        try (var files = Files.list(place)) {
            if (files.findAny().isPresent()) {
                throw new IllegalArgumentException(
                        "The folder %s is not empty; name one that does not exist yet".formatted(place));
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Writes a file's bytes and returns how many rows they are. */
    @FunctionalInterface
    interface Content {
        long write(OutputStream out) throws IOException;
    }
}
