package org.conjoint.path;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Looks at a page for what keeps people out of it, by every rule of axe, in light and in dark colours. */
record Inspection(Page page, List<String> barriers) {

    private static final Set<String> GRAVE = Set.of("serious", "critical");

    /** Colours that are still on their way to those of the other scheme are nobody's: their transitions end at once. */
    private static final String END_TRANSITIONS = """
            async () => {
              const frame = () => new Promise((done) => requestAnimationFrame(done));
              const end = (root) => {
                root.getAnimations()
                  .filter((each) => each.effect.getComputedTiming().endTime < Infinity)
                  .forEach((each) => each.finish());
                root.querySelectorAll('*').forEach((each) => each.shadowRoot && end(each.shadowRoot));
              };
              await frame();
              await frame();
              end(document);
              await frame();
            }
            """;

    Inspection(Page page) {
        this(page, new ArrayList<>());
    }

    /**
     * Adds what is found on the page as it is now.
     *
     * @param screen what the page shows, for the message
     */
    void look(String screen) {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.evaluate(END_TRANSITIONS);
            var options = new AxeRunOptions();
            options.setResultTypes(List.of("violations"));
            // The legacy mode leaves out the second window in which results of frames are put together: there are none.
            var results =
                    new AxeBuilder(page).options(options).setLegacyMode(true).analyze();
            results.getViolations().stream()
                    .filter(rule -> GRAVE.contains(rule.getImpact()))
                    .forEach(rule -> rule.getNodes().forEach(node -> barriers.add(words(screen, scheme, rule, node))));
        }
    }

    private static String words(String screen, ColorScheme scheme, Rule rule, CheckedNode node) {
        return "%s, %s: %s (%s) at %s%n%s%n%s"
                .formatted(
                        screen,
                        scheme,
                        rule.getId(),
                        rule.getImpact(),
                        node.getTarget(),
                        node.getHtml(),
                        node.getFailureSummary());
    }
}
