package org.conjoint.path;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The screen on which a post is judged, worked by its keys. */
record RatingScreen(Page page, Keyboard keyboard) {

    /** Grades each part none while the others are masked. */
    void gradePartsNone() {
        for (var part = 0; part < 3 && page.locator(".stage-note").innerText().startsWith("Blind"); part++) {
            var before = page.locator(".stage-note").innerText();
            keyboard.press("n");
            page.waitForFunction("before => document.querySelector('.stage-note').innerText !== before", before);
        }
    }

    /** Answers for the pairs, where they are asked about. */
    void answerPairs() {
        if (page.locator(".pairs").count() > 0 && page.locator(".pairs").first().isVisible()) {
            keyboard.press("ArrowDown", "y", "n", "n");
        }
    }

    Locator foot() {
        return page.locator(".judge-foot, .foot").first();
    }
}
