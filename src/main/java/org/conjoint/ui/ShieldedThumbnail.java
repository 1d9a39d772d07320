package org.conjoint.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Image;

/** A small picture, blurred until it is pointed at or has the focus. */
@Tag("button")
public final class ShieldedThumbnail extends HtmlContainer {

    /**
     * @param address of a small preview
     * @param alt what the picture shows; the alt text of the post where it has one
     */
    public ShieldedThumbnail(String address, String alt) {
        addClassName("thumbnail");
        getElement().setAttribute("type", "button").setAttribute("aria-label", "Reveal: " + alt);
        var image = new Image(address, "");
        image.getElement().setAttribute("loading", "lazy").setAttribute("decoding", "async");
        add(image);
    }
}
