package org.conjoint.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;

/**
 * Files by hash: {@code original/ab/<sha256>} and {@code derived/ab/<sha256>/<name>}. Each appears whole, or not at all:
 * it is written aside, forced to disk, and renamed.
 */
final class MediaStore {
    private final Path root;
    private final long maxBytes;

    /** An original that arrived; {@code kept} is false when it was larger than allowed, and then it is not there. */
    record Arrival(MediaId id, long bytes, boolean kept) {}

    /** A derivative in its place. */
    record Kept(long bytes, String sha256) {}

    MediaStore(Path root, long maxBytes) {
        this.root = root.toAbsolutePath();
        this.maxBytes = maxBytes;
        try {
            Files.createDirectories(incoming());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads to the end, whatever the size, and keeps what is not too large. */
    Arrival receive(InputStream bytes) throws IOException {
        var digest = sha256();
        var aside = incoming().resolve(UUID.randomUUID().toString());
        try {
            long size = write(new DigestInputStream(bytes, digest), aside);
            var id = new MediaId(HexFormat.of().formatHex(digest.digest()));
            boolean fits = size <= maxBytes;
            if (fits && !Files.exists(original(id))) {
                publish(aside, original(id));
            }
            return new Arrival(id, size, fits);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private long write(InputStream bytes, Path file) throws IOException {
        var buffer = new byte[1 << 16];
        long size = 0;
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var out = Channels.newOutputStream(channel);
            int read = bytes.read(buffer);
            while (read >= 0) {
                size += read;
                if (size <= maxBytes) {
                    out.write(buffer, 0, read);
                }
                read = bytes.read(buffer);
            }
            channel.force(true);
        }
        return size;
    }

    /** An empty folder for a worker. */
    Path workFolder() throws IOException {
        return Files.createDirectory(incoming().resolve(UUID.randomUUID().toString()));
    }

    /** Moves a file that a worker made to its place, and says what it is. */
    Kept adopt(MediaId id, Path made, String name) throws IOException {
        try (var channel = FileChannel.open(made, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        var place = derived(id, name);
        var sha256 = hash(made);
        publish(made, place);
        return new Kept(Files.size(place), sha256);
    }

    private static String hash(Path file) throws IOException {
        var digest = sha256();
        try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void publish(Path file, Path place) throws IOException {
        var folder = parent(place);
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            force(parent(folder));
        }
        Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
        force(folder);
    }

    private static Path parent(Path path) {
        return Objects.requireNonNull(path.getParent());
    }

    /** Makes a rename in this folder survive a crash, where the system can. */
    private static void force(Path folder) throws IOException {
        if (java.io.File.separatorChar == '/') {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** Deletes a worker's folder with what is left in it. */
    void discard(Path workFolder) throws IOException {
        try (var files = Files.walk(workFolder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Deletes what a killed console left half done. Only for its start. */
    void sweep() throws IOException {
        try (var left = Files.list(incoming())) {
            for (var path : left.toList()) {
                discard(path);
            }
        }
    }

    Path original(MediaId id) {
        return root.resolve("original").resolve(id.sha256().substring(0, 2)).resolve(id.sha256());
    }

    Path derived(MediaId id, String name) {
        return root.resolve("derived")
                .resolve(id.sha256().substring(0, 2))
                .resolve(id.sha256())
                .resolve(name);
    }

    private Path incoming() {
        return root.resolve("incoming");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
