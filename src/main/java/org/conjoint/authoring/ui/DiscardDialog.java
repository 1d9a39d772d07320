package org.conjoint.authoring.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;

/** Asks before a draft is given up. */
final class DiscardDialog extends Dialog {

    DiscardDialog(Runnable discard) {
        setHeaderTitle("Give this draft up?");
        add(new Paragraph("What was written is kept, but nothing more can be written in it."));
        var take = new Button("Give it up", click -> {
            close();
            discard.run();
        });
        take.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("Write on", click -> close()), take);
    }
}
