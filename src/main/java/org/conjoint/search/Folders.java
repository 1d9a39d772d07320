package org.conjoint.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/** The folders of an index: one in use, named by a file; others are on their way in or out. */
final class Folders {
    private static final String CURRENT = "CURRENT";
    private static final Pattern NAME = Pattern.compile("index-(\\d{1,9})");

    private final Path root;

    Folders(Path root) throws IOException {
        this.root = Files.createDirectories(root);
    }

    /** The folder in use; empty at the first start, or when the file that names it cannot be read. */
    Optional<Path> current() throws IOException {
        try {
            var name = Files.readString(root.resolve(CURRENT)).strip();
            return NAME.matcher(name).matches() && Files.isDirectory(root.resolve(name))
                    ? Optional.of(root.resolve(name))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** A new folder with a name that was not used before. */
    Path next() throws IOException {
        try (var all = Files.list(root)) {
            var last = all.map(path -> path.getFileName().toString().replaceFirst("^aside-", ""))
                    .map(NAME::matcher)
                    .filter(java.util.regex.Matcher::matches)
                    .mapToInt(matcher -> Integer.parseInt(matcher.group(1)))
                    .max()
                    .orElse(0);
            return Files.createDirectory(root.resolve("index-" + (last + 1)));
        }
    }

    /** Names the folder in use; after a crash it is either this one or the one before. */
    void use(Path folder) throws IOException {
        var temporary = root.resolve(CURRENT + ".new");
        Files.writeString(temporary, folder.getFileName() + "\n");
        try (var channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(temporary, root.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE);
        try (var channel = FileChannel.open(root)) {
            channel.force(true);
        }
    }

    /** Keeps a damaged folder for those who want to look at it; only the last one is kept. */
    Path moveAside(Path folder) throws IOException {
        try (var all = Files.list(root)) {
            all.filter(path -> path.getFileName().toString().startsWith("aside-"))
                    .forEach(Folders::delete);
        }
        return Files.move(folder, root.resolve("aside-" + folder.getFileName()));
    }

    /** Removes what an interrupted rebuild left. */
    void sweep(Path inUse) throws IOException {
        try (var all = Files.list(root)) {
            all.filter(path -> NAME.matcher(path.getFileName().toString()).matches() && !path.equals(inUse))
                    .forEach(Folders::delete);
        }
    }

    static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not remove %s".formatted(folder), e);
        }
    }
}
