package org.conjoint.authoring.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;

/** Asks for the name of a new policy and for what its ids begin with; neither is ever used for another. */
final class NewPolicyDialog extends Dialog {

    /** Begins a policy. */
    interface Begin {
        void begin(String slug, String prefix, String title);
    }

    NewPolicyDialog(Begin begin) {
        setHeaderTitle("New policy");
        var title = new TextField("Name, as raters read it");
        title.setWidthFull();
        var slug = new TextField("Short name, in small letters and hyphens");
        slug.setPlaceholder("self-harm");
        slug.setWidthFull();
        var prefix = new TextField("What its ids begin with");
        prefix.setPlaceholder("SLF");
        var trouble = new Paragraph();
        trouble.addClassName("trouble");
        trouble.getElement().setAttribute("role", "alert");
        var fields = new Div(title, slug, prefix, trouble);
        fields.addClassName("dialog-fields");
        add(fields);
        var make = new Button("Begin", click -> {
            try {
                begin.begin(slug.getValue().strip(), prefix.getValue().strip(), title.getValue());
                close();
            } catch (IllegalArgumentException e) {
                trouble.setText(e.getMessage());
            }
        });
        make.addThemeVariants(ButtonVariant.PRIMARY);
        setWidth("460px");
        getFooter().add(new Button("Cancel", click -> close()), make);
    }
}
