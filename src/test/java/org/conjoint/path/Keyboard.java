package org.conjoint.path;

import com.microsoft.playwright.Page;
import java.util.Objects;

/** Works a page as someone without a mouse does. */
record Keyboard(Page page) {

    private static final int MOST_TABS = 120;

    void press(String... keys) {
        for (var key : keys) {
            page.keyboard().press(key);
        }
    }

    void type(String text) {
        page.keyboard().type(text);
    }

    /** Goes on with Tab until the focus is on something with these words. */
    void tabTo(String words) {
        for (var i = 0; i < MOST_TABS; i++) {
            if (focused().contains(words)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("The focus never came to “%s”; it ended on “%s”".formatted(words, focused()));
    }

    /** Goes on with Tab until the focus is in such an element. */
    void tabInto(String selector) {
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
        return Objects.toString(page.evaluate("""
                        () => {
                          let at = document.activeElement;
                          while (at && at.shadowRoot && at.shadowRoot.activeElement) at = at.shadowRoot.activeElement;
                          if (!at || at === document.body) return '';
                          return [at.innerText, at.getAttribute('aria-label'), at.getAttribute('placeholder')]
                              .filter(Boolean).join(' ');
                        }
                        """), "");
    }
}
