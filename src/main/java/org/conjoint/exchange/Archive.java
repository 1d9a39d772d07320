package org.conjoint.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks a zip archive that is not to be trusted: nothing is written outside the target, and the number of files, the
 * bytes in all and how far one file may expand are bounded while unpacking, whatever the archive says of itself.
 */
final class Archive {

    /**
     * How much an archive may hold.
     *
     * @param files at most so many
     * @param bytes unpacked, in all
     * @param ratio unpacked bytes of a file for each of its packed ones, beyond the first megabyte
     */
    record Limits(int files, long bytes, int ratio) {
        static final Limits USUAL = new Limits(500_000, 200L << 30, 200);
    }

    /** Looks in between files whether to stop. */
    @FunctionalInterface
    interface Pause {
        void stopIfAsked();
    }

    private static final long FREE_OF_RATIO = 1 << 20;

    private final Limits limits;
    private long written;
    private int files;

    Archive(Limits limits) {
        this.limits = limits;
    }

    /**
     * Unpacks beside the target and moves the whole there; nothing is done when the target exists.
     *
     * @throws IOException when the archive is damaged, hostile or too large, saying which
     */
    void unpack(Path zip, Path target, Pause pause) throws IOException {
        if (Files.exists(target)) {
            return;
        }
        Files.createDirectories(target.getParent());
        var partial = target.resolveSibling(target.getFileName() + ".partial");
        delete(partial);
        Files.createDirectories(partial);
        try (var archive = new ZipFile(zip.toFile())) {
            for (var entries = archive.entries(); entries.hasMoreElements(); ) {
                pause.stopIfAsked();
                entry(archive, entries.nextElement(), partial);
            }
        } catch (ZipException e) {
            delete(partial);
            throw new IOException(
                    "The archive cannot be read (%s): it is empty, damaged or no zip archive. Nothing was imported; send it again."
                            .formatted(e.getMessage()),
                    e);
        } catch (IOException | RuntimeException e) {
            delete(partial);
            throw e;
        }
        Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The folder that an archive of one folder holds, else the target itself. */
    static Path content(Path target) throws IOException {
        try (var list = Files.list(target)) {
            var all = list.filter(path -> !path.getFileName().toString().equals("__MACOSX"))
                    .toList();
            return all.size() == 1 && Files.isDirectory(all.getFirst()) ? all.getFirst() : target;
        }
    }

    static void delete(@Nullable Path folder) throws IOException {
        if (folder == null || !Files.exists(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private void entry(ZipFile archive, ZipEntry entry, Path folder) throws IOException {
        var path = inside(folder, entry.getName());
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        if (++files > limits.files()) {
            throw new IOException("The archive holds more than %,d files".formatted(limits.files()));
        }
        Files.createDirectories(path.getParent());
        try (var in = archive.getInputStream(entry);
                var out = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW)) {
            copy(in, out, entry);
        } catch (java.nio.file.FileAlreadyExistsException e) {
            throw new IOException("The archive holds “%s” twice".formatted(entry.getName()), e);
        }
    }

    private void copy(InputStream in, java.io.OutputStream out, ZipEntry entry) throws IOException {
        var allowed = Math.max(FREE_OF_RATIO, Math.max(1, entry.getCompressedSize()) * limits.ratio());
        var own = 0L;
        var buffer = new byte[1 << 16];
        for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            own += read;
            written += read;
            if (own > allowed) {
                throw new IOException("The file “%s” expands more than %d-fold; this looks like a bomb"
                        .formatted(entry.getName(), limits.ratio()));
            }
            if (written > limits.bytes()) {
                throw new IOException("The archive unpacks to more than %,d bytes".formatted(limits.bytes()));
            }
            out.write(buffer, 0, read);
        }
    }

    private static Path inside(Path folder, String name) throws IOException {
        try {
            var path = folder.resolve(name.replace('\\', '/')).normalize();
            if (!path.startsWith(folder) || path.equals(folder) || name.startsWith("/")) {
                throw new IOException("The archive names a file outside itself: “%s”".formatted(name));
            }
            return path;
        } catch (InvalidPathException e) {
            throw new IOException("The archive names a file that cannot be: “%s”".formatted(name), e);
        }
    }
}
