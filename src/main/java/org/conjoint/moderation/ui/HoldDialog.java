package org.conjoint.moderation.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.conjoint.work.Receiver;

/** Putting a post aside with a reason: held for oneself, or given to a named person. */
final class HoldDialog extends Dialog {

    private static final int MOST = 500;

    private final TextField reason = new TextField("Why?");
    private final ComboBox<Receiver> person = new ComboBox<>("To whom?");
    private final Button confirm = new Button();

    private HoldDialog(String title, String explanation, String act, boolean named) {
        setHeaderTitle(title);
        var text = new Paragraph(explanation);
        text.addClassName("muted");
        reason.setWidthFull();
        reason.setMaxLength(MOST);
        reason.setRequiredIndicatorVisible(true);
        person.setWidthFull();
        person.setVisible(named);
        person.setItemLabelGenerator(Receiver::name);
        var content = new Div(text, person, reason);
        content.addClassName("decline");
        add(content);
        confirm.setText(act);
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.addClickShortcut(Key.ENTER);
        getFooter().add(new Button("Keep it", _ -> close()), confirm);
        setWidth("440px");
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                (named ? person.getElement() : reason.getElement()).executeJs("setTimeout(() => this.focus(), 60)");
            }
        });
    }

    /** @param held called with the reason */
    static HoldDialog hold(Consumer<String> held) {
        var dialog = new HoldDialog(
                "Hold this post",
                "It stays yours for up to a week, with what you have filled in. You find it above the queues.",
                "Hold and next",
                false);
        dialog.confirm.addClickListener(_ -> {
            if (!dialog.isOpened()) {
                return; // a second click, on what comes next
            }
            if (dialog.reasonGiven()) {
                dialog.close();
                held.accept(dialog.reason.getValue().strip());
            }
        });
        return dialog;
    }

    /**
     * @param people who may have it
     * @param given called with the person and the reason
     */
    static HoldDialog handOver(List<Receiver> people, BiConsumer<Receiver, String> given) {
        var dialog = new HoldDialog(
                "Hand this post over",
                people.isEmpty()
                        ? "Nobody else may have it: all others with this role have had it, or passed it on."
                        : "It goes into the hand of this person at once, with your reason. Your draft stays yours.",
                "Hand over and next",
                true);
        dialog.person.setItems(people);
        dialog.confirm.setEnabled(!people.isEmpty());
        dialog.confirm.addClickListener(_ -> {
            if (!dialog.isOpened()) {
                return; // a second click, on what comes next
            }
            if (dialog.personGiven() && dialog.reasonGiven()) {
                dialog.close();
                given.accept(dialog.person.getValue(), dialog.reason.getValue().strip());
            }
        });
        return dialog;
    }

    private boolean personGiven() {
        person.setInvalid(person.getValue() == null);
        person.setErrorMessage("Choose a person");
        return person.getValue() != null;
    }

    private boolean reasonGiven() {
        reason.setInvalid(reason.getValue().isBlank());
        reason.setErrorMessage("Say why, in a few words");
        return !reason.getValue().isBlank();
    }

    void say(String why) {
        reason.setValue(why);
    }

    void choose(Receiver receiver) {
        person.setValue(receiver);
    }

    Button confirm() {
        return confirm;
    }
}
