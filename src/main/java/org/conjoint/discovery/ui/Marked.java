package org.conjoint.discovery.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import org.conjoint.search.Passage;

/** A stretch of a text as others wrote it, in its own language and direction, with the words found in it marked. */
final class Marked extends Span {

    Marked(Passage passage) {
        addClassName("original");
        getElement().setAttribute("dir", "auto").setAttribute("lang", passage.language());
        if (passage.cutBefore()) {
            text("… ");
        }
        var at = 0;
        for (var mark : passage.marks()) {
            text(passage.text().substring(at, mark.from()));
            getElement().appendChild(new Element("mark").setText(passage.text().substring(mark.from(), mark.to())));
            at = mark.to();
        }
        text(passage.text().substring(at));
        if (passage.cutAfter()) {
            text(" …");
        }
    }

    private void text(String text) {
        if (!text.isEmpty()) {
            getElement().appendChild(Element.createText(text));
        }
    }
}
