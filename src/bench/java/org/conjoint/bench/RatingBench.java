package org.conjoint.bench;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.conjoint.testing.Browser;
import org.conjoint.testing.TestDatabase;

/**
 * The rating screen in a real browser over loopback: from the key that submits a post to the next one usable, and of it
 * the server's share; the first post after signing in; and the live heap of the console for each open session. A post is
 * usable when its first part is painted, its grades take a key, its picture is decoded and its sound can play.
 */
public final class RatingBench {

    /** Posts that are in the hands of others, or fetched ahead. */
    private static final int SPARE = 32;
    /** Posts judged before those that count, as in a console that has run for a while. */
    private static final int WARM = 30;

    private static final List<String> RATERS = List.of("ana", "ben", "chie", "rater");
    private static final String WATCH = """
            () => {
              window.usable = () => {
                const image = document.querySelector('.picture img');
                const player = document.querySelector('conjoint-player');
                return (!image || (image.complete && image.naturalWidth > 0))
                  && (!player?.element || player.element.readyState >= 2)
                  && document.querySelector('.grade-row.current') !== null
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
                    if (now !== id && window.usable()) {
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
        var folder = HeavyPosts.write(Files.createTempDirectory("heavy-posts"), posts + WARM + SPARE, "");
        System.out.printf("%,d posts with a picture of %,d kB and a sound of a minute%n", posts, size(folder));
        BenchConsole.start(data, "--no-demo").stop();
        BenchConsole.load(data, folder, "Bench");
        var console = BenchConsole.start(data);
        try (var browser = Browser.start()) {
            judge(browser, console, posts);
            first(
                    browser,
                    console,
                    queue(browser, console),
                    "ben",
                    "the first post after signing in, the console at work");
            heap(browser, console, sessions);
        } finally {
            console.stop();
        }
        System.exit(0);
    }

    private static long size(Path folder) throws IOException {
        return Files.size(folder.resolve("picture-0.jpg")) / 1000;
    }

    private static void judge(Browser browser, BenchConsole console, int posts) {
        var queue = queue(browser, console);
        first(browser, console, queue, "ben", "the first post after signing in, the console just started");
        first(browser, console, queue, "chie", "the first post after signing in, for the second time");
        var page = browser.page(1440, false);
        page.addInitScript("(" + WATCH + ")()");
        page.navigate(queue);
        BenchConsole.signIn(page, "ana");
        page.waitForFunction("() => window.usable()");
        var took = new double[posts];
        var server = new double[posts];
        for (var i = -WARM; i < posts; i++) {
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
            // A hand has Control down well before Enter.
            page.keyboard().down("Control");
            page.waitForTimeout(80);
            page.keyboard().press("Enter");
            page.keyboard().up("Control");
            page.waitForFunction("before => window.bench.id !== '' && window.bench.id !== before", before);
            if (i >= 0) {
                took[i] = number(page, "took");
                server[i] = number(page, "server");
            }
        }
        print("submit to the next post usable, in the browser", took, 100);
        print("of which the server and the way to it", server, 50);
        page.context().close();
    }

    /** The address of the queue to rate from. */
    private static String queue(Browser browser, BenchConsole console) {
        var page = browser.page(1440, false);
        page.navigate(console.address() + "/rate");
        BenchConsole.signIn(page, "rater");
        var card = page.locator(".queue-card", new Page.LocatorOptions().setHasText("Bench"));
        card.waitFor();
        var queue = console.address() + "/" + card.getAttribute("href");
        page.context().close();
        return queue;
    }

    private static void first(Browser browser, BenchConsole console, String queue, String name, String what) {
        var page = browser.page(1440, false);
        page.addInitScript("(" + WATCH + ")()");
        page.navigate(queue);
        page.waitForSelector(".door-submit");
        var began = System.nanoTime();
        BenchConsole.signIn(page, name);
        page.waitForFunction("() => document.querySelector('conjoint-stage .post') && window.usable()");
        System.out.printf("%s: %,d ms (aim: 1,000)%n", what, (System.nanoTime() - began) / 1_000_000);
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

    private static void heap(Browser browser, BenchConsole console, int sessions) throws Exception {
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

    private static BrowserContext session(Browser browser, BenchConsole console, String name) {
        var context = browser.context(1440, false);
        var page = context.newPage();
        // Pictures and sounds are the browser's memory, not the console's.
        page.route(Pattern.compile("/media/"), route -> route.abort());
        page.navigate(console.address() + "/rate");
        BenchConsole.signIn(page, name);
        page.locator(".queue-card", new Page.LocatorOptions().setHasText("Bench"))
                .click();
        page.waitForSelector("conjoint-stage .post");
        return context;
    }
}
