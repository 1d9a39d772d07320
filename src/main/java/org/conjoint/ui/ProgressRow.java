package org.conjoint.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Long work under way: how much is done, how fast, and how long it will take. */
public final class ProgressRow extends Div {

    private final Span label = new Span();
    private final Span figures = new Span();
    private final ProgressBar bar = new ProgressBar();

    /** @param words what is under way */
    public ProgressRow(String words) {
        addClassName("progress-row");
        figures.addClassNames("num", "muted");
        label.setText(words);
        bar.getElement().setAttribute("aria-label", words);
        add(label, figures, bar);
    }

    /**
     * Shows where the work stands.
     *
     * @param total null while it is not known; then the bar only moves
     * @param perSecond units a second; 0 while it is not known
     * @param left time that it will take, null while it is not known
     */
    public void show(long done, @Nullable Long total, double perSecond, @Nullable Duration left, Locale locale) {
        var numbers = NumberFormat.getIntegerInstance(locale);
        bar.setIndeterminate(total == null);
        if (total != null) {
            bar.setValue(total == 0 ? 1 : Math.clamp((double) done / total, 0, 1));
        }
        var words = new StringBuilder(numbers.format(done));
        if (total != null) {
            words.append(" of ").append(numbers.format(total));
        }
        if (perSecond > 0) {
            words.append(" · ").append(numbers.format(Math.round(perSecond))).append(" a second");
        }
        if (left != null && !left.isNegative()) {
            words.append(" · ").append(inWords(left)).append(" left");
        }
        figures.setText(words.toString());
    }

    static String inWords(Duration left) {
        if (left.toHours() > 0) {
            return "%d h %02d min".formatted(left.toHours(), left.toMinutesPart());
        }
        return left.toMinutes() > 0 ? left.toMinutes() + " min" : left.toSeconds() + " s";
    }
}
