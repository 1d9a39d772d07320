package org.conjoint.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes a folder of small files whole or not at all: beside its place first, then moved there. */
final class FolderWriter {

    /** What became of the folder. */
    enum Written {
        WRITTEN,
        /** The files stood there already, byte for byte. */
        UNCHANGED,
        /** Something else stands there. */
        REFUSED
    }

    private FolderWriter() {}

    /**
     * Writes the folder.
     *
     * @param force whether other files that stand there may be replaced; links and folders in it never are
     */
    static Written write(Path folder, Map<String, String> files, boolean force) throws IOException {
        var exists = Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
        if (exists) {
            var standing = standing(folder);
            if (standing == null || !standing.isEmpty() && !force && !same(standing, files)) {
                return Written.REFUSED;
            }
            if (same(standing, files)) {
                return Written.UNCHANGED;
            }
        }
        var parent = Objects.requireNonNull(folder.toAbsolutePath().getParent(), "a folder has a place");
        Files.createDirectories(parent);
        var made = Files.createDirectory(parent.resolve(".%s.%s".formatted(folder.getFileName(), UUID.randomUUID())));
        try {
            for (var file : files.entrySet()) {
                Files.writeString(made.resolve(file.getKey()), file.getValue());
            }
            if (exists) {
                replace(folder, made);
            } else {
                Files.move(made, folder, StandardCopyOption.ATOMIC_MOVE);
            }
        } finally {
            remove(made);
        }
        return Written.WRITTEN;
    }

    /** The old folder is kept beside until the new one stands. */
    private static void replace(Path folder, Path made) throws IOException {
        var old = made.resolveSibling(made.getFileName() + ".old");
        Files.move(folder, old, StandardCopyOption.ATOMIC_MOVE);
        try {
            Files.move(made, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.move(old, folder, StandardCopyOption.ATOMIC_MOVE);
            throw e;
        }
        remove(old);
    }

    /** Removes a folder of files, if it is there. */
    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var entries = Files.newDirectoryStream(folder)) {
            for (var entry : entries) {
                Files.delete(entry);
            }
        }
        Files.delete(folder);
    }

    /** The files of a folder by name; null when it is none, or has anything but files. */
    private static @Nullable Map<String, Path> standing(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return null;
        }
        var standing = new TreeMap<String, Path>();
        try (var entries = Files.newDirectoryStream(folder)) {
            for (var entry : entries) {
                if (!Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
                    return null;
                }
                standing.put(entry.getFileName().toString(), entry);
            }
        }
        return standing;
    }

    private static boolean same(Map<String, Path> standing, Map<String, String> files) throws IOException {
        if (!standing.keySet().equals(files.keySet())) {
            return false;
        }
        for (var file : files.entrySet()) {
            var bytes = file.getValue().getBytes(StandardCharsets.UTF_8);
            var path = standing.get(file.getKey());
            if (path == null || Files.size(path) != bytes.length || !Arrays.equals(Files.readAllBytes(path), bytes)) {
                return false;
            }
        }
        return true;
    }
}
