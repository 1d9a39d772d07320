package org.conjoint.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.Loader;

/** The programs measured beside the worker: ffmpeg and ffprobe from the same library, others where they are installed. */
final class Programs {
    private static final Pattern TIMES = Pattern.compile("(\\d+)m([0-9.]+)s (\\d+)m([0-9.]+)s\\s*$");

    private final String ffmpeg = Loader.load(org.bytedeco.ffmpeg.ffmpeg.class);
    private final String ffprobe = Loader.load(org.bytedeco.ffmpeg.ffprobe.class);

    /** What a run cost. */
    record Cost(Duration cpu, Duration wall) {}

    Cost ffmpeg(List<String> arguments) throws Exception {
        return run(Inputs.concat(
                List.of(ffmpeg, "-hide_banner", "-nostdin", "-v", "error", "-threads", "1", "-filter_threads", "1"),
                arguments));
    }

    Cost ffprobe(Path file) throws Exception {
        return run(probing(ffprobe, file));
    }

    static List<String> probing(String program, Path file) {
        return List.of(program, "-v", "error", "-show_format", "-show_streams", "-of", "json", file.toString());
    }

    /** Where a program is installed, if it is. */
    static Optional<Path> installed(String name) {
        for (var folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            var path = Path.of(folder, name);
            if (Files.isExecutable(path)) {
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }

    /** Runs a program in a shell that tells its processor time afterwards. */
    static Cost run(List<String> command) throws IOException, InterruptedException {
        var shell = new ArrayList<>(List.of("/bin/sh", "-c", "\"$@\" >/dev/null || exit 1; times", "sh"));
        shell.addAll(command);
        long start = System.nanoTime();
        var builder = new ProcessBuilder(shell).redirectErrorStream(true);
        builder.environment().put("VIPS_CONCURRENCY", "1");
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes());
        var wall = Duration.ofNanos(System.nanoTime() - start);
        var times = TIMES.matcher(output);
        if (process.waitFor() != 0 || !times.find()) {
            throw new IOException("%s failed: %s".formatted(command, output));
        }
        double seconds = 60 * Double.parseDouble(times.group(1))
                + Double.parseDouble(times.group(2))
                + 60 * Double.parseDouble(times.group(3))
                + Double.parseDouble(times.group(4));
        return new Cost(Duration.ofNanos((long) (seconds * 1e9)), wall);
    }
}
