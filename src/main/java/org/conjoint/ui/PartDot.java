package org.conjoint.ui;

import com.vaadin.flow.component.html.Span;
import org.conjoint.meaning.Part;

/** The hue of a part, always beside its name: filled, hollow where it was not seen, a line where the post has none. */
public final class PartDot extends Span {

    public PartDot(Part part) {
        addClassNames("part-dot", "part-" + part.code());
        getElement().setAttribute("aria-hidden", "true");
    }

    private PartDot(String part) {
        addClassNames("part-dot", "part-" + part);
        getElement().setAttribute("aria-hidden", "true");
    }

    /** The whole. */
    public static PartDot joint() {
        return new PartDot("joint");
    }

    public PartDot absent(boolean absent) {
        setClassName("absent", absent);
        return this;
    }

    public PartDot unseen(boolean unseen) {
        setClassName("unseen", unseen);
        return this;
    }
}
