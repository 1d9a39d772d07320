package org.conjoint.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.conjoint.exchange.format.RowRefused;

/** The folder of an import, outside of which no row can name a file. */
final class ImportFolder {
    private final Path root;
    private final Path real;

    ImportFolder(Path root) throws IOException {
        this.root = root;
        this.real = root.toRealPath();
    }

    Path root() {
        return root;
    }

    /** @throws RowRefused when there is no such file inside the folder */
    Path file(String name) throws RowRefused {
        try {
            var path = root.resolve(name).normalize();
            if (name.isBlank() || Path.of(name).isAbsolute() || !path.startsWith(root.normalize())) {
                throw new RowRefused("The file “%s” lies outside the folder of the import".formatted(name));
            }
            if (!Files.isRegularFile(path)) {
                throw new RowRefused("The file “%s” is not in the folder".formatted(name));
            }
            if (!path.toRealPath().startsWith(real)) {
                throw new RowRefused("The file “%s” leads outside the folder of the import".formatted(name));
            }
            return path;
        } catch (InvalidPathException | IOException e) {
            throw new RowRefused("“%s” cannot be opened as a file".formatted(name.replaceAll("\\p{Cntrl}", "�")));
        }
    }
}
