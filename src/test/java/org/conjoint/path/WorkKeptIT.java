package org.conjoint.path;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.conjoint.testing.Browser;
import org.conjoint.testing.ConsoleProcess;
import org.conjoint.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What raters of other tools lose is kept here: nothing is lost, nothing is doubled, and the rater is told. The console
 * stands on PostgreSQL, so that the tests can look into its database while it runs; one of them kills it.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WorkKeptIT {

    /** How long the line is cut; two minutes with {@code -Dconjoint.test.line-cut=120}. */
    private static final int CUT_SECONDS = Integer.getInteger("conjoint.test.line-cut", 20);

    private static final double LONG = 30_000;

    private static WorkDatabase database;
    private static DemoConsole console;

    @BeforeAll
    static void open() {
        database = new WorkDatabase(TestDatabase.newPostgresDatabase());
        var data = TestDatabase.newFolder();
        console = new DemoConsole(data, ConsoleProcess.start(data, 0, database.environment()), Browser.start());
    }

    @AfterAll
    static void close() {
        console.close();
    }

    @Test
    @Order(1)
    void a_cut_line_is_told_and_what_was_entered_meanwhile_arrives_once_and_in_order() {
        var page = judging("ana");
        var lease = lease(page);
        page.context().setOffline(true);
        judgeParts(page);
        var keyboard = new Keyboard(page);
        keyboard.press("v");
        write(page, "the cut line keeps every word of this");
        keyboard.press("7");
        assertThat(bar(page)).containsText(Pattern.compile("The line is down since .* changes kept here"));
        page.waitForTimeout(CUT_SECONDS * 1000.0);
        assertThat(page.locator("[data-field='grade.joint'] [data-value=v]")).hasAttribute("data-tentative", "");
        page.context().setOffline(false);
        assertThat(bar(page)).containsText("The line is back", within(LONG));
        assertThat(page.locator("[data-field='grade.joint'] [aria-checked=true]"))
                .hasText("Violating", text(LONG));
        cite(page);
        new RatingScreen(page, keyboard).answerPairs();
        keyboard.press("Control+Enter");
        assertThat(new RatingScreen(page, keyboard).foot()).containsText("Submitted as verdict", within(LONG));
        assertThat(database.readings("ana")).containsExactly("the cut line keeps every word of this");
        assertThat(database.answered(lease)).isTrue();
        assertThat(kept(page)).isEmpty();
        page.context().close();
    }

    @Test
    @Order(2)
    void what_is_pressed_before_the_next_post_is_seen_does_not_reach_it() {
        var page = judging("ana");
        ready(page, "answered before the line became slow");
        var before = "lease-" + lease(page);
        var line = SlowLine.of(page);
        line.delay(1500);
        var keyboard = new Keyboard(page);
        keyboard.press("Control+Enter", "b", "b", "7");
        page.locator("[data-field='grade.caption'] [data-value=v]").click();
        page.waitForFunction("before => document.querySelector('conjoint-stage').visit !== before", before);
        line.delay(0);
        page.waitForTimeout(1500);
        assertThat(page.locator(".rating [aria-checked=true][data-value], .rating [data-tentative]"))
                .hasCount(0);
        assertThat(database.readings("ana")).contains("answered before the line became slow");
        keyboard.press("n");
        assertThat(page.locator("[data-field='grade.caption'] [aria-checked=true]"))
                .hasText("None");
        assertThat(kept(page)).isEmpty();
        page.context().close();
    }

    @Test
    @Order(3)
    void a_rater_signed_out_in_mid_edit_is_told_and_finds_everything_again() {
        var page = judging("ben");
        judgeParts(page);
        new Keyboard(page).press("v");
        assertThat(page.locator("[data-field='grade.joint'] [aria-checked=true]"))
                .hasText("Violating");
        page.waitForTimeout(1500);
        page.context().clearCookies();
        write(page, "what was typed after the sign-out");
        page.waitForURL(url -> url.contains("sign-in"), new Page.WaitForURLOptions().setTimeout(LONG));
        assertThat(page.locator("conjoint-kept-work"))
                .containsText(Pattern.compile("You were signed out while you judged"));
        assertThat(page.locator("conjoint-kept-work"))
                .containsText(Pattern.compile("Your draft and \\d+ changes? are kept"));
        Browser.screenshot(page, "signed-out-in-mid-edit");
        DemoConsole.signIn(page, "ben");
        assertThat(page.locator(".reading textarea")).hasValue("what was typed after the sign-out", value(LONG));
        assertThat(page.locator(".state-line"))
                .containsText(Pattern.compile("changes? made while the line was down w.* added"));
        assertThat(page.locator("[data-field='grade.joint'] [aria-checked=true]"))
                .hasText("Violating");
        assertThat(database.draft("ben")).contains("what was typed after the sign-out");
        assertThat(kept(page)).isEmpty();
        page.context().close();
    }

    @Test
    @Order(4)
    void a_draft_of_another_window_is_shown_beside_ones_own_before_either_is_written_over() {
        var session = console.signedIn("ana");
        var first = session.newPage();
        enter(first);
        var second = session.newPage();
        second.navigate(first.url());
        assertThat(second.locator(".rating")).isVisible();
        new Keyboard(first).press("n");
        assertThat(first.locator(".state-line")).containsText("Draft saved", within(LONG));
        new Keyboard(second).press("v");
        var dialog = second.locator("vaadin-dialog[opened]");
        assertThat(dialog).containsText("This post has two drafts", within(LONG));
        assertThat(dialog.locator(".both-sides tbody tr").first()).containsText("Violating");
        assertThat(dialog.locator(".both-sides tbody tr").first()).containsText("None");
        Browser.screenshot(second, "two-drafts");
        new Keyboard(second).press("Enter");
        assertThat(second.locator(".state-line")).containsText("This side stands", within(LONG));
        assertThat(database.draft("ana")).contains("\"violating\"");
        session.close();
    }

    @Test
    @Order(5)
    void an_answer_to_a_lost_lease_is_kept_and_both_sides_are_shown() throws InterruptedException {
        var page = judging("rater");
        ready(page, "answered after the lease was gone");
        database.expire(lease(page));
        new Keyboard(page).press("Control+Enter");
        var dialog = page.locator("vaadin-dialog[opened]");
        assertThat(dialog).containsText("answered after the lease was gone", within(LONG));
        assertThat(page.locator(".rate-view")).containsText("Your answer was kept, but does not count");
        assertThat(database.readings("rater")).isEmpty();
        assertThat(database.keptCauses("rater")).containsExactly("expired");
        assertThat(kept(page)).isEmpty();
        page.context().close();
    }

    @Test
    @Order(6)
    void a_server_killed_between_draft_and_submit_stores_the_answer_once() {
        var page = judging("ben");
        if (page.locator(".clause-chip").count() == 0) {
            cite(page);
        }
        new Keyboard(page).press("7");
        new RatingScreen(page, new Keyboard(page)).answerPairs();
        page.waitForTimeout(1500);
        var lease = lease(page);
        var port = URI.create(console.address()).getPort();
        console.process().kill();
        new Keyboard(page).press("Control+Enter");
        assertThat(bar(page)).containsText("your answer kept here", within(LONG));
        console = new DemoConsole(
                console.data(), ConsoleProcess.start(console.data(), port, database.environment()), console.browser());
        page.waitForURL(
                url -> url.contains("sign-in"),
                new Page.WaitForURLOptions().setTimeout(Duration.ofSeconds(90).toMillis()));
        assertThat(page.locator("conjoint-kept-work"))
                .containsText("Your draft is kept on the server, and the answer that you sent in this browser");
        DemoConsole.signIn(page, "ben");
        assertThat(page.locator("body"))
                .containsText("Your answer was on its way when the line broke; it was sent again", within(LONG));
        assertThat(new RatingScreen(page, new Keyboard(page)).foot())
                .containsText("Submitted as verdict", within(LONG));
        assertThat(database.readings("ben")).containsExactly("what was typed after the sign-out");
        assertThat(database.answered(lease)).isTrue();
        assertThat(kept(page)).isEmpty();
        page.context().close();
    }

    @Test
    @Order(7)
    void a_policy_that_changes_in_mid_edit_shows_both_sides_and_the_post_can_be_judged_again() {
        var page = judging("chie");
        ready(page, "judged under the version before");
        var lease = lease(page);
        database.changePolicy(lease);
        new Keyboard(page).press("Control+Enter");
        var dialog = page.locator("vaadin-dialog[opened]");
        assertThat(dialog).containsText("Your answer, and what stands now", within(LONG));
        assertThat(dialog).containsText("judged under the version before");
        assertThat(dialog).containsText("As it reads now");
        assertThat(database.readings("chie")).isEmpty();
        assertThat(database.keptCauses("chie")).containsExactly("policy_changed");
        Browser.screenshot(page, "policy-changed");
        page.getByText("Judge it again with this answer").click();
        assertThat(page.locator(".reading textarea")).hasValue("judged under the version before", value(LONG));
        assertThat(page.locator(".bar-start")).containsText("9.9.9");
        page.context().close();
    }

    private static Page judging(String name) {
        var page = console.signedIn(name).newPage();
        enter(page);
        return page;
    }

    private static void enter(Page page) {
        console.awaitWork(page, "Threats");
        page.locator(".queue-card")
                .filter(new Locator.FilterOptions().setHasText("Threats"))
                .click();
        assertThat(page.locator(".rating")).isVisible();
        page.waitForTimeout(500);
    }

    /** Grades each part that the post has none, at whatever the line does. */
    private static void judgeParts(Page page) {
        var order = page.locator(".grades").getAttribute("data-order").split(" ");
        for (var field : Arrays.asList(order).subList(0, order.length - 1)) {
            new Keyboard(page).press("n");
            assertThat(page.locator("[data-field='grade." + field
                            + "'] [data-value=n]:is([data-tentative], [aria-checked=true])"))
                    .isVisible();
            page.waitForTimeout(250);
        }
    }

    private static void ready(Page page, String reading) {
        judgeParts(page);
        new Keyboard(page).press("v");
        assertThat(page.locator("[data-field='grade.joint'] [aria-checked=true]"))
                .hasText("Violating");
        cite(page);
        write(page, reading);
        new Keyboard(page).press("7");
        new RatingScreen(page, new Keyboard(page)).answerPairs();
        page.waitForTimeout(1500);
    }

    private static void cite(Page page) {
        var keyboard = new Keyboard(page);
        keyboard.press("c");
        keyboard.type("THR-1.1");
        assertThat(page.locator("conjoint-picker [role=option]").first()).containsText("THR-1.1");
        keyboard.press("Enter", "Escape");
        assertThat(page.locator(".clause-chip")).containsText("THR-1.1");
    }

    private static void write(Page page, String reading) {
        var keyboard = new Keyboard(page);
        keyboard.press("r");
        keyboard.type(reading);
        keyboard.press("Escape");
    }

    /** The lease of the post on screen; a rater has more in hand. */
    private static long lease(Page page) {
        var visit = page.evaluate("() => document.querySelector('conjoint-stage').visit");
        return Long.parseLong(visit.toString().replace("lease-", ""));
    }

    private static Locator bar(Page page) {
        return page.locator("conjoint-journal");
    }

    /** What the browser still keeps for the server. */
    private static List<?> kept(Page page) {
        page.waitForTimeout(1500);
        return (List<?>)
                page.evaluate("() => Object.keys(localStorage).filter((name) => name.startsWith('conjoint.journal.'))");
    }

    private static LocatorAssertions.ContainsTextOptions within(double millis) {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(millis);
    }

    private static LocatorAssertions.HasTextOptions text(double millis) {
        return new LocatorAssertions.HasTextOptions().setTimeout(millis);
    }

    private static LocatorAssertions.HasValueOptions value(double millis) {
        return new LocatorAssertions.HasValueOptions().setTimeout(millis);
    }
}
