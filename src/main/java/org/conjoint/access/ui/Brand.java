package org.conjoint.access.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** The mark, the name and what the product is for, above the forms at the door. */
final class Brand extends Div {
    Brand() {
        addClassName("door-brand");
        var name = new Span(getTranslation("product"));
        name.addClassName("brand");
        var line = new Paragraph(getTranslation("product.line"));
        line.addClassName("muted");
        add(name, line);
    }
}
