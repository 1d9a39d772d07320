package org.conjoint.path;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.conjoint.path.Workbench.Sample;
import org.conjoint.testing.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The examples that the label set is explained by, judged with nothing but the keyboard, and read back from an export. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JointMeaningIT {

    private static final String KNIFE = "👨🏻‍🚒 with a 🔪:\r\nمرحبا بالعالم, he said";

    private static Workbench workbench;
    private static Page page;
    private static Keyboard keyboard;

    @BeforeAll
    static void open() {
        workbench = Workbench.open(
                new Sample("skunk", "love the way you smell today, Dana", "skunk.webp", null),
                new Sample("door", "see you at 8", "front-door.webp", "voice-door-lock.ogg"),
                new Sample("slur", "please teach this", "lesson-board.png", "voice-garbled.ogg"),
                new Sample("flood", "happening now", "flood-street.jpg", "sound-siren-rain.ogg"),
                new Sample("archive", "archive, 2011", "flood-street.jpg", "sound-siren-rain.ogg"),
                new Sample("threat", "see you", "locker-note.webp", "voice-locker.mp3"),
                new Sample("evidence", KNIFE, "chef-market.webp", "sound-cookoff.ogg"));
        page = workbench.rate("ana", 1440, false);
        keyboard = new Keyboard(page);
    }

    @AfterAll
    static void close() {
        workbench.close();
    }

    @Test
    @Order(1)
    void a_skunk_and_a_compliment_are_emergent_and_contradict_each_other_with_irony() {
        on("skunk");
        grade("nn");
        together("v");
        cite();
        read("Dana stinks, and everybody at work knows it");
        composition("Emergent", "It takes all of them");
        keyboard.tabInto(".relation-row vaadin-select");
        keyboard.type("Contradicts · irony");
        assertThat(page.locator(".relation-row:visible vaadin-select-value-button"))
                .containsText("Contradicts · irony");
        Browser.screenshot(page, "joint-skunk-light-1440");
        submit();
    }

    @Test
    @Order(2)
    void a_door_and_a_voice_are_additive() {
        on("door");
        grade("nbn");
        together("v");
        cite();
        read("nobody locks this door, go in while they are away");
        pairs("nny");
        composition("Additive", "Image and sound");
        submit();
    }

    @Test
    @Order(3)
    void a_slur_that_is_taught_about_is_defused() {
        on("slur");
        keyboard.press("n");
        blind(2);
        keyboard.press("v");
        cite();
        keyboard.press("1");
        blind(3);
        keyboard.press("n");
        together("n");
        read("the class is shown why this word hurts");
        composition("Defused", "");
        keyboard.tabInto(".further vaadin-checkbox");
        keyboard.press(" ");
        submit();
    }

    @Test
    @Order(4)
    void an_old_photo_said_to_be_of_now_is_emergent() {
        on("flood");
        grade("nnn");
        together("v");
        cite();
        read("this flood is happening here today");
        pairs("ynn");
        composition("Emergent", "Image and caption");
        submit();
    }

    @Test
    @Order(5)
    void the_same_photo_with_its_year_is_benign() {
        on("archive");
        grade("nnn");
        together("n");
        composition("Benign", "");
        submit();
    }

    @Test
    @Order(6)
    void a_threat_both_written_and_spoken_is_redundant() {
        on("threat");
        keyboard.press("n");
        blind(2);
        keyboard.press("v");
        cite();
        keyboard.press("1");
        blind(3);
        keyboard.press("v");
        cite();
        together("v");
        cite();
        read("you will be hurt, it says so twice");
        composition("Redundant", "");
        submit();
    }

    @Test
    @Order(7)
    void a_span_a_region_and_an_interval_make_one_link_by_keys_and_survive_a_reload() {
        on("evidence");
        grade("nnn");
        together("v");
        cite();
        read("the fire brigade greets the world with a knife");
        pairs("yyy");
        keyboard.press(
                "e", "a", "ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight", "Enter", "Escape");
        keyboard.press("g", "ArrowRight", "Shift+ArrowDown", "Enter");
        keyboard.press("i", "ArrowRight");
        page.waitForFunction("() => document.querySelector('conjoint-player').position >= 1900");
        keyboard.press("i", "d");
        page.locator("select.relation").selectOption("contradicts:irony");
        keyboard.press("Escape", "e");
        assertThat(page.locator(".link-chip")).containsText("contradicts · irony");
        assertThat(page.locator(".foot .state-line")).containsText("Draft saved");
        Browser.screenshot(page, "evidence-light-1440");
        page.waitForTimeout(600);
        page.reload();
        page.waitForSelector(".link-chip");
        on("evidence");
        assertThat(page.locator(".link-chip .target")).hasCount(3);
        assertThat(page.locator(".link-chip")).containsText("contradicts · irony");
        page.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(com.microsoft.playwright.options.ColorScheme.DARK));
        page.setViewportSize(1024, 768);
        page.locator(".link-chip").click();
        Browser.screenshot(page, "evidence-dark-1024");
        page.setViewportSize(1440, 900);
        keyboard.press("Escape");
        submit();
    }

    @Test
    @Order(8)
    void what_was_judged_comes_out_with_offsets_that_slice_in_both_units() {
        var rows = workbench.export().stream()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
        assertComposition(row(rows, "skunk"), "emergent", "[[\"image\",\"caption\"]]");
        assertThat(row(rows, "skunk").at("/relations/image_caption").toString())
                .isEqualTo("{\"relation\":\"contradicts\",\"contradiction\":\"irony\"}");
        assertComposition(row(rows, "door"), "additive", "[[\"image\",\"audio\"]]");
        assertThat(row(rows, "slur").path("composition").asString()).isEqualTo("defused");
        assertComposition(row(rows, "flood"), "emergent", "[[\"image\",\"caption\"]]");
        assertThat(row(rows, "archive").path("composition").asString()).isEqualTo("benign");
        assertComposition(row(rows, "threat"), "redundant", "[[\"image\"],[\"audio\"]]");

        var judged = row(rows, "evidence");
        assertThat(judged.at("/post/caption").asString()).isEqualTo(KNIFE);
        var link = judged.at("/evidence/links/0");
        assertThat(link.path("relation").asString()).isEqualTo("contradicts:irony");
        var span = link.at("/targets/0");
        var quote = span.path("quote").asString();
        assertThat(quote).contains("\r\n").contains("🔪").contains("مرحبا");
        assertThat(KNIFE.substring(span.path("start").asInt(), span.path("end").asInt()))
                .isEqualTo(quote);
        var points = KNIFE.codePoints().toArray();
        var from = span.path("start_code_point").asInt();
        assertThat(new String(points, from, span.path("end_code_point").asInt() - from))
                .isEqualTo(quote);
        assertThat(span.path("start_code_point").asInt())
                .isLessThan(span.path("start").asInt());
        assertThat(link.at("/targets/1/kind").asString()).isEqualTo("region");
        assertThat(link.at("/targets/1/medium").asString())
                .isEqualTo(judged.at("/post/image/sha256").asString());
        assertThat(link.at("/targets/2/end").asInt()
                        - link.at("/targets/2/start").asInt())
                .isEqualTo(2000);
    }

    private static void assertComposition(JsonNode row, String composition, String sets) {
        assertThat(row.path("composition").asString()).isEqualTo(composition);
        assertThat(row.path("sufficient_sets").toString()).isEqualTo(sets);
    }

    private static JsonNode row(java.util.List<JsonNode> rows, String post) {
        return rows.stream()
                .filter(row -> row.at("/post/id").asString().equals(post))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No verdict on " + post));
    }

    // -- keys

    private static void on(String post) {
        assertThat(page.locator(".post-id")).hasText(post);
    }

    /** A grade for each part in the order in which they are opened, none of them violating. */
    private static void grade(String keys) {
        for (var i = 0; i < keys.length(); i++) {
            if (i > 0) {
                blind(i + 1);
            }
            keyboard.press(keys.substring(i, i + 1));
        }
    }

    private static void blind(int part) {
        assertThat(page.locator(".stage-note")).containsText("Blind · part " + part);
    }

    private static void together(String key) {
        keyboard.press("4");
        assertThat(page.locator(".stage-note")).containsText("As its audience received it");
        keyboard.press(key);
    }

    private static void cite() {
        keyboard.press("c");
        keyboard.type("HAR-2.1");
        assertThat(page.locator("conjoint-picker [role=option]").first()).containsText("HAR-2.1");
        keyboard.press("Enter", "Escape");
    }

    private static void read(String sentence) {
        keyboard.press("r");
        keyboard.type(sentence);
        keyboard.press("Escape");
    }

    private static void pairs(String answers) {
        assertThat(page.locator(".pairs")).isVisible();
        keyboard.press("ArrowDown");
        for (var i = 0; i < answers.length(); i++) {
            keyboard.press(answers.substring(i, i + 1));
        }
    }

    private static void composition(String name, String carriers) {
        assertThat(page.locator(".composition-card")).containsText(name);
        assertThat(page.locator(".composition-card")).containsText(carriers);
    }

    private static void submit() {
        keyboard.press("7");
        var said = page.locator(".foot .state-line");
        keyboard.press("Control+Enter");
        assertThat(said.or(page.locator(".state")).first())
                .containsText(Pattern.compile("submitted", Pattern.CASE_INSENSITIVE));
    }
}
