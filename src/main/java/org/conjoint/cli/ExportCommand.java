package org.conjoint.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.conjoint.access.Accounts;
import org.conjoint.exchange.ExportFilter;
import org.conjoint.exchange.ExportResult;
import org.conjoint.exchange.VerdictExport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Hands verdicts out as files. */
@Command(
        name = "export",
        description = "Writes verdicts with their lineage into a new folder.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    private static final String VERDICTS = "verdicts";

    @Parameters(paramLabel = "FORMAT", description = "What to export: " + VERDICTS + ".")
    private String format = "";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "The folder to write; it must not exist yet, or be empty.")
    private Path out = Path.of("");

    @Option(names = "--queue", paramLabel = "NAME", description = "Only verdicts given in this queue.")
    private @Nullable String queue;

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws Exception {
        if (!format.equals(VERDICTS)) {
            output.problem("“%s” is not a format of export; use %s.".formatted(format, VERDICTS));
            return ExitCode.USAGE;
        }
        try (var opened = Opened.at(data.folder())) {
            var export = opened.get(VerdictExport.class);
            var result = opened.get(Accounts.class).runAsSystem(() -> write(export));
            output.progressEnds();
            output.result(
                    result,
                    "%,d verdicts on %,d posts by %,d raters written to %s"
                            .formatted(
                                    result.verdicts(),
                                    result.manifest().posts(),
                                    result.manifest().raters(),
                                    result.folder()));
            return ExitCode.DONE;
        } catch (FolderHeld e) {
            output.problem(e.advice(
                    "-X POST -H 'Content-Type: application/json' -d '{\"format\":\"verdicts\"}' %s/api/exports"));
            return ExitCode.HELD;
        }
    }

    private ExportResult write(VerdictExport export) {
        try {
            return export.write(
                    out,
                    new ExportFilter(queue),
                    written -> output.progress("%,d verdicts written".formatted(written)));
        } catch (IOException e) {
            throw new UncheckedIOException("%s could not be written: %s".formatted(out, e.getMessage()), e);
        }
    }
}
