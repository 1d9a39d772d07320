package org.conjoint.calibration.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.conjoint.agreement.Agreement;
import org.conjoint.calibration.Figures;

/** How far a panel agreed, as a dot with its interval on a scale from 0.5 to 1, against the mark that it has to reach. */
final class GateReading extends Div {

    private static final double BEGIN = 0.5;

    /** @param bar the least α that opens the gate */
    GateReading(String on, Agreement agreement, double bar) {
        addClassName("gate-reading");
        getElement().setAttribute("role", "group").setAttribute("aria-label", on + ": " + words(agreement, bar));
        var label = new Span(on);
        label.addClassName("gate-on");
        var scale = new Div();
        scale.addClassName("gate-scale");
        scale.getElement().setAttribute("aria-hidden", "true");
        var value = new Span();
        value.addClassNames("gate-value", "num");
        switch (agreement) {
            case Agreement.Measured(var _, var alpha, var low, var high) -> {
                var interval = at("gate-interval", low);
                interval.getStyle().set("--to", percent(high));
                scale.add(interval, at("gate-dot", alpha));
                var figure = new Span(Figures.of(alpha));
                figure.addClassName("gate-figure");
                value.add(figure, new Span(" (%s) %s".formatted(Figures.of(low, high), alpha >= bar ? "✓" : "below")));
                setClassName("gate-missed", alpha < bar);
            }
            case Agreement.AllTheSame _ -> value.add(new Span("all the same"));
            case Agreement.NoPairs _ -> value.add(new Span("nothing yet"));
        }
        scale.add(at("gate-mark", bar));
        add(label, scale, value);
    }

    /** The same in a sentence. */
    static String words(Agreement agreement, double bar) {
        return switch (agreement) {
            case Agreement.Measured(var items, var alpha, var low, var high) ->
                "α %s, 95 %% interval %s, over %d posts; %s %s is needed"
                        .formatted(
                                Figures.of(alpha),
                                Figures.of(low, high),
                                items,
                                alpha >= bar ? "reaches the mark;" : "below the mark;",
                                Figures.of(bar));
            case Agreement.AllTheSame(var items) ->
                "α is undefined, because all answers on %d posts are the same".formatted(items);
            case Agreement.NoPairs() -> "no post has two answers yet";
        };
    }

    private static Span at(String name, double alpha) {
        var mark = new Span();
        mark.addClassName(name);
        mark.getStyle().set("--at", percent(alpha));
        return mark;
    }

    private static String percent(double alpha) {
        var share = (Math.clamp(alpha, BEGIN, 1) - BEGIN) / (1 - BEGIN);
        return "%d%%".formatted(Math.round(share * 100));
    }
}
