package org.conjoint.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.conjoint.access.Accounts;
import org.conjoint.policy.Policies;
import org.conjoint.policy.PolicySummary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Hands policies out as the folders that were taken, byte for byte. */
@Command(
        name = "export",
        description =
                "Writes the files of policies, each into a folder of its own; exit code 5 when one was not written.",
        mixinStandardHelpOptions = true)
final class PoliciesExport implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "Where the folders are written.")
    private Path directory = Path.of("");

    @Option(
            names = "--policy",
            paramLabel = "SLUG",
            description = "Only this policy; may be given again (default: all).")
    private List<String> policies = new ArrayList<>();

    @Option(
            names = "--version",
            paramLabel = "N",
            description = "The version with this number, or “" + ChosenVersions.LATEST
                    + "” (default: the one in force, else the next).")
    private @Nullable String number;

    @Option(names = "--force", description = "Replaces files that stand in a policy's folder already.")
    private boolean force;

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private Output output = new Output();

    /**
     * What became of a policy.
     *
     * @param outcome written, unchanged or refused
     * @param reason why it was refused
     */
    record Row(
            String policy,
            @Nullable String version,
            String outcome,
            String folder,
            @Nullable String reason) {
        @Override
        public String toString() {
            return version == null || reason != null
                    ? "%s %s: %s".formatted(outcome, policy, reason)
                    : "%s %s %s: %s".formatted(outcome, policy, version, folder);
        }
    }

    /** What became of all of them. */
    record Result(String directory, List<Row> policies) {}

    @Override
    public Integer call() throws Exception {
        try (var opened = Opened.at(data.folder())) {
            var rows = opened.get(Accounts.class).runAsSystem(() -> export(opened.get(Policies.class)));
            output.result(
                    new Result(directory.toAbsolutePath().normalize().toString(), rows),
                    rows.stream().map(Row::toString).collect(Collectors.joining(System.lineSeparator())));
            return rows.stream().anyMatch(row -> row.outcome().equals("refused"))
                    ? ExitCode.ROWS_REFUSED
                    : ExitCode.DONE;
        } catch (FolderHeld e) {
            output.problem(e.advice());
            return ExitCode.HELD;
        }
    }

    private List<Row> export(Policies service) {
        var versions = new ChosenVersions(service);
        policies.forEach(versions::require);
        var rows = new ArrayList<Row>();
        for (var slug : policies.isEmpty() ? versions.slugs() : new TreeSet<>(policies)) {
            rows.add(versions.version(slug, number)
                    .map(version -> write(service, version))
                    .orElseGet(() ->
                            new Row(slug, null, "refused", folder(slug).toString(), "it has no version " + number)));
        }
        return rows;
    }

    private Row write(Policies service, PolicySummary version) {
        var folder = folder(version.slug());
        try {
            var written = FolderWriter.write(folder, service.files(version.version()), force);
            return switch (written) {
                case WRITTEN -> row(version, "written", folder, null);
                case UNCHANGED -> row(version, "unchanged", folder, null);
                case REFUSED ->
                    row(
                            version,
                            "refused",
                            folder,
                            force
                                    ? folder + " is no folder of files alone; move it away"
                                    : folder + " holds other files; move them away, or replace them with --force");
            };
        } catch (IOException e) {
            throw new UncheckedIOException("%s could not be written: %s".formatted(folder, e.getMessage()), e);
        }
    }

    private Path folder(String slug) {
        return directory.toAbsolutePath().normalize().resolve(slug);
    }

    private static Row row(PolicySummary version, String outcome, Path folder, @Nullable String reason) {
        return new Row(version.slug(), version.number(), outcome, folder.toString(), reason);
    }
}
