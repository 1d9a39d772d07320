package org.conjoint.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;

/**
 * The key of an action, printed where it acts. It follows the person's own keys and the letters of the keyboard, and
 * nothing is printed where the {@link KeyMap} of the screen has no key for the action.
 */
@Tag("conjoint-kbd")
public final class Kbd extends Component {

    /** @param action its id, as in {@link KeyMap#bind} */
    public Kbd(String action) {
        Scripts.kit(this);
        getElement().setAttribute("action", action).setAttribute("aria-hidden", "true");
    }
}
