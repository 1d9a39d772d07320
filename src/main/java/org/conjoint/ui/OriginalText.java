package org.conjoint.ui;

import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** Text that others wrote, exactly as it is stored, with its own language and direction. */
public final class OriginalText extends Span {

    /** @param language a BCP 47 tag, null where it is not known */
    public OriginalText(String text, @Nullable String language) {
        addClassName("original");
        getElement().setAttribute("dir", "auto").setAttribute("lang", language == null ? "" : language);
        setText(text);
    }
}
