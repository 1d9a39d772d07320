package org.conjoint.path;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every screen in a real browser, as someone who works with it: no barrier of serious or critical impact on any. */
class AccessibilityIT {

    private static final String READING = "the neighbour is being watched by the person who writes";

    private static DemoConsole console;

    @BeforeAll
    static void open() {
        console = DemoConsole.open();
        try (var session = console.signedIn("rater")) {
            console.awaitWork(session.newPage(), "Threats");
        }
    }

    @AfterAll
    static void close() {
        console.close();
    }

    @Test
    void a_barrier_is_found_where_there_is_one() {
        try (var session = console.browser().context(1440, false)) {
            var page = session.newPage();
            page.setContent("""
                    <html lang="en"><title>Barriers</title><main style="background: #fff">
                    <button></button><p style="color: #aaa">Hardly to be read</p></main></html>
                    """);
            var inspection = new Inspection(page);
            inspection.look("a page with barriers");
            assertThat(inspection.barriers())
                    .anyMatch(barrier -> barrier.contains("button-name"))
                    .anyMatch(barrier -> barrier.contains("color-contrast"));
        }
    }

    @Test
    void the_door_is_open_to_everyone() {
        try (var session = console.browser().context(1440, false)) {
            var page = session.newPage();
            var inspection = new Inspection(page);
            open(page, "/sign-in", ".door-demo");
            inspection.look("sign-in");
            page.locator("#sign-in-username").fill("rater");
            page.locator("#sign-in-password").fill("wrong");
            page.locator(".door-submit").click();
            assertThat(page.locator(".notice.refused")).isVisible();
            inspection.look("sign-in refused");
            open(page, "/first-administrator", ".door-card");
            inspection.look("first administrator");
            assertThat(inspection.barriers()).isEmpty();
        }
    }

    @Test
    void a_rater_can_choose_judge_submit_and_read_again() {
        try (var session = console.signedIn("rater")) {
            var page = session.newPage();
            var keyboard = new Keyboard(page);
            var screen = new RatingScreen(page, keyboard);
            var inspection = new Inspection(page);
            open(page, "/", ".home");
            inspection.look("home");
            open(page, "/rate", ".queue-card");
            inspection.look("queues");
            page.locator(".queue-card")
                    .filter(new Locator.FilterOptions().setHasText("Threats"))
                    .click();
            assertThat(page.locator(".rating .post")).isVisible();
            inspection.look("a post to rate, one part");
            screen.gradePartsNone();
            keyboard.press("4", "v", "Control+Enter");
            assertThat(page.locator(".clauses .trouble")).not().isEmpty();
            inspection.look("a post to rate, not complete");
            keyboard.press("Escape", "c");
            keyboard.type("THR-1.1");
            assertThat(page.locator("conjoint-picker [role=option]").first()).containsText("THR-1.1");
            inspection.look("a post to rate, choosing a clause");
            keyboard.press("Enter", "Escape", "r");
            keyboard.type(READING);
            keyboard.press("Escape", "7");
            screen.answerPairs();
            assertThat(page.locator(".composition-card")).containsText("Emergent");
            inspection.look("a post to rate, complete");
            keyboard.press("Control+Enter");
            assertThat(screen.foot()).containsText(Pattern.compile("submitted", Pattern.CASE_INSENSITIVE));
            open(page, "/judgements", ".judgement-list a");
            page.locator(".judgement-list a").first().click();
            assertThat(page.locator(".judgement-record")).isVisible();
            inspection.look("judgements");
            assertThat(inspection.barriers()).isEmpty();
        }
    }

    @Test
    void a_page_that_is_not_there_or_not_for_ones_roles_can_be_read() {
        try (var session = console.signedIn("rater")) {
            var page = session.newPage();
            var inspection = new Inspection(page);
            open(page, "/data", ".state");
            inspection.look("not for these roles");
            open(page, "/nowhere", ".state");
            inspection.look("not there");
            assertThat(inspection.barriers()).isEmpty();
        }
    }

    @Test
    void a_reviewer_can_read_that_there_is_nothing_yet() {
        try (var session = console.signedIn("reviewer")) {
            var page = session.newPage();
            var inspection = new Inspection(page);
            open(page, "/rate", ".queue-chooser");
            inspection.look("queues of a reviewer");
            open(page, "/judgements", ".judgements .state");
            inspection.look("no judgements");
            assertThat(inspection.barriers()).isEmpty();
        }
    }

    @Test
    void an_author_can_read_the_policies() {
        try (var session = console.signedIn("author")) {
            var page = session.newPage();
            var inspection = new Inspection(page);
            open(page, "/policies", ".policy-list");
            inspection.look("policies");
            open(page, "/policies/threats", ".policy-article");
            inspection.look("a policy");
            assertThat(inspection.barriers()).isEmpty();
        }
    }

    @Test
    void a_lead_can_search_and_open_what_was_found() {
        try (var session = console.signedIn("lead")) {
            var page = session.newPage();
            var inspection = new Inspection(page);
            open(page, "/search?q=together:violating", ".result");
            inspection.look("search");
            page.locator(".result .facts a").first().click();
            assertThat(page.locator(".post-page .verdict").first()).isVisible();
            inspection.look("a post");
            open(page, "/search?q=together:nonsense", ".results .state");
            inspection.look("search refused");
            assertThat(inspection.barriers()).isEmpty();
        }
    }

    @Test
    void an_engineer_can_import_export_and_follow_jobs() {
        try (var session = console.signedIn("data")) {
            var page = session.newPage();
            var inspection = new Inspection(page);
            open(page, "/data", ".data-form");
            inspection.look("data");
            open(page, "/jobs", ".job-card");
            inspection.look("jobs");
            page.locator(".job-title").first().click();
            assertThat(page.locator("vaadin-grid").first()).isVisible();
            inspection.look("a job");
            open(page, "/settings/tokens", ".page-head");
            inspection.look("tokens");
            assertThat(inspection.barriers()).isEmpty();
        }
    }

    @Test
    void an_administrator_can_keep_the_accounts() {
        try (var session = console.signedIn("admin")) {
            var page = session.newPage();
            var inspection = new Inspection(page);
            open(page, "/", ".home");
            inspection.look("home of an administrator");
            open(page, "/settings", ".tile");
            inspection.look("settings");
            open(page, "/settings/shields", ".shields-card");
            inspection.look("shields");
            open(page, "/settings/password", ".page-head");
            inspection.look("password");
            open(page, "/settings/accounts", "vaadin-grid-cell-content:has-text('Robin Rater')");
            inspection.look("accounts");
            page.locator(".tool-row vaadin-button").last().click();
            assertThat(page.locator(".dialog-form")).isVisible();
            inspection.look("a new account");
            assertThat(inspection.barriers()).isEmpty();
        }
    }

    private static void open(Page page, String path, String shows) {
        page.navigate(console.address() + path);
        page.locator(shows).first().waitFor();
    }
}
