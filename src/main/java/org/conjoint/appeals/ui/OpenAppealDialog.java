package org.conjoint.appeals.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import org.conjoint.appeals.AppealDraft;
import org.conjoint.appeals.AppealId;
import org.conjoint.appeals.Appeals;
import org.conjoint.appeals.Opening;
import org.conjoint.moderation.VerdictId;

/** Opens an appeal against a verdict, with the appellant's words. */
final class OpenAppealDialog extends Dialog {

    private final Appeals appeals;
    private final Consumer<AppealId> opened;
    private final TextField verdict = new TextField("Verdict, by its number");
    private final TextField reference = new TextField("Reference of the case, if it has one");
    private final TextArea statement = new TextArea("What the appellant says");
    private final Button open = new Button("Open the appeal", _ -> send());

    /**
     * @param number of the verdict, if it is known
     * @param opened called with the new appeal, or the one that there was
     */
    OpenAppealDialog(Appeals appeals, String number, Consumer<AppealId> opened) {
        this.appeals = appeals;
        this.opened = opened;
        setHeaderTitle("Open an appeal");
        setWidth("520px");
        verdict.setValue(number);
        verdict.setHelperText("It stands under “Where it comes from” on a judgement");
        reference.setMaxLength(Appeals.LONGEST_REFERENCE);
        statement.setMaxLength(Appeals.LONGEST_STATEMENT);
        statement.setMinRows(4);
        verdict.setWidthFull();
        reference.setWidthFull();
        statement.setWidthFull();
        open.addThemeVariants(ButtonVariant.PRIMARY);
        var content = new Div(verdict, reference, statement);
        content.addClassName("guidance-form");
        add(content);
        getFooter().add(new Button("Cancel", _ -> close()), open);
    }

    private void send() {
        if (!isOpened()) {
            return; // a second click, on what comes next
        }
        if (!verdict.getValue().strip().matches("[1-9]\\d{0,17}")) {
            verdict.setErrorMessage("Give the number of a verdict, such as 981");
            verdict.setInvalid(true);
            return;
        }
        var number = Long.parseLong(verdict.getValue().strip());
        switch (appeals.open(new AppealDraft(new VerdictId(number), reference.getValue(), statement.getValue()))) {
            case Opening.Opened(var id) -> done(id);
            case Opening.Known(var id) -> done(id);
            case Opening.Refused(var words) -> {
                statement.setErrorMessage(words);
                statement.setInvalid(true);
            }
        }
    }

    private void done(AppealId id) {
        close();
        opened.accept(id);
    }

    TextField verdictField() {
        return verdict;
    }

    TextArea statementField() {
        return statement;
    }

    Button openButton() {
        return open;
    }
}
