package org.conjoint.authoring.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;

/** Asks for the reason of a step. */
final class ReasonDialog extends Dialog {

    private static final int LONGEST = 2000;

    ReasonDialog(String title, Consumer<String> step) {
        setHeaderTitle(title);
        var reason = new TextArea("Why");
        reason.setMaxLength(LONGEST);
        reason.setWidthFull();
        reason.setMinRows(3);
        var take = new Button(title);
        take.addThemeVariants(ButtonVariant.PRIMARY);
        take.addClickListener(click -> {
            if (reason.getValue().isBlank()) {
                reason.setErrorMessage("Say why in a sentence");
                reason.setInvalid(true);
                reason.focus();
            } else {
                close();
                step.accept(reason.getValue().strip());
            }
        });
        setWidth("460px");
        add(reason);
        getFooter().add(new Button("Cancel", click -> close()), take);
        addOpenedChangeListener(opened -> reason.focus());
    }
}
