package org.conjoint.path;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Objects;

/** Works a page as someone without a mouse does. */
record Keyboard(Page page) {

    private static final int MOST_TABS = 120;
    /** What is tabbed to may have to be drawn first, and the first pages share the machine with the import of the demo. */
    private static final double DRAWN_WITHIN = 120_000;

    /** The words of an element: its text, its label or its placeholder. */
    private static final String WORDS = """
            const wordsOf = (at) =>
                [at.innerText, at.getAttribute('aria-label'), at.getAttribute('placeholder')].filter(Boolean).join(' ');
            """;

    void press(String... keys) {
        for (var key : keys) {
            page.keyboard().press(key);
        }
    }

    void type(String text) {
        page.keyboard().type(text);
    }

    /** Goes on with Tab, once it is drawn, until the focus is on something with these words. */
    void tabTo(String words) {
        awaitDrawn(words);
        for (var i = 0; i < MOST_TABS; i++) {
            if (focused().contains(words)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("The focus never came to “%s”; it ended on “%s”".formatted(words, focused()));
    }

    /** Goes on with Tab, once it is drawn, until the focus is in such an element. */
    void tabInto(String selector) {
        page.locator(selector + " >> visible=true")
                .first()
                .waitFor(new Locator.WaitForOptions().setTimeout(DRAWN_WITHIN));
        for (var i = 0; i < MOST_TABS; i++) {
            if (Boolean.TRUE.equals(page.evaluate("at => !!document.activeElement?.closest(at)", selector))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("The focus never came into “%s”; it ended on “%s”".formatted(selector, focused()));
    }

    /** The words of what has the focus: its text, its label or its placeholder. */
    String focused() {
        return Objects.toString(page.evaluate("() => {" + WORDS + """
                  let at = document.activeElement;
                  while (at && at.shadowRoot && at.shadowRoot.activeElement) at = at.shadowRoot.activeElement;
                  return !at || at === document.body ? '' : wordsOf(at);
                }
                """), "");
    }

    /** Tabs that are pressed on an empty page lead nowhere: somebody waits until there is something to go to. */
    private void awaitDrawn(String words) {
        var waiting = new Page.WaitForFunctionOptions().setTimeout(DRAWN_WITHIN);
        page.waitForFunction("words => {" + WORDS + """
                  const drawn = (root) => [...root.querySelectorAll('*')].some((each) =>
                      (each.tabIndex >= 0 && each.checkVisibility() && wordsOf(each).includes(words))
                      || (each.shadowRoot && drawn(each.shadowRoot)));
                  return drawn(document);
                }
                """, words, waiting);
    }
}
