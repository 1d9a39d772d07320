package org.conjoint.discovery.ui;

import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.conjoint.discovery.Fields;
import org.conjoint.meaning.Composition;
import org.conjoint.meaning.JointGrade;
import org.conjoint.search.QueryText;
import org.conjoint.search.SearchOutcome.Count;
import org.conjoint.ui.Words;

/** The values that the results have, with how many posts each would leave; a click adds or takes away a filter. */
final class Facets extends Aside {
    private static final int MOST = 8;

    private final Consumer<String> search;

    /** @param search told the changed query */
    Facets(Consumer<String> search) {
        this.search = search;
        addClassName("facets");
        getElement().setAttribute("aria-label", "Narrow the results");
    }

    void show(String query, Map<String, List<Count>> counts) {
        removeAll();
        group(query, counts, "Together", Fields.TOGETHER);
        group(query, counts, "Composition", Fields.COMPOSITION);
        group(query, counts, "Parts that suffice", Fields.SUFFICE);
        group(query, counts, "Word found in", "in");
        group(query, counts, "Clause", Fields.CLAUSE);
        group(query, counts, "Language", Fields.LANGUAGE);
        group(query, counts, "Queue", Fields.QUEUE);
        group(query, counts, "Judged under", Fields.UNDER);
        months(query, counts.getOrDefault(Fields.RATED, List.of()));
    }

    private void group(String query, Map<String, List<Count>> counts, String title, String field) {
        var all = counts.getOrDefault(field, List.of()).stream()
                .filter(count -> count.entries() > 0 || chosen(query, field, count.value()))
                .filter(count ->
                        !field.equals(Fields.LANGUAGE) || !count.value().contains("-"))
                .limit(MOST)
                .toList();
        if (all.isEmpty()) {
            return;
        }
        var group = new Div(heading(title, field));
        group.addClassName("facet-group");
        group.getElement().setAttribute("role", "group").setAttribute("aria-label", title);
        for (var count : all) {
            group.add(row(query, field, count));
        }
        add(group);
    }

    private static H2 heading(String title, String field) {
        var heading = new H2(new Span(title));
        heading.addClassName("label");
        if (field.equals("in")) {
            var note = new Span("may overlap");
            note.addClassName("note");
            heading.add(note);
        }
        return heading;
    }

    private NativeButton row(String query, String field, Count count) {
        var box = new Span();
        box.addClassName("box");
        var name = new Span(words(field, count.value()));
        if (field.equals(Fields.LANGUAGE)) {
            name.getElement().setAttribute("lang", count.value());
        }
        var number = new Span("%,d".formatted(count.entries()));
        number.addClassName("num");
        var row = new NativeButton();
        row.add(box, name, number);
        row.addClassName("facet");
        toggles(row, query, field, count.value());
        return row;
    }

    private void toggles(NativeButton button, String query, String name, String value) {
        var field = Fields.SCHEMA.find(name).orElseThrow();
        var chosen = chosen(query, name, value);
        button.getElement().setAttribute("role", "checkbox").setAttribute("aria-checked", Boolean.toString(chosen));
        button.addClickListener(click ->
                search.accept(chosen ? QueryText.without(query, field, value) : QueryText.with(query, field, value)));
    }

    private static boolean chosen(String query, String name, String value) {
        return QueryText.values(query, Fields.SCHEMA.find(name).orElseThrow()).contains(value.toLowerCase(Locale.ROOT));
    }

    private void months(String query, List<Count> months) {
        if (months.isEmpty()) {
            return;
        }
        var shown = months.subList(Math.max(0, months.size() - 12), months.size());
        var most = shown.stream().mapToLong(Count::entries).max().orElse(1);
        var bars = new Div();
        bars.addClassName("months");
        for (var month : shown) {
            var bar = new Span();
            bar.getStyle().set("block-size", Math.max(2, 36 * month.entries() / most) + "px");
            var name = new Span(month.value().substring(5));
            var button = new NativeButton();
            button.add(bar, name);
            button.getElement()
                    .setAttribute("title", "%s: %,d posts".formatted(month.value(), month.entries()))
                    .setAttribute("aria-label", "Rated in %s: %,d posts".formatted(month.value(), month.entries()));
            toggles(button, query, Fields.RATED, month.value());
            bars.add(button);
        }
        var group = new Div(heading("Rated, by month", Fields.RATED), bars);
        group.addClassName("facet-group");
        add(group);
    }

    private static String words(String field, String value) {
        return switch (field) {
            case Fields.TOGETHER -> Words.of(JointGrade.of(value));
            case Fields.COMPOSITION -> Words.of(Composition.of(value));
            case Fields.SUFFICE -> parts(value);
            case "in" -> place(value);
            case Fields.LANGUAGE -> language(value);
            case Fields.UNDER -> value.replace('/', ' ');
            default -> value;
        };
    }

    private static String language(String tag) {
        var locale = Locale.forLanguageTag(tag);
        return tag.equals("und") ? "not known" : locale.getDisplayName(locale);
    }

    private static String place(String field) {
        return switch (field) {
            case Fields.CAPTION -> "Caption";
            case Fields.ALT -> "Alt text";
            case Fields.TRANSCRIPT -> "Transcript";
            case Fields.READING -> "Reading";
            case Fields.WORDING -> "Title of a clause";
            default -> field;
        };
    }

    private static String parts(String set) {
        var parts = set.split("\\+");
        if (parts.length == 3) {
            return "Only all three";
        }
        var words = Arrays.stream(parts).collect(Collectors.joining(" and "));
        return words.substring(0, 1).toUpperCase(Locale.ROOT)
                + words.substring(1)
                + (parts.length == 1 ? " alone" : "");
    }
}
