package org.conjoint.testing;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.bytedeco.javacpp.Loader;

/** The program beside the libraries that workers decode with, unpacked from the same archive; nothing is loaded here. */
public final class Ffmpeg {
    private static final Path FOLDER = Path.of("target", "ffmpeg").toAbsolutePath();

    /** Writes what the program reads. */
    @FunctionalInterface
    public interface Writer {
        void write(OutputStream out) throws IOException;
    }

    private Ffmpeg() {}

    /**
     * Runs it to its end with these arguments; {@code -} among the inputs is what the writer writes.
     *
     * @throws IOException with what it printed, when it fails
     */
    public static void run(Writer input, String... arguments) throws IOException {
        var process = start(arguments);
        var said = CompletableFuture.supplyAsync(() -> String.join(
                "\n", process.inputReader(StandardCharsets.UTF_8).lines().toList()));
        try (var in = new BufferedOutputStream(process.getOutputStream(), 1 << 16)) {
            input.write(in);
        }
        try {
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", arguments) + ":\n" + said.join());
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw new IOException(e);
        }
    }

    /** Runs it on files alone. */
    public static void run(String... arguments) throws IOException {
        run(out -> {}, arguments);
    }

    private static Process start(String... arguments) throws IOException {
        System.setProperty("org.bytedeco.javacpp.cachedir", FOLDER.toString());
        var resource = "/org/bytedeco/ffmpeg/%s/".formatted(Loader.getPlatform());
        var folder = Objects.requireNonNull(Loader.cacheResources(resource)[0]).toPath();
        var program = folder.resolve("ffmpeg").toFile();
        if (!program.canExecute() && !program.setExecutable(true)) {
            throw new IOException("Not a program: " + program);
        }
        var command = new ArrayList<>(List.of(program.toString(), "-hide_banner", "-loglevel", "error", "-y"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LD_LIBRARY_PATH", folder.toString());
        builder.environment().put("DYLD_LIBRARY_PATH", folder.toString());
        return builder.start();
    }
}
