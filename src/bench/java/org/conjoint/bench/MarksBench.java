package org.conjoint.bench;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.conjoint.testing.Browser;
import org.conjoint.testing.TestDatabase;

/**
 * The stage under thousands of marks: the time between frames while the pointer moves over the picture, the picture is
 * zoomed, links are stepped through and the sound plays. The reference is the same page with no mark at all.
 */
public final class MarksBench {

    private static final String MARK = """
            count => {
              const stage = document.querySelector('conjoint-stage');
              const caption = stage.post.caption;
              const links = [];
              for (let i = 0; i < count / 3; i++) {
                const at = (i * 3) % (caption.length - 3);
                links.push({ id: `L${3 * i + 1}`, targets: [{ kind: 'span', text: 'caption', start: at, end: at + 2, quote: caption.slice(at, at + 2) }] });
                links.push({ id: `L${3 * i + 2}`, targets: [{ kind: 'region', box: [(i * 37 % 90) / 100, (i * 53 % 90) / 100, 0.05, 0.05] }] });
                links.push({ id: `L${3 * i + 3}`, targets: [{ kind: 'interval', start: i * 50 % 59000, end: i * 50 % 59000 + 300 }] });
              }
              stage.evidence = '99 ' + JSON.stringify({ entities: [], links, image_text: [] });
            }""";
    private static final String WATCH = """
            () => {
              window.frames_ = [];
              window.watching = true;
              let last = performance.now();
              const frame = () => {
                const now = performance.now();
                window.frames_.push(now - last);
                last = now;
                if (window.watching) requestAnimationFrame(frame);
              };
              requestAnimationFrame(frame);
            }""";

    private MarksBench() {}

    /** Usage: {@code [marks]}; 3,000 spans, regions and intervals on one post. */
    public static void main(String[] arguments) throws Exception {
        var marks = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3000;
        var data = TestDatabase.newFolder();
        var folder =
                HeavyPosts.write(Files.createTempDirectory("heavy-posts"), 1, " and along the harbour".repeat(150));
        BenchConsole.start(data, "--no-demo").stop();
        BenchConsole.load(data, folder, "Bench");
        var console = BenchConsole.start(data);
        try (var browser = Browser.start()) {
            var page = browser.page(1440, false);
            page.navigate(console.address() + "/rate");
            BenchConsole.signIn(page, "ana");
            page.locator(".queue-card", new Page.LocatorOptions().setHasText("Bench"))
                    .click();
            for (var part = 1; part <= 3; part++) {
                page.waitForFunction(
                        "part => document.querySelector('.stage-note')?.textContent.includes('part ' + part)", part);
                page.keyboard().press("n");
            }
            page.waitForFunction("() => document.querySelector('.stage-note').textContent.startsWith('As its')");
            page.waitForTimeout(1500);
            measure(page, 0);
            page.evaluate(MARK, marks);
            page.waitForTimeout(2000);
            measure(page, marks);
        } finally {
            console.stop();
        }
        System.exit(0);
    }

    private static void measure(Page page, int marks) {
        System.out.printf("%,d marks%n", marks);
        var box = page.locator("conjoint-picture .viewport").boundingBox();
        print("  pointer over the picture", frames(page, () -> {
            for (var i = 0; i < 60; i++) {
                page.mouse().move(box.x + box.width * (.25 + .5 * (i * 37 % 60) / 60), box.y + box.height * i / 60);
                page.waitForTimeout(16);
            }
        }));
        print("  zooming", frames(page, () -> {
            for (var i = 0; i < 40; i++) {
                page.mouse().wheel(0, i < 20 ? -120 : 120);
                page.waitForTimeout(16);
            }
        }));
        print("  stepping through links", frames(page, () -> {
            for (var i = 0; i < 30; i++) {
                page.keyboard().press("]");
                page.waitForTimeout(16);
            }
        }));
        page.keyboard().press("Escape");
        print("  playing", frames(page, () -> {
            page.keyboard().press("p");
            page.waitForTimeout(2000);
            page.keyboard().press("p");
        }));
    }

    private static double[] frames(Page page, Runnable deed) {
        page.evaluate(WATCH);
        deed.run();
        var frames = (List<?>) page.evaluate("() => { window.watching = false; return window.frames_.map(Number); }");
        return frames.stream()
                .mapToDouble(frame -> ((Number) frame).doubleValue())
                .sorted()
                .toArray();
    }

    private static void print(String what, double[] frames) {
        System.out.printf(
                "%-28s %4d frames: median %5.1f ms, p95 %5.1f ms, max %5.1f ms%n",
                what,
                frames.length,
                frames[frames.length / 2],
                frames[(int) (frames.length * .95)],
                Arrays.stream(frames).max().orElse(0));
    }
}
