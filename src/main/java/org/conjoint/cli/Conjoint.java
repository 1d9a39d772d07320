package org.conjoint.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program's entry: reads the command line and runs one command. */
@Command(
        name = "conjoint",
        description = "Human judgement of what image, caption and sound mean together.",
        mixinStandardHelpOptions = true,
        subcommands = {
            RunCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            PoliciesCommand.class,
            ReindexCommand.class,
            AuditCommand.class
        })
public final class Conjoint {

    private Conjoint() {}

    /** Ends the process with the command's exit code, except that a running console keeps it alive. */
    public static void main(String[] args) {
        var code = execute(args);
        if (code != ExitCode.DONE || !runs(args)) {
            System.exit(code);
        }
    }

    static int execute(String... args) {
        return new CommandLine(new Conjoint())
                .setExecutionExceptionHandler(Conjoint::explain)
                .setExitCodeExceptionMapper(e -> ExitCode.FAILED)
                .execute(args);
    }

    private static boolean runs(String[] args) {
        return args.length > 0 && args[0].equals("run");
    }

    private static int explain(Exception problem, CommandLine command, CommandLine.@Nullable ParseResult result) {
        var message = problem.getMessage() == null ? problem.toString() : problem.getMessage();
        command.getErr().println("conjoint: " + message);
        return ExitCode.FAILED;
    }
}
