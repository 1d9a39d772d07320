package org.conjoint.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;

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

    /** Begins a file; close it before the folder is finished. */
    ExportFile open(String name) throws IOException {
        return new ExportFile(partial.resolve(name));
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
}
