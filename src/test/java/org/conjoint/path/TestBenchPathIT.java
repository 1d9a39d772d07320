package org.conjoint.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.testbench.ButtonElement;
import com.vaadin.flow.component.html.testbench.AnchorElement;
import com.vaadin.flow.component.html.testbench.DivElement;
import com.vaadin.flow.component.html.testbench.NativeButtonElement;
import com.vaadin.flow.component.html.testbench.SpanElement;
import com.vaadin.flow.component.textfield.testbench.TextAreaElement;
import com.vaadin.testbench.BrowserTest;
import com.vaadin.testbench.BrowserTestBase;
import com.vaadin.testbench.DriverSupplier;
import com.vaadin.testbench.TestBench;
import com.vaadin.testbench.TestBenchElement;
import java.util.regex.Pattern;
import org.conjoint.testing.Browser;
import org.conjoint.testing.ConsoleProcess;
import org.conjoint.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;

/** The rating path once more, in Vaadin TestBench: it needs a licence, and runs in the profile {@code testbench} only. */
@Tag("testbench")
class TestBenchPathIT extends BrowserTestBase implements DriverSupplier {

    private static final String READING = "the neighbour is being watched by the person who writes";
    private static final Pattern NO_WORK = Pattern.compile("\\b0 open");
    private static final int DEMO_COMES_IN = 90;

    private static ConsoleProcess console;

    @BeforeAll
    static void open() {
        console = ConsoleProcess.start(TestDatabase.newFolder());
    }

    @AfterAll
    static void close() {
        console.close();
    }

    @Override
    public WebDriver createDriver() {
        var options = new ChromeOptions();
        options.addArguments(
                "--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1440,900", "--lang=en-GB");
        Browser.installed().ifPresent(browser -> options.setBinary(browser.toFile()));
        return TestBench.createDriver(new ChromeDriver(options));
    }

    @BrowserTest
    void a_post_is_taken_judged_submitted_and_found() {
        signIn("ana");
        take("Threats");
        gradePartsNone();
        judgeTheWhole();
        $(ButtonElement.class).withTextContaining("Submit and next").single().click();
        waitUntil(_ -> said().startsWith("Submitted as verdict"));
        find();
    }

    private void signIn(String name) {
        getDriver().get(console.address() + "/sign-in");
        $("input").withId("sign-in-username").waitForFirst().sendKeys(name);
        $("input").withId("sign-in-password").first().sendKeys(name + "-demo");
        $(NativeButtonElement.class).withClassName("door-submit").first().click();
        waitUntil(driver -> !driver.getCurrentUrl().contains("sign-in"));
    }

    /** The demo posts come in by a job after the start; a queue offers work once its posts are in. */
    private void take(String queue) {
        waitUntil(
                driver -> {
                    driver.get(console.address() + "/rate");
                    var cards = $(AnchorElement.class)
                            .withClassName("queue-card")
                            .withTextContaining(queue)
                            .all();
                    return !cards.isEmpty()
                            && !NO_WORK.matcher(cards.getFirst().getText()).find();
                },
                DEMO_COMES_IN);
        $(AnchorElement.class)
                .withClassName("queue-card")
                .withTextContaining(queue)
                .first()
                .click();
        $(DivElement.class).withClassName("rating").waitForFirst();
    }

    private void gradePartsNone() {
        for (var part = 0; part < 3 && stageNote().startsWith("Blind"); part++) {
            var before = stageNote();
            press("n");
            waitUntil(_ -> !stageNote().equals(before));
        }
    }

    private void judgeTheWhole() {
        press("4", "v");
        $("conjoint-picker").first().$("input").first().sendKeys("THR-1.1", Keys.ENTER);
        waitUntil(_ -> $(DivElement.class).withClassName("clause-chip").exists());
        assertThat($(DivElement.class).withClassName("composition-card").first().getText())
                .contains("Emergent");
        $(TextAreaElement.class).first().sendKeys(READING, Keys.ESCAPE);
        press("7");
        var pairs = $(TestBenchElement.class).withClassName("pairs").all();
        if (!pairs.isEmpty() && pairs.getFirst().isDisplayed()) {
            press(Keys.ARROW_DOWN, "y", "n", "n");
        }
    }

    private void find() {
        getDriver().get(console.address() + "/search");
        $("input")
                .withAttribute("aria-label", "Search posts")
                .waitForFirst()
                .sendKeys("together:violating \"watched by the person\"", Keys.ENTER);
        waitUntil(_ ->
                $("article").withClassName("result").withTextContaining(READING).exists());
    }

    private String stageNote() {
        return $(SpanElement.class).withClassName("stage-note").first().getText();
    }

    private String said() {
        return $(SpanElement.class).withClassName("state-line").first().getText();
    }

    private void press(CharSequence... keys) {
        for (var key : keys) {
            new Actions(getDriver()).sendKeys(key).perform();
        }
    }
}
