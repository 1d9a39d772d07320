package org.conjoint.ui;

import com.vaadin.flow.component.Component;
import java.util.function.Supplier;

/**
 * Gives an element of the page a property that the server need not remember for each session, such as words that never
 * change: written each time the component comes into a page, and once in each answer in which it changed.
 */
final class Given {

    private final Component component;
    private final String property;
    private final Supplier<?> value;
    private boolean due;

    /** @param value anything that JSON can hold */
    Given(Component component, String property, Supplier<?> value) {
        this.component = component;
        this.property = property;
        this.value = value;
        component.addAttachListener(_ -> give());
    }

    /** Gives what stands when the answer leaves. */
    void give() {
        if (due || !component.isAttached()) {
            return;
        }
        due = true;
        component
                .getUI()
                .ifPresent(ui -> ui.beforeClientResponse(component, _ -> {
                    due = false;
                    component.getElement().executeJs("this[$0] = $1", property, value.get());
                }));
    }
}
