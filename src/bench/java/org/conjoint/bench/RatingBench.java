package org.conjoint.bench;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.conjoint.testing.Browser;
import org.conjoint.testing.TestDatabase;

/**
 * The rating screen in a real browser over loopback: from the key that submits a post to the next one usable, and of it
 * the server's share; the first post after signing in; and the live heap of the console for each open session. A post is
 * usable when its first part is painted, its grades take a key, its picture is decoded and its sound can play.
 */
public final class RatingBench {

    private static final List<String> RATERS = List.of("ana", "ben", "chie", "rater");
    private static final String WATCH = """
            () => {
              const usable = () => {
                const image = document.querySelector('.picture img');
                const player = document.querySelector('conjoint-player');
                return (!image || (image.complete && image.naturalWidth > 0))
                  && (!player?.element || player.element.readyState >= 2)
                  && !document.querySelector('.grade-row.current.locked');
              };
              window.bench = { id: '', at: 0, done: 0 };
              window.addEventListener('keydown', (event) => {
                if (event.key === 'Enter' && event.ctrlKey) {
                  const id = document.querySelector('.post-id').textContent;
                  const at = performance.now();
                  performance.clearResourceTimings();
                  const frame = () => {
                    const now = document.querySelector('.post-id')?.textContent ?? id;
                    if (now !== id && usable()) {
                      requestAnimationFrame(() => {
                        const asked = performance.getEntriesByType('resource').filter((entry) => entry.name.includes('v-r=uidl'));
                        const server = asked.length ? asked[0].responseEnd - asked[0].requestStart : 0;
                        window.bench = { id: now, at, took: performance.now() - at, server };
                      });
                    } else {
                      requestAnimationFrame(frame);
                    }
                  };
                  requestAnimationFrame(frame);
                }
              }, { capture: true });
            }""";

    private RatingBench() {}

    /** Usage: {@code [posts] [sessions]}; 100 posts judged, 100 sessions open at once. */
    public static void main(String[] arguments) throws Exception {
        var posts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100;
        var sessions = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
        var data = TestDatabase.newFolder();
        var folder = HeavyPosts.write(Files.createTempDirectory("heavy-posts"), posts + 8);
        System.out.printf("%,d posts with a picture of %,d kB and a sound of a minute%n", posts, size(folder));
        launch(data, "run", "--no-demo", "--port", "0").stop();
        var imported = new ProcessBuilder(
                        "./conjoint", "import", folder.toString(), "--queue", "Bench", "--data", data.toString())
                .inheritIO()
                .start();
        if (imported.waitFor() != 0) {
            throw new IllegalStateException("The import failed");
        }
        var console = launch(data, "run", "--port", "0");
        try (var browser = Browser.start()) {
            judge(browser, console, posts);
            heap(browser, console, sessions);
        } finally {
            console.stop();
        }
        System.exit(0);
    }

    private static long size(Path folder) throws IOException {
        return Files.size(folder.resolve("picture-0.jpg")) / 1000;
    }

    private static void judge(Browser browser, Console console, int posts) {
        var page = browser.page(1440, false);
        page.navigate(console.address() + "/rate");
        page.locator("#sign-in-username").fill("ana");
        page.locator("#sign-in-password").fill("ana-demo");
        var card = page.locator(".queue-card", new Page.LocatorOptions().setHasText("Bench"));
        page.locator(".door-submit").click();
        card.waitFor();
        var began = System.nanoTime();
        card.click();
        page.waitForSelector("conjoint-stage .post");
        System.out.printf(
                "first post after choosing the queue: %,d ms (aim: 1,000)%n", (System.nanoTime() - began) / 1_000_000);
        page.evaluate(WATCH);
        var took = new double[posts];
        var server = new double[posts];
        for (var i = 0; i < posts; i++) {
            for (var part = 1; part <= 3; part++) {
                page.waitForFunction(
                        "part => document.querySelector('.stage-note').textContent.includes('part ' + part)", part);
                page.keyboard().press("n");
            }
            page.waitForFunction("() => document.querySelector('.stage-note').textContent.startsWith('As its')");
            page.keyboard().press("n");
            page.waitForFunction("() => document.querySelector('.row-joint [aria-checked=true]')");
            page.waitForTimeout(700);
            var before = page.locator(".post-id").textContent();
            page.keyboard().press("Control+Enter");
            page.waitForFunction("before => window.bench.id !== '' && window.bench.id !== before", before);
            took[i] = number(page, "took");
            server[i] = number(page, "server");
        }
        print("submit to the next post usable, in the browser", took, 100);
        print("of which the server and the way to it", server, 50);
        page.context().close();
    }

    private static double number(Page page, String name) {
        return ((Number) page.evaluate("name => window.bench[name]", name)).doubleValue();
    }

    private static void print(String what, double[] millis, int aim) {
        Arrays.sort(millis);
        System.out.printf(
                "%s: median %.0f ms, p95 %.0f ms, max %.0f ms (aim for p95: %d)%n",
                what, millis[millis.length / 2], millis[(int) (millis.length * .95)], millis[millis.length - 1], aim);
    }

    private static void heap(Browser browser, Console console, int sessions) throws Exception {
        var open = new ArrayList<BrowserContext>();
        open.add(session(browser, console, RATERS.getFirst()));
        var before = console.liveHeap();
        for (var i = 0; i < sessions; i++) {
            open.add(session(browser, console, RATERS.get(i % RATERS.size())));
        }
        var after = console.liveHeap();
        System.out.printf(
                "live heap of %d open rating sessions: %,d kB each (aim: 500)%n",
                sessions, (after - before) / sessions / 1000);
        open.forEach(BrowserContext::close);
    }

    private static BrowserContext session(Browser browser, Console console, String name) {
        var context = browser.context(1440, false);
        var page = context.newPage();
        // Pictures and sounds are the browser's memory, not the console's.
        page.route(Pattern.compile("/media/"), route -> route.abort());
        page.navigate(console.address() + "/rate");
        page.locator("#sign-in-username").fill(name);
        page.locator("#sign-in-password").fill(name + "-demo");
        page.locator(".door-submit").click();
        page.locator(".queue-card", new Page.LocatorOptions().setHasText("Bench"))
                .click();
        page.waitForSelector("conjoint-stage .post");
        return context;
    }

    private static Console launch(Path data, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("./conjoint"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", data.toString()));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var lines = process.inputReader(StandardCharsets.UTF_8);
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("Conjoint is ready: ")) {
                return new Console(
                        process, line.substring("Conjoint is ready: ".length()).strip());
            }
        }
        throw new IllegalStateException("The console did not start");
    }

    /** The console as a user starts it; the launcher becomes the console's own process. */
    private record Console(Process process, String address) {

        /** Bytes of the heap that are in use after a full collection. */
        long liveHeap() throws Exception {
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
}
