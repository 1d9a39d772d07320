package org.conjoint.cli;

import java.util.concurrent.Callable;
import org.conjoint.access.Accounts;
import org.conjoint.discovery.Reindex;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Builds the search index again. */
@Command(
        name = "reindex",
        description = "Builds the search index again from the database.",
        mixinStandardHelpOptions = true)
final class ReindexCommand implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws Exception {
        try (var opened = Opened.at(data.folder())) {
            var reindex = opened.get(Reindex.class);
            var done = opened.get(Accounts.class)
                    .runAsSystem(() -> reindex.run(progress ->
                            output.progress("%,d of %,d posts written".formatted(progress.done(), progress.total()))));
            output.progressEnds();
            output.result(done, "%,d posts are in the index".formatted(done.done()));
            return ExitCode.DONE;
        } catch (FolderHeld e) {
            output.problem(e.advice("-X POST %s/api/reindex"));
            return ExitCode.HELD;
        }
    }
}
