package org.conjoint.moderation.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.BiConsumer;
import org.conjoint.work.DeclineReason;
import org.jspecify.annotations.Nullable;

/** Passing a post on, with a reason: skipped for oneself, or flagged as something wrong with it. */
final class DeclineDialog extends Dialog {

    private final RadioButtonGroup<DeclineReason> reason = new RadioButtonGroup<>();
    private final TextField note = new TextField("Note, if it helps");
    private final Button confirm = new Button();

    /** @param declined called with the reason and the note */
    DeclineDialog(boolean flag, BiConsumer<DeclineReason, @Nullable String> declined) {
        setHeaderTitle(flag ? "Flag this post" : "Skip this post");
        var text = new Paragraph(
                flag
                        ? "It goes to others, and those who look after the queue are told that something is wrong with it."
                        : "It goes to others, and you will not get it again.");
        text.addClassName("muted");
        reason.setLabel("Why?");
        reason.setItems(DeclineReason.values());
        reason.setItemLabelGenerator(Labels::of);
        reason.addClassName("reasons");
        note.setWidthFull();
        note.setMaxLength(500);
        confirm.setText(flag ? "Flag and next" : "Skip and next");
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.addClickListener(_ -> {
            if (!isOpened()) {
                return; // a second click, on what comes next
            }
            if (reason.getValue() == null) {
                reason.setInvalid(true);
                reason.setErrorMessage("Choose a reason");
                return;
            }
            close();
            declined.accept(
                    reason.getValue(),
                    note.getValue().isBlank() ? null : note.getValue().strip());
        });
        confirm.addClickShortcut(Key.ENTER);
        var content = new Div(text, reason, note);
        content.addClassName("decline");
        add(content);
        getFooter().add(new Button("Keep it", _ -> close()), confirm);
        setWidth("440px");
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                reason.getElement().executeJs("setTimeout(() => this.querySelector('input')?.focus(), 60)");
            }
        });
    }

    void choose(DeclineReason value) {
        reason.setValue(value);
    }

    Button confirm() {
        return confirm;
    }
}
