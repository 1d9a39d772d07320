package org.conjoint.discovery.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.conjoint.discovery.Fields;
import org.conjoint.search.QueryText;
import org.conjoint.ui.Icon;
import org.conjoint.ui.Kbd;

/**
 * The query as a row of words and filters, and the place to write more. Enter adds what is written; a click on a piece
 * takes it back into writing, and so does Backspace at the beginning.
 */
final class QueryField extends Div {

    private final Div pieces = new Div();
    private final Input input = new Input();
    private final Consumer<String> search;
    private List<String> query = List.of();

    /** @param search told the whole query */
    QueryField(Consumer<String> search) {
        this.search = search;
        addClassNames("card", "query-field");
        getElement().setAttribute("role", "search");
        pieces.addClassName("pieces");
        input.setPlaceholder("Words, “phrases”, or filters such as composition:emergent");
        input.setAriaLabel("Search posts");
        input.setValueChangeMode(ValueChangeMode.EAGER);
        input.getElement().setAttribute("spellcheck", "false").setAttribute("autocomplete", "off");
        input.getElement()
                .addEventListener("keydown", event -> search.accept(text()))
                .setFilter("event.key === 'Enter' && !event.isComposing");
        input.getElement()
                .addEventListener("keydown", event -> takeBack(query.size() - 1))
                .setFilter("event.key === 'Backspace' && element.value === ''");
        add(new Icon("search"), pieces, input, new Kbd("search.write"));
    }

    void show(String text) {
        query = new ArrayList<>(QueryText.pieces(text));
        input.clear();
        draw();
    }

    /** Everything: the pieces and what is being written. */
    String text() {
        var written = input.getValue().strip();
        var all = new ArrayList<>(query);
        if (!written.isEmpty()) {
            all.add(written);
        }
        return String.join(" ", all);
    }

    void write(String text) {
        input.setValue(text);
    }

    void focus() {
        input.focus();
    }

    private void draw() {
        pieces.removeAll();
        for (var i = 0; i < query.size(); i++) {
            var at = i;
            var piece = new NativeButton();
            piece.addClassName("piece");
            piece.getElement().setAttribute("aria-label", "Change " + query.get(i));
            var colon = query.get(i).indexOf(':');
            var name = colon > 0 ? query.get(i).substring(0, colon) : "";
            var field = Fields.SCHEMA.find(name.replaceFirst("^-", ""));
            if (field.isPresent()) {
                var named = new Span(name + ":");
                named.addClassName("name");
                piece.add(named, new Span(query.get(i).substring(colon + 1)));
            } else {
                piece.add(new Span(query.get(i)));
            }
            piece.addClickListener(click -> takeBack(at));
            pieces.add(piece);
        }
    }

    private void takeBack(int at) {
        if (at < 0 || at >= query.size()) {
            return;
        }
        var piece = query.remove(at);
        draw();
        input.setValue(piece + (input.getValue().isBlank() ? "" : " " + input.getValue()));
        input.focus();
        if (query.isEmpty() && piece.isEmpty()) {
            search.accept("");
        }
    }
}
