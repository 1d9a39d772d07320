package org.conjoint.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A console in a process of its own, as a user starts it, on a free port of the loopback address. */
public final class ConsoleProcess implements AutoCloseable {

    private static final String READY = "Conjoint is ready: ";

    private final Process process;
    private final String address;
    private final List<String> log;

    private ConsoleProcess(Process process, String address, List<String> log) {
        this.process = process;
        this.address = address;
        this.log = log;
    }

    /**
     * Starts a console and waits until it answers.
     *
     * @param data its data folder
     * @param options further options of {@code run}, such as {@code --no-demo}
     * @throws IllegalStateException when it does not come up, with what it printed
     */
    public static ConsoleProcess start(Path data, String... options) {
        return start(data, 0, Map.of(), options);
    }

    /**
     * As {@link #start(Path, String...)}.
     *
     * @param port 0 for a free one
     * @param environment variables of the process beside those of this one
     */
    public static ConsoleProcess start(Path data, int port, Map<String, String> environment, String... options) {
        var arguments = new ArrayList<>(List.of("run", "--port", String.valueOf(port), "--data", data.toString()));
        arguments.addAll(List.of(options));
        var process = program(arguments, true, environment);
        var log = java.util.Collections.synchronizedList(new ArrayList<String>());
        var ready = new CompletableFuture<String>();
        Thread.ofVirtual().start(() -> read(process, log, ready));
        try {
            return new ConsoleProcess(process, ready.get(120, TimeUnit.SECONDS), log);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            throw new IllegalStateException("The console did not start:\n" + String.join("\n", log), e);
        }
    }

    /** Runs one command of the program to its end and returns its exit code and what it printed. */
    public static Finished run(String... arguments) {
        var process = program(List.of(arguments), false, Map.of());
        var messages = CompletableFuture.supplyAsync(() -> String.join(
                "\n", process.errorReader(StandardCharsets.UTF_8).lines().toList()));
        try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
            var result = String.join("\n", reader.lines().toList());
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("The command did not end: " + String.join(" ", arguments));
            }
            return new Finished(process.exitValue(), result, messages.join());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The address it answers at, without a closing slash. */
    public String address() {
        return address;
    }

    /** What it has printed so far. */
    public List<String> log() {
        return List.copyOf(log);
    }

    /** Whether it still runs. */
    public boolean alive() {
        return process.isAlive();
    }

    /** Ends it at once, as {@code kill -9} does, with every process it started. */
    public void kill() {
        var family = new ArrayList<>(process.descendants().toList());
        process.destroyForcibly();
        family.forEach(ProcessHandle::destroyForcibly);
        await(Duration.ofSeconds(20));
    }

    @Override
    public void close() {
        process.destroy();
        if (!await(Duration.ofSeconds(30))) {
            kill();
        }
    }

    private boolean await(Duration atMost) {
        try {
            return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Process program(List<String> arguments, boolean together, Map<String, String> environment) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx900m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "org.conjoint.cli.Conjoint"));
        command.addAll(arguments);
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(together);
            builder.environment().putAll(environment);
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(Process process, List<String> log, CompletableFuture<String> ready) {
        try (var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                log.add(line);
                if (line.startsWith(READY)) {
                    ready.complete(line.substring(READY.length()).strip());
                }
            }
        } catch (IOException e) {
            log.add(e.toString());
        }
        ready.completeExceptionally(new IllegalStateException("It ended"));
    }

    /**
     * How a command ended.
     *
     * @param result what it printed on standard output
     * @param messages what it printed beside, as errors and logs
     */
    public record Finished(int code, String result, String messages) {

        /** All that it printed. */
        public String output() {
            return result + "\n" + messages;
        }
    }
}
