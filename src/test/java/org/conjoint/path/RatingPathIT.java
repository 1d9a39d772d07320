package org.conjoint.path;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.conjoint.testing.Browser;
import org.conjoint.testing.ConsoleProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** One console and one rater; the tests are the steps of a day, in their order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RatingPathIT {

    private static final String READING = "the neighbour is being watched by the person who writes";

    private static DemoConsole console;
    private static Page page;
    private static Keyboard keyboard;
    private static RatingScreen screen;

    @BeforeAll
    static void open() {
        console = DemoConsole.open();
        page = console.browser().page(1440, false);
        keyboard = new Keyboard(page);
        screen = new RatingScreen(page, keyboard);
    }

    @AfterAll
    static void close() {
        console.close();
    }

    @Test
    @Order(1)
    void a_rater_signs_in_by_keyboard() {
        page.navigate(console.address());
        assertThat(page).hasURL(Pattern.compile(".*/sign-in.*"));
        Browser.screenshot(page, "sign-in-light-1440");
        page.waitForFunction("() => document.activeElement?.name === 'username'");
        keyboard.type("ana");
        keyboard.press("Tab");
        keyboard.type("ana-demo");
        keyboard.press("Enter");
        page.waitForURL(url -> !url.contains("sign-in"));
        keyboard.tabTo("Rate");
        Browser.screenshot(page, "home-light-1440");
    }

    @Test
    @Order(2)
    void a_post_is_judged_part_by_part_and_as_a_whole_by_keyboard() {
        console.awaitWork(page, "Threats");
        page.navigate(console.address() + "/rate");
        keyboard.tabTo("Threats");
        keyboard.press("Enter");
        assertThat(page.locator(".rating")).isVisible();
        Browser.screenshot(page, "rate-first-1440");
        keyboard.press("Control+Enter");
        assertThat(page.locator(".grades .trouble")).hasText("Grade the caption");
        assertThat(page.locator(".grade-row.current")).containsText("Caption");
        screen.gradePartsNone();
        keyboard.press("4");
        keyboard.press("v");
        keyboard.press("c");
        keyboard.type("THR-1.1");
        assertThat(page.locator("conjoint-picker [role=option]").first()).containsText("THR-1.1");
        keyboard.press("Enter", "Escape");
        assertThat(page.locator(".composition-card")).containsText("Emergent");
        keyboard.press("r");
        keyboard.type(READING);
        keyboard.press("Escape", "7");
        screen.answerPairs();
        Browser.screenshot(page, "rate-ready-light-1440");
        page.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(com.microsoft.playwright.options.ColorScheme.DARK));
        Browser.screenshot(page, "rate-ready-dark-1440");
        page.setViewportSize(1024, 768);
        Browser.screenshot(page, "rate-ready-dark-1024");
        page.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(com.microsoft.playwright.options.ColorScheme.LIGHT));
        Browser.screenshot(page, "rate-ready-light-1024");
        page.setViewportSize(1440, 900);
        keyboard.press("Control+Enter");
        assertThat(screen.foot()).containsText(Pattern.compile("submitted", Pattern.CASE_INSENSITIVE));
        Browser.screenshot(page, "rate-next-1440");
    }

    @Test
    @Order(3)
    void the_judgement_is_found_by_the_words_of_its_reading() {
        page.navigate(console.address() + "/search");
        assertThat(page.locator(".search-main")).isVisible();
        keyboard.press("/");
        page.waitForFunction("() => document.activeElement && document.activeElement !== document.body");
        keyboard.type("together:violating \"watched by the person\"");
        keyboard.press("Enter");
        assertThat(page.getByText(READING).first()).isVisible();
        Browser.screenshot(page, "search-light-1440");
        page.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(com.microsoft.playwright.options.ColorScheme.DARK));
        Browser.screenshot(page, "search-dark-1440");
    }

    @Test
    @Order(4)
    void a_rater_may_not_open_what_belongs_to_engineers() {
        page.navigate(console.address() + "/data");
        assertThat(page.locator("body"))
                .containsText(Pattern.compile("not open to|not allowed|no access|role", Pattern.CASE_INSENSITIVE));
    }

    @Test
    @Order(5)
    void the_command_line_is_told_of_the_console_that_holds_the_folder() {
        var refused = ConsoleProcess.run(
                "export",
                "verdicts",
                "--out",
                console.data().resolve("out").toString(),
                "--data",
                console.data().toString());
        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.output()).contains(console.address()).contains("/api/exports");
    }

    @Test
    @Order(6)
    void an_engineer_exports_the_verdict_with_its_lineage() throws Exception {
        console.process().close();
        var data = console.data();
        var out = data.resolve("out");
        var exported = ConsoleProcess.run("export", "verdicts", "--out", out.toString(), "--data", data.toString());
        assertThat(exported.code()).as(exported.output()).isZero();
        var row = Files.readAllLines(out.resolve("verdicts.jsonl")).stream()
                .filter(line -> line.contains(READING))
                .findFirst()
                .orElseThrow();
        assertThat(row)
                .contains("\"composition\":\"emergent\"")
                .contains("\"id\":\"THR-1.1\"")
                .containsPattern("\"text_sha256\":\"[0-9a-f]{64}\"")
                .containsPattern("\"rater\":\"r-[0-9a-f]{10}\"");
        assertThat(out.resolve("manifest.json")).exists();
        var audit = ConsoleProcess.run("audit", "verify", "--json", "--data", data.toString());
        assertThat(audit.code()).as(audit.output()).isZero();
        assertThat(audit.result()).matches("\\{\"chains\":.*\"findings\":\\[].*}");
    }
}
