package org.conjoint.path;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.conjoint.testing.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A policy from its draft into force, by the hands of an author and a second person; the tests are the steps in their order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PolicyPathIT {

    private static final double MINUTE_AND_MORE = 100_000;

    private static DemoConsole console;
    private static BrowserContext authors;
    private static BrowserContext leads;
    private static Page author;
    private static Page lead;

    @BeforeAll
    static void open() {
        console = DemoConsole.open();
        authors = console.signedIn("author");
        leads = console.signedIn("lead");
        author = authors.newPage();
        lead = leads.newPage();
    }

    @AfterAll
    static void close() {
        console.close();
    }

    @Test
    @Order(1)
    void an_author_opens_a_draft_and_what_is_written_is_kept_at_once() {
        author.navigate(console.address() + "/policies/adult/steps");
        author.getByText("Open a draft on it").click();
        author.waitForURL(Pattern.compile(".*/policies/drafts/\\d+.*"));
        entry(author, "ADU-1.1").click();
        assertThat(author.locator(".draft-structure a[aria-current]")).containsText("ADU-1.1");
        var text = text(author);
        assertThat(text).not().isEmpty();
        text.fill(text.inputValue() + " This holds for drawings too.");
        assertThat(author.locator(".passage-preview")).containsText("This holds for drawings too.");
        assertThat(author.locator("[role=status]")).containsText("Kept");
        assertThat(author.locator(".problem-list")).containsText("ADU-1.1 has changed");
        shots(author, "draft");
        author.reload();
        assertThat(text(author)).hasValue(Pattern.compile(".*drawings too\\.", Pattern.DOTALL));
    }

    @Test
    @Order(2)
    void what_another_writes_in_the_same_passage_meanwhile_is_kept_from_both() {
        lead.navigate(author.url());
        var theirs = text(lead);
        assertThat(theirs).not().isEmpty();
        var mine = text(author);
        mine.fill(mine.inputValue() + " And for models.");
        assertThat(author.locator("[role=status]")).containsText("revision 3");
        theirs.fill(theirs.inputValue() + " And for paintings.");
        assertThat(lead.locator(".side-panel")).containsText("And for paintings.");
        assertThat(theirs).hasValue(Pattern.compile(".*models\\.", Pattern.DOTALL));
        shots(lead, "draft-both-sides");
        lead.getByText("Keep what stands").click();
        assertThat(lead.locator(".side-panel")).hasCount(0);
    }

    @Test
    @Order(3)
    void what_changes_is_said_before_it_is_sent() {
        author.getByText("Send to review").click();
        assertThat(author.locator(".draft-writing > .trouble")).containsText("ADU-1.1");
        author.locator(".draft-writing .change-panel vaadin-select").first().click();
        author.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Editorial"))
                .click();
        assertThat(author.locator(".draft-head h1")).hasText("Adult content 1.0.1");
        var why = author.locator(".draft-side .change-panel vaadin-text-area textarea");
        why.fill("Raters asked about drawings.");
        assertThat(author.locator(".problem-list")).containsText("Nothing is wrong");
        shots(author, "draft-complete");
        author.getByText("Send to review").click();
        author.waitForURL(Pattern.compile(".*/policies/adult/steps.*"));
        assertThat(author.locator(".steps-head")).containsText("In review");
    }

    @Test
    @Order(4)
    void the_author_is_refused_what_a_second_person_decides() {
        author.getByText("Confirm the kind").click();
        assertThat(author.locator(".trouble[role=alert]")).containsText("You wrote version 1.0.1");
        author.getByText("Try it out").click();
        assertThat(author.locator(".trouble[role=alert]")).containsText("another person has to");
        assertThat(author.locator(".steps-head")).containsText("In review");
        shots(author, "steps-refused");
    }

    @Test
    @Order(5)
    void a_second_person_confirms_tries_out_and_approves() {
        lead.navigate(author.url());
        lead.getByText("Confirm the kind").click();
        assertThat(lead.locator(".steps-confirmed")).containsText("Confirmed by");
        lead.getByText("Try it out").click();
        assertThat(lead.locator(".steps-head")).containsText("Calibrating");
        lead.getByText("Approve", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(lead.locator(".steps-head")).containsText("Approved");
    }

    @Test
    @Order(6)
    void the_version_is_scheduled_and_judges_from_its_minute_on() {
        author.reload();
        author.getByText("Schedule …").click();
        var dialog = author.locator("vaadin-dialog[opened]");
        var from = LocalDateTime.now(ZoneOffset.UTC).plusSeconds(65);
        assertThat(dialog.locator("vaadin-date-time-picker input")).hasCount(4);
        for (var picker : dialog.locator("vaadin-date-time-picker").all()) {
            var inputs = picker.locator("input");
            inputs.nth(0).fill(from.format(DateTimeFormatter.ofPattern("M/d/yyyy", Locale.US)));
            inputs.nth(0).press("Tab");
            inputs.nth(1).fill(from.format(DateTimeFormatter.ofPattern("h:mm a", Locale.US)));
            inputs.nth(1).press("Tab");
        }
        assertThat(dialog.locator("input").first())
                .hasValue(from.format(DateTimeFormatter.ofPattern("M/d/yyyy", Locale.US)));
        shots(author, "schedule");
        dialog.getByText("Schedule it").click();
        assertThat(author.locator(".steps-head")).containsText("Scheduled");
        shots(author, "steps-scheduled");
        author.navigate(console.address() + "/policies/adult?version=1.0.1");
        assertThat(author.locator(".policy-article")).containsText("This holds for drawings too.");
        lead.navigate(console.address() + "/policies/adult/steps?version=1.0.1");
        author.waitForCondition(
                () -> {
                    lead.reload();
                    return lead.locator(".steps-head").innerText().contains("In force");
                },
                new Page.WaitForConditionOptions().setTimeout(MINUTE_AND_MORE));
        lead.navigate(console.address() + "/policies/adult");
        assertThat(lead.locator(".policy-article")).containsText("This holds for drawings too.");
    }

    private static Locator text(Page page) {
        return page.locator(".passage-fields vaadin-text-area textarea").first();
    }

    private static Locator entry(Page page, String id) {
        return page.locator(".draft-structure a").filter(new Locator.FilterOptions().setHasText(id));
    }

    private static void shots(Page page, String name) {
        for (var width : new int[] {1440, 1024}) {
            page.setViewportSize(width, 900);
            for (var scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                Browser.screenshot(
                        page, "%s-%s-%d".formatted(name, scheme.name().toLowerCase(Locale.ROOT), width));
            }
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(1440, 900);
    }
}
