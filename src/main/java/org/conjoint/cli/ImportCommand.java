package org.conjoint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.conjoint.access.Accounts;
import org.conjoint.exchange.ImportRequest;
import org.conjoint.exchange.ImportResult;
import org.conjoint.exchange.Imports;
import org.conjoint.jobs.Job;
import org.conjoint.jobs.JobId;
import org.conjoint.jobs.JobState;
import org.conjoint.jobs.Jobs;
import org.conjoint.jobs.RowOutcome;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings posts and verdicts in and says row by row what could not be taken. */
@Command(
        name = "import",
        description = "Brings posts and verdicts in from a folder, an archive or a file.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    private static final int REFUSED_SHOWN = 20;

    @Parameters(paramLabel = "PATH", description = "A folder, a zip archive, or a file of JSON, JSONL or CSV.")
    private Path path = Path.of("");

    @ArgGroup
    private Reading reading = new Reading();

    @Option(
            names = "--queue",
            paramLabel = "NAME",
            description = "Puts the posts into this queue, made when there is none.")
    private @Nullable String queue;

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private Output output = new Output();

    /** How the rows are read: by a named format or by a mapping file. */
    static final class Reading {
        @Option(
                names = "--format",
                paramLabel = "NAME",
                description = "folder or conjoint (default: found out from the files).")
        private @Nullable String format;

        @Option(names = "--map", paramLabel = "FILE", description = "A mapping file; see docs/formats/mapping.md.")
        private @Nullable Path map;
    }

    @Override
    public Integer call() throws Exception {
        var request = request();
        try (var opened = Opened.at(data.folder())) {
            return opened.get(Accounts.class).runAsSystem(() -> run(request, opened));
        } catch (FolderHeld e) {
            output.problem(
                    e.advice("-X POST -H 'Content-Type: application/zip' --data-binary @ARCHIVE.zip %s/api/imports"));
            return ExitCode.HELD;
        }
    }

    private ImportRequest request() throws IOException {
        if (!Files.exists(path)) {
            throw new IllegalArgumentException("There is nothing at %s".formatted(path.toAbsolutePath()));
        }
        var map = reading.map;
        if (map != null && !Files.isReadable(map)) {
            throw new IllegalArgumentException("The mapping file %s cannot be read".formatted(map));
        }
        var request = map == null ? ImportRequest.of(path).withFormat(reading.format) : Imports.byMapping(path, map);
        return request.withQueue(queue);
    }

    private int run(ImportRequest request, Opened opened) {
        try {
            var result = opened.get(Imports.class).run(request, job -> output.progress(line(job)));
            output.progressEnds();
            showRefused(opened.get(Jobs.class), result);
            output.result(result, text(result));
            return code(result);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            output.problem("Interrupted; the same command goes on where it stopped.");
            return ExitCode.FAILED;
        }
    }

    private void showRefused(Jobs jobs, ImportResult result) {
        jobs.rows(new JobId(result.job()), 0, REFUSED_SHOWN, RowOutcome.REFUSED)
                .forEach(row ->
                        System.err.printf("  refused %s %s: %s%n", place(row.place()), row.subject(), row.message()));
        if (result.rows().refused() > REFUSED_SHOWN) {
            System.err.printf("  … and %,d more%n", result.rows().refused() - REFUSED_SHOWN);
        }
    }

    private static int code(ImportResult result) {
        if (result.state() != JobState.DONE) {
            return ExitCode.FAILED;
        }
        return result.rows().refused() > 0 ? ExitCode.ROWS_REFUSED : ExitCode.DONE;
    }

    private static String line(Job job) {
        var rate = job.ratePerSecond();
        var left = job.estimate();
        return "%,d%s rows%s%s"
                .formatted(
                        job.done(),
                        job.total() == null ? "" : " of %,d".formatted(job.total()),
                        rate == null ? "" : ", %.1f a second".formatted(rate),
                        left == null ? "" : ", %s left".formatted(words(left)));
    }

    private static String text(ImportResult result) {
        var rows = result.rows();
        var ended = result.state() == JobState.DONE
                ? "Imported in %.1f s".formatted(result.seconds())
                : "The import did not finish: %s".formatted(result.message());
        return "%s: %,d created, %,d revised, %,d unchanged, %,d repaired, %,d refused"
                .formatted(ended, rows.created(), rows.revised(), rows.unchanged(), rows.repaired(), rows.refused());
    }

    private static String words(Duration left) {
        return left.toMinutes() > 0
                ? "%d min %02d s".formatted(left.toMinutes(), left.toSecondsPart())
                : left.toSeconds() + " s";
    }

    private static String place(@Nullable String place) {
        return place == null ? "" : place;
    }
}
