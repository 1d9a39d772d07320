package org.conjoint.care.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.conjoint.care.ShieldFrom;
import org.conjoint.care.ShieldPlan;
import org.conjoint.ui.Segments;
import org.conjoint.ui.Shield;

/** All shields, each with the severity from which on it holds. */
final class ShieldCard extends Div {

    private static final List<Shield> PICTURES =
            List.of(Shield.BLUR, Shield.GREYSCALE, Shield.EDGES, Shield.THUMBNAIL, Shield.TRANSCRIPT);
    private static final List<Shield> SOUNDS = List.of(Shield.MUTED, Shield.LEVELLED, Shield.SOFT, Shield.HALF_SPEED);

    private final Map<Shield, Segments<ShieldFrom>> choices = new EnumMap<>(Shield.class);
    private final Map<Shield, Span> lines = new EnumMap<>(Shield.class);

    /**
     * @param words the key of the heading; with {@code .text}, of what it is about
     * @param chosen told each choice of the person
     */
    ShieldCard(String words, BiConsumer<Shield, ShieldFrom> chosen) {
        addClassNames("card", "shields-card");
        add(new H2(getTranslation(words)), new Paragraph(getTranslation(words + ".text")));
        add(heading("shields.pictures"));
        PICTURES.forEach(shield -> add(row(shield, chosen)));
        add(heading("shields.sounds"));
        SOUNDS.forEach(shield -> add(row(shield, chosen)));
    }

    private H3 heading(String key) {
        var heading = new H3(getTranslation(key));
        heading.addClassName("label");
        return heading;
    }

    private Div row(Shield shield, BiConsumer<Shield, ShieldFrom> chosen) {
        var name = new Span(getTranslation("shield." + shield.code()));
        name.addClassName("name");
        var line = new Span();
        line.addClassName("line");
        lines.put(shield, line);
        var segments = new Segments<ShieldFrom>(name.getText());
        for (var from : List.of(ShieldFrom.values()).reversed()) {
            segments.with(from, getTranslation("shields.from." + from.code()));
        }
        segments.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                chosen.accept(shield, change.getValue());
            }
        });
        choices.put(shield, segments);
        var words = new Div(name, new Div(line));
        var row = new Div(words, segments);
        row.addClassName("shield-row");
        return row;
    }

    /** Shows a plan that is free. */
    void show(ShieldPlan plan) {
        show(plan, ShieldPlan.NONE);
    }

    /** Shows a plan that holds at least what a floor asks for: what is less cannot be chosen. */
    void show(ShieldPlan plan, ShieldPlan floor) {
        choices.forEach((shield, segments) -> {
            var asked = floor.from(shield);
            segments.setValue(plan.from(shield));
            segments.disable(lessThan(asked));
            var text = getTranslation("shield." + shield.code() + ".text");
            line(shield)
                    .setText(
                            asked == ShieldFrom.NEVER
                                    ? text
                                    : getTranslation(
                                            "shields.asked", text, getTranslation("shields.from." + asked.code())));
        });
    }

    private static Set<ShieldFrom> lessThan(ShieldFrom asked) {
        return Arrays.stream(ShieldFrom.values())
                .filter(from -> from.compareTo(asked) > 0)
                .collect(Collectors.toSet());
    }

    Segments<ShieldFrom> choice(Shield shield) {
        return Objects.requireNonNull(choices.get(shield));
    }

    Span line(Shield shield) {
        return Objects.requireNonNull(lines.get(shield));
    }
}
