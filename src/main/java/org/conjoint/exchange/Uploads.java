package org.conjoint.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.conjoint.access.Roles;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Files that were sent in to be imported, kept until their import has ended. */
@Service
@PreAuthorize(Roles.HAS_DATA_ACCESS)
public class Uploads {

    /** An upload is larger than allowed. */
    public static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooLarge(long limit) {
            super("An upload has at most %,d bytes; import a larger one on the server itself".formatted(limit));
        }
    }

    private final Path folder;
    private final long limit;

    Uploads(@Value("${conjoint.data}") Path data, ExchangeSettings settings) {
        this.folder = data.resolve("uploads");
        this.limit = settings.uploadLimit().toBytes();
    }

    /**
     * Writes what comes in to a file of its own, without holding it in memory.
     *
     * @param ending of the file: {@code .zip} or {@code .jsonl}
     * @throws TooLarge when it is larger than allowed; nothing is left behind
     */
    public Path keep(InputStream in, String ending) throws IOException {
        var file = place(ending);
        try (var out = Files.newOutputStream(file)) {
            var buffer = new byte[1 << 16];
            var written = 0L;
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                written += read;
                if (written > limit) {
                    throw new TooLarge(limit);
                }
                out.write(buffer, 0, read);
            }
            return file;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private Path place(String ending) throws IOException {
        if (!ending.equals(".zip") && !ending.equals(".jsonl")) {
            throw new IllegalArgumentException("An upload is a zip archive or JSON lines");
        }
        Files.createDirectories(folder);
        return folder.resolve(UUID.randomUUID() + ending);
    }
}
