package org.conjoint.bench;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A console as a user starts it, in a process of its own; the launcher becomes the console's own process. */
record BenchConsole(Process process, String address) {

    private static final String READY = "Conjoint is ready: ";

    /** Starts one on a free port and waits until it answers. */
    static BenchConsole start(Path data, String... options) throws IOException {
        var command = new ArrayList<>(List.of("./conjoint", "run", "--port", "0", "--data", data.toString()));
        command.addAll(List.of(options));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var lines = process.inputReader(StandardCharsets.UTF_8);
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(READY)) {
                return new BenchConsole(process, line.substring(READY.length()).strip());
            }
        }
        throw new IllegalStateException("The console did not start");
    }

    /** Imports a folder of posts into a queue; no console may run on the data meanwhile. */
    static void load(Path data, Path folder, String queue) throws IOException, InterruptedException {
        var imported = new ProcessBuilder(
                        "./conjoint", "import", folder.toString(), "--queue", queue, "--data", data.toString())
                .inheritIO()
                .start();
        if (imported.waitFor() != 0) {
            throw new IllegalStateException("The import failed");
        }
    }

    /** Signs a demo account in on the page that asks for it. */
    static void signIn(Page page, String name) {
        page.locator("#sign-in-username").fill(name);
        page.locator("#sign-in-password").fill(name + "-demo");
        page.locator(".door-submit").click();
    }

    /** Bytes of the heap that are in use after a full collection. */
    long liveHeap() throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var pid = Long.toString(process.pid());
        new ProcessBuilder(jcmd, pid, "GC.run").start().waitFor();
        var histogram = new ProcessBuilder(jcmd, pid, "GC.class_histogram").start();
        try (var reader = histogram.inputReader(StandardCharsets.UTF_8)) {
            var total = reader.lines()
                    .filter(line -> line.startsWith("Total"))
                    .findFirst()
                    .orElseThrow();
            return Long.parseLong(total.trim().split("\\s+")[2]);
        }
    }

    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
