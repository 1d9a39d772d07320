package org.conjoint.path;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.conjoint.testing.Browser;
import org.conjoint.testing.ConsoleProcess;
import org.conjoint.testing.TestDatabase;

/** A console of its own with the demo's accounts and posts, and a browser to open it in. */
public record DemoConsole(Path data, ConsoleProcess process, Browser browser) implements AutoCloseable {

    private static final Duration DEMO_COMES_IN = Duration.ofSeconds(90);
    /** The first pages share the machine with the import of the demo. */
    private static final Duration FIRST_PAGE = Duration.ofSeconds(120);

    private static final Pattern NO_WORK = Pattern.compile("\\b0 open");

    static DemoConsole open() {
        return over(TestDatabase.newFolder());
    }

    /** One over a data folder that may hold something already. */
    public static DemoConsole over(Path data) {
        return new DemoConsole(data, ConsoleProcess.start(data), Browser.start());
    }

    public String address() {
        return process.address();
    }

    /** A session of its own, signed in as the demo account of this name. */
    public BrowserContext signedIn(String name) {
        var session = browser.context(1440, false);
        session.setDefaultNavigationTimeout(FIRST_PAGE.toMillis());
        var page = session.newPage();
        page.navigate(address() + "/sign-in");
        signIn(page, name);
        page.waitForURL(url -> !url.contains("sign-in"));
        page.close();
        return session;
    }

    /** Fills in the page on which one signs in. */
    static void signIn(Page page, String name) {
        page.locator("#sign-in-username").fill(name);
        page.locator("#sign-in-password").fill(name + "-demo");
        page.locator(".door-submit").click();
    }

    /** The demo posts come in by a job after the start; a queue offers work once its posts are in. */
    void awaitWork(Page page, String queue) {
        var end = System.nanoTime() + DEMO_COMES_IN.toNanos();
        while (System.nanoTime() < end) {
            page.navigate(address() + "/rate");
            var card = page.locator(".queue-card").filter(new Locator.FilterOptions().setHasText(queue));
            page.waitForTimeout(1000);
            if (card.count() > 0 && !NO_WORK.matcher(card.first().innerText()).find()) {
                return;
            }
        }
        throw new AssertionError("The demo posts did not come in:\n" + String.join("\n", process.log()));
    }

    @Override
    public void close() {
        browser.close();
        process.close();
    }
}
