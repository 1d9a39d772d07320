package org.conjoint.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
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

    private static final Pattern OWN = Pattern.compile("upload-[0-9a-f-]{36}");
    private static final Pattern UNUSUAL = Pattern.compile("[^\\p{L}\\p{N}\\p{M}._ ()+-]+");
    private static final int MOST = 60;

    private final Path folder;
    private final long limit;

    Uploads(@Value("${conjoint.data}") Path data, ExchangeSettings settings) {
        this.folder = data.resolve("uploads");
        this.limit = settings.uploadLimit().toBytes();
    }

    /**
     * Writes what comes in to a file of its own, in a folder of its own, without holding it in memory.
     *
     * @param name of the file as it was sent, for reports; ends in {@code .zip} or {@code .jsonl}
     * @throws TooLarge when it is larger than allowed; nothing is left behind
     */
    public Path keep(InputStream in, String name) throws IOException {
        var file = place(name);
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
            discard(file);
            throw e;
        }
    }

    /** Deletes an upload and the folder that was made for it. */
    static void discard(Path file) throws IOException {
        Files.deleteIfExists(file);
        var own = file.getParent();
        if (own != null && OWN.matcher(String.valueOf(own.getFileName())).matches()) {
            Files.deleteIfExists(own);
        }
    }

    private Path place(String name) throws IOException {
        var lower = name.toLowerCase(Locale.ROOT);
        var ending = lower.endsWith(".zip") ? ".zip" : lower.endsWith(".jsonl") ? ".jsonl" : null;
        if (ending == null) {
            throw new IllegalArgumentException(
                    "“%s” cannot be imported: send a zip archive (.zip) or JSON lines (.jsonl)".formatted(name));
        }
        var own = folder.resolve("upload-" + UUID.randomUUID());
        Files.createDirectories(own);
        return own.resolve(plain(name.substring(0, name.length() - ending.length())) + ending);
    }

    /** The last part of a name, without what a file system or a reader could stumble over. */
    private static String plain(String stem) {
        var last = stem.substring(Math.max(stem.lastIndexOf('/'), stem.lastIndexOf('\\')) + 1);
        var plain = UNUSUAL.matcher(last).replaceAll("_").strip();
        var bounded = plain.length() > MOST
                ? plain.substring(0, plain.offsetByCodePoints(0, plain.codePointCount(0, MOST) - 1))
                : plain;
        return bounded.isEmpty() || bounded.startsWith(".") ? "upload" + bounded : bounded;
    }
}
