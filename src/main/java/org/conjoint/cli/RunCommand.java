package org.conjoint.cli;

import java.util.concurrent.Callable;
import org.conjoint.ConjointApplication;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the console and holds the data folder until the process ends. */
@Command(name = "run", description = "Starts the console.", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    /** The hold on the data folder; kept here, since a lock that nothing refers to is let go by the collector. */
    private static @Nullable DataFolder console;

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "The port to listen on; 0 takes a free one (default: ${DEFAULT-VALUE}).")
    private int port = 8080;

    @Option(names = "--no-demo", description = "Starts without demo posts and demo accounts.")
    private boolean noDemo;

    @Override
    public Integer call() throws Exception {
        DataFolder held;
        try {
            held = DataFolder.hold(data.folder());
        } catch (FolderHeld e) {
            System.err.println("conjoint: " + e.getMessage());
            return ExitCode.HELD;
        }
        try {
            var context = new SpringApplicationBuilder(ConjointApplication.class)
                    .run("--server.port=" + port, "--conjoint.data=" + data.folder(), "--conjoint.demo=" + !noDemo);
            var address = "http://127.0.0.1:" + port((WebServerApplicationContext) context);
            held.announce(address);
            console = held;
            System.out.printf("%nConjoint is ready: %s%n%n", address);
            return ExitCode.DONE;
        } catch (RuntimeException e) {
            held.close();
            if (cause(e) instanceof PortInUseException taken) {
                System.err.printf("conjoint: port %d is taken; name another with --port.%n", taken.getPort());
                return ExitCode.FAILED;
            }
            throw e;
        }
    }

    private static int port(WebServerApplicationContext context) {
        return java.util.Objects.requireNonNull(context.getWebServer()).getPort();
    }

    private static Throwable cause(Throwable thrown) {
        var cause = thrown;
        while (cause.getCause() != null && !(cause instanceof PortInUseException)) {
            cause = cause.getCause();
        }
        return cause;
    }
}
