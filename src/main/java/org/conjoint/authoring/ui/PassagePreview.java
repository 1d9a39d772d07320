package org.conjoint.authoring.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.conjoint.authoring.Passage;
import org.conjoint.authoring.Wording;
import org.conjoint.ui.MarkdownText;

/** A passage as raters will read it, and as they read it now. */
final class PassagePreview extends Section {

    private final Passage passage;
    private final Div now = new Div();
    private final Div before = new Div();

    PassagePreview(Passage passage) {
        this.passage = passage;
        addClassNames("card", "passage-preview");
        setVisible(!(passage instanceof Passage.Whole));
        add(new H2("As raters will read it"), now, before);
    }

    void show(Wording wording, Optional<Wording> base) {
        now.removeAll();
        now.add(rendered(wording));
        before.removeAll();
        base.filter(old -> !old.equals(wording)).ifPresent(old -> {
            before.add(new H2("As they read it now"), rendered(old));
            before.addClassName("muted");
        });
    }

    private Div rendered(Wording wording) {
        var locale = passage.locale().orElse("en");
        var rendered = new Div();
        rendered.addClassName("clause");
        if (passage instanceof Passage.Worded(var _, var id)) {
            var stable = new Span(id);
            stable.addClassName("clause-id");
            rendered.add(new H3(stable, new Span(wording.title())));
        }
        rendered.add(
                passage instanceof Passage.Title ? new H3(wording.text()) : new MarkdownText(wording.text(), locale));
        if (!wording.test().isEmpty()) {
            var test = new Paragraph(wording.test());
            test.addClassName("clause-test");
            test.getElement().setAttribute("lang", locale).setAttribute("dir", "auto");
            rendered.add(test);
        }
        return rendered;
    }
}
