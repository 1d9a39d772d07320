package org.conjoint.path;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;
import org.conjoint.testing.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The keys of the rating screen, in the hands of one rater who changes them. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeysIT {

    private static DemoConsole console;
    private static Page page;
    private static Keyboard keyboard;

    @BeforeAll
    static void open() {
        console = DemoConsole.open();
        page = console.signedIn("rater").newPage();
        keyboard = new Keyboard(page);
        console.awaitWork(page, "Threats");
        keyboard.tabTo("Threats");
        keyboard.press("Enter");
        page.locator(".rating .post").waitFor();
    }

    @AfterAll
    static void close() {
        console.close();
    }

    @BeforeEach
    void look() {
        assertThat(key("rate.flag")).hasText("F");
    }

    @Test
    @Order(1)
    void a_key_of_a_cyrillic_layout_does_what_stands_at_its_place() {
        var before = note();
        type("т", "KeyN", true);
        page.waitForTimeout(300);
        assertThat(note()).as("while text is composed").isEqualTo(before);
        type("т", "KeyN", false);
        page.waitForFunction("before => document.querySelector('.stage-note').innerText !== before", before);
    }

    @Test
    @Order(2)
    void keys_do_nothing_while_one_types() {
        var before = note();
        keyboard.press("r");
        page.waitForFunction("() => document.activeElement?.tagName === 'TEXTAREA'");
        keyboard.type("snb? 14");
        assertThat(page.locator(".reading textarea")).hasValue("snb? 14");
        page.waitForTimeout(300);
        assertThat(note()).isEqualTo(before);
        assertThat(dialog()).not().isVisible();
        keyboard.press("Escape");
        page.waitForFunction("() => document.activeElement?.tagName !== 'TEXTAREA'");
    }

    @Test
    @Order(3)
    void a_key_that_writes_or_belongs_to_the_browser_is_refused_with_the_reason() {
        startChanging("Submit and next");
        keyboard.press("m");
        assertThat(said()).containsText("M would write");
        keyboard.press("Control+p");
        assertThat(said()).containsText("The browser keeps Ctrl P for itself");
        keyboard.press("Escape");
        assertThat(dialog()).isVisible();
        assertThat(keyboard.focused()).contains("“Submit and next”, now Ctrl ↵");
        keyboard.press("Escape");
        assertThat(dialog()).not().isVisible();
    }

    @Test
    @Order(4)
    void a_key_that_is_taken_is_named_and_swapped() {
        startChanging("None; for a pair: no");
        keyboard.press("s");
        assertThat(said()).containsText("S is “Skip” on this screen");
        pictures("keys-clash");
        assertThat(keyboard.focused()).contains("Swap");
        keyboard.press("Enter");
        assertThat(said()).containsText("S is now “None; for a pair: no”. N is now “Skip”.");
        assertThat(change("None; for a pair: no")).hasText("S");
        assertThat(change("Skip")).hasText("N");
        assertThat(keyboard.focused()).contains("“None; for a pair: no”, now S");
        pictures("keys-changed");
        keyboard.press("Escape");
        assertThat(key("rate.skip")).hasText("N");
    }

    @Test
    @Order(5)
    void the_own_key_is_there_after_loading_again() {
        page.reload();
        page.locator(".rating .post").waitFor();
        assertThat(key("rate.skip")).hasText("N");
        assertThat(page.locator(".stage-note")).containsText("Blind");
        var before = note();
        keyboard.press("s");
        page.waitForFunction("before => document.querySelector('.stage-note').innerText !== before", before);
        keyboard.press("n");
        assertThat(page.locator("vaadin-dialog[opened]")).hasCount(1);
        keyboard.press("Escape");
        assertThat(page.locator("vaadin-dialog[opened]")).hasCount(0);
    }

    @Test
    @Order(6)
    void all_keys_are_given_back() {
        keyboard.press("?");
        keyboard.tabTo("Change keys");
        keyboard.press("Enter");
        keyboard.tabTo("Reset all");
        keyboard.press("Enter");
        assertThat(said()).containsText("All keys are as they were at first");
        assertThat(change("Skip")).hasText("S");
        keyboard.press("Escape");
        assertThat(key("rate.skip")).hasText("S");
        page.reload();
        page.locator(".rating .post").waitFor();
        assertThat(key("rate.skip")).hasText("S");
    }

    @Test
    @Order(7)
    void the_map_has_no_barriers() {
        var inspection = new Inspection(page);
        keyboard.press("?");
        assertThat(dialog()).isVisible();
        inspection.look("the map of the keys");
        keyboard.tabTo("Change keys");
        keyboard.press("Enter");
        inspection.look("changing keys");
        assertThat(inspection.barriers()).isEmpty();
        keyboard.press("Escape", "Escape");
        assertThat(dialog()).not().isVisible();
    }

    @Test
    @Order(8)
    void letters_in_a_list_are_for_the_list_and_grade_nothing() {
        new RatingScreen(page, keyboard).gradePartsNone();
        keyboard.press("v");
        page.locator(".background vaadin-details-summary").click();
        keyboard.tabInto(".background vaadin-select");
        keyboard.press("b");
        page.waitForTimeout(500);
        assertThat(given("b")).hasCount(0);
        page.locator(".reading textarea").fill("");
        page.locator(".stage-column").focus();
    }

    @Test
    @Order(9)
    void the_next_post_begins_at_its_first_part_though_all_was_pressed_at_once() {
        for (var post = 0; post < 2; post++) {
            var before = visit();
            pressAtOnce("n", "n", "n", "n", "7", "Control+Enter");
            page.waitForFunction("before => document.querySelector('conjoint-stage').visit !== before", before);
            assertThat(page.locator(".foot .state-line")).containsText("Submitted as verdict");
            var first = page.locator(".grades").getAttribute("data-order").split(" ")[0];
            assertThat(page.locator(".grade-row.current conjoint-segments"))
                    .hasAttribute("data-field", "grade." + first);
            assertThat(page.locator("conjoint-stage")).hasAttribute("shown", first);
        }
    }

    @Test
    @Order(10)
    void what_is_pressed_while_a_submission_is_taken_back_reaches_neither_post() {
        var before = visit();
        var line = SlowLine.of(page);
        line.delay(1500);
        keyboard.press("z", "b");
        page.waitForFunction("before => document.querySelector('conjoint-stage').visit !== before", before);
        line.delay(0);
        assertThat(page.locator(".foot .state-line")).containsText("Taken back");
        page.waitForTimeout(1500);
        assertThat(given("b")).hasCount(0);
        assertThat(page.locator("[data-field='grade.joint'] [aria-checked=true]"))
                .hasText("None");
        keyboard.press("b");
        assertThat(given("b")).hasCount(1);
    }

    private static void startChanging(String action) {
        keyboard.press("?");
        assertThat(dialog()).isVisible();
        keyboard.tabTo("Change keys");
        keyboard.press("Enter");
        keyboard.tabTo("Change the key of “%s”".formatted(action));
        keyboard.press("Enter");
        assertThat(said()).containsText("Press the new key for “%s”".formatted(action));
    }

    /** What the window is told when a key is pressed on another layout. */
    private static void type(String key, String code, boolean composing) {
        page.evaluate(
                "([key, code, isComposing]) => document.querySelector('.stage-column').dispatchEvent("
                        + "new KeyboardEvent('keydown', {key, code, isComposing, bubbles: true, composed: true,"
                        + " cancelable: true}))",
                new Object[] {key, code, composing});
    }

    /** What the window is told when keys follow one another faster than any answer. */
    private static void pressAtOnce(String... keys) {
        page.evaluate("""
                keys => keys.forEach(name => document.querySelector('.stage-column').dispatchEvent(
                    new KeyboardEvent('keydown', {key: name.replace('Control+', ''), ctrlKey: name.startsWith('Control+'),
                        bubbles: true, composed: true, cancelable: true})))
                """, keys);
    }

    /** The grades of a kind that were given. */
    private static Locator given(String grade) {
        return page.locator(".grades [data-value=%s]:is([data-tentative], [aria-checked=true])".formatted(grade));
    }

    private static Object visit() {
        return page.evaluate("() => document.querySelector('conjoint-stage').visit");
    }

    private static void pictures(String name) {
        for (var scheme : ColorScheme.values()) {
            if (scheme != ColorScheme.NO_PREFERENCE) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                for (var width : new int[] {1024, 1440}) {
                    page.setViewportSize(width, 900);
                    Browser.screenshot(
                            page, "%s-%s-%d".formatted(name, scheme.name().toLowerCase(Locale.ROOT), width));
                }
            }
        }
    }

    private static String note() {
        return page.locator(".stage-note").innerText();
    }

    private static Locator key(String action) {
        return page.locator(".foot conjoint-kbd[action='%s']".formatted(action));
    }

    private static Locator dialog() {
        return page.locator("conjoint-key-dialog dialog");
    }

    private static Locator said() {
        return page.locator("conjoint-key-dialog footer p");
    }

    private static Locator change(String action) {
        return page.locator("conjoint-key-dialog button.change[aria-label*='“%s”']".formatted(action));
    }
}
