package org.conjoint.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.conjoint.access.Accounts;
import org.conjoint.policy.PolicyImport;
import org.conjoint.policy.PolicyImport.Outcome;
import org.conjoint.policy.files.FileProblem;
import org.conjoint.policy.files.PolicyFolders;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Brings folders of policies in and says of each what became of it. */
@Command(
        name = "import",
        description = "Takes every folder of a policy in a directory; exit code 5 when one was refused.",
        mixinStandardHelpOptions = true)
final class PoliciesImport implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "A directory of folders, one for each policy, or one such folder.")
    private Path directory = Path.of("");

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private Output output = new Output();

    /**
     * What became of a folder.
     *
     * @param outcome unchanged, new_policy, draft, refused or prefix_taken
     * @param draft the draft's id
     * @param changed the clauses that differ from the version that a draft is based on
     * @param problems why it was refused, each with file and line
     */
    record Row(
            String folder,
            String outcome,
            @Nullable String version,
            @Nullable Long draft,
            @Nullable String basedOn,
            List<String> changed,
            List<String> problems) {

        static Row of(String folder, Outcome outcome) {
            return switch (outcome) {
                case Outcome.Unchanged(var number) -> row(folder, "unchanged", number, List.of());
                case Outcome.NewPolicy(var number) -> row(folder, "new_policy", number, List.of());
                case Outcome.Draft(var id, var number, var base, var changed) ->
                    new Row(folder, "draft", number, id, base, changed, List.of());
                case Outcome.Refused(var problems) ->
                    row(
                            folder,
                            "refused",
                            null,
                            problems.stream().map(FileProblem::toString).toList());
                case Outcome.PrefixTaken(var prefix, var owner) ->
                    row(
                            folder,
                            "prefix_taken",
                            null,
                            List.of("the prefix %s belongs to %s; choose another prefix".formatted(prefix, owner)));
            };
        }

        private static Row row(String folder, String outcome, @Nullable String version, List<String> problems) {
            return new Row(folder, outcome, version, null, null, List.of(), problems);
        }

        boolean taken() {
            return problems.isEmpty();
        }

        @Override
        public String toString() {
            return switch (outcome) {
                case "unchanged" -> "unchanged %s %s".formatted(folder, version);
                case "new_policy" -> "new %s %s".formatted(folder, version);
                case "draft" ->
                    "draft %s %s from %s, changed: %s"
                            .formatted(
                                    folder,
                                    version,
                                    basedOn,
                                    changed.isEmpty() ? "no clause" : String.join(", ", changed));
                default ->
                    problems.stream()
                            .map(problem -> System.lineSeparator() + "  " + problem)
                            .collect(Collectors.joining("", "refused " + folder, ""));
            };
        }
    }

    /** What became of all of them. */
    record Result(List<Row> policies) {}

    @Override
    public Integer call() throws Exception {
        if (!Files.isDirectory(directory)) {
            throw new IllegalArgumentException("There is no directory %s".formatted(directory.toAbsolutePath()));
        }
        var found = PolicyFolders.in(directory);
        if (found.isEmpty()) {
            throw new IllegalArgumentException(
                    "There is no folder of a policy in %s".formatted(directory.toAbsolutePath()));
        }
        try (var opened = Opened.at(data.folder())) {
            var policies = opened.get(PolicyImport.class);
            var rows = opened.get(Accounts.class)
                    .runAsSystem(() ->
                            found.stream().map(folder -> take(policies, folder)).toList());
            output.result(
                    new Result(rows),
                    rows.stream().map(Row::toString).collect(Collectors.joining(System.lineSeparator())));
            return rows.stream().allMatch(Row::taken) ? ExitCode.DONE : ExitCode.ROWS_REFUSED;
        } catch (FolderHeld e) {
            output.problem(e.advice());
            return ExitCode.HELD;
        }
    }

    private static Row take(PolicyImport policies, PolicyFolders.Found folder) {
        return Row.of(
                folder.folder(),
                folder.problems().isEmpty()
                        ? policies.take(folder.folder(), folder.files())
                        : new Outcome.Refused(folder.problems()));
    }
}
