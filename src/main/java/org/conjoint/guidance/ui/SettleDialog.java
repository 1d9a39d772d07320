package org.conjoint.guidance.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.function.Function;
import org.conjoint.guidance.InterpretationOutcome;
import org.conjoint.guidance.Interpretations;
import org.conjoint.policy.PolicySummary;

/** How an interpretation ends: folded into a version, or rejected with a reason. */
final class SettleDialog extends Dialog {

    private final Select<PolicySummary> version = new Select<>();
    private final TextArea reason = new TextArea();
    private final Button settle = new Button();

    /** What is written down, and what comes after. */
    private record Ending(Function<SettleDialog, InterpretationOutcome> write, Runnable done) {}

    private SettleDialog(String title, String about, Ending ending) {
        setHeaderTitle(title);
        setWidth("480px");
        var words = new Paragraph(about);
        words.addClassName("muted");
        version.setLabel("Version");
        version.setItemLabelGenerator(each -> "%s %s%s"
                .formatted(
                        each.title(),
                        each.number(),
                        each.jurisdiction().equals("global") ? "" : " · " + each.jurisdiction()));
        version.setWidthFull();
        reason.setWidthFull();
        reason.setMinRows(2);
        reason.setMaxLength(Interpretations.LONGEST_REASON);
        settle.addThemeVariants(ButtonVariant.PRIMARY);
        settle.addClickListener(_ -> settle(ending));
        var content = new Div(words, version, reason);
        content.addClassName("guidance-form");
        add(content);
        getFooter().add(new Button("Cancel", _ -> close()), settle);
    }

    /** @param versions into which it can go */
    static SettleDialog fold(List<PolicySummary> versions, FoldInto fold, Runnable done) {
        var dialog = new SettleDialog(
                "Folded into a version",
                "From that version on the text says it, and raters no longer read it beside the clause.",
                new Ending(
                        asked -> {
                            var chosen = asked.version.getValue();
                            return chosen == null
                                    ? new InterpretationOutcome.Refused("Choose the version that says it")
                                    : fold.into(chosen, asked.reason.getValue());
                        },
                        done));
        dialog.version.setItems(versions);
        dialog.reason.setLabel("Remark, if it helps");
        dialog.settle.setText("Folded in");
        return dialog;
    }

    static SettleDialog reject(Function<String, InterpretationOutcome> reject, Runnable done) {
        var dialog = new SettleDialog(
                "Reject the interpretation",
                "It is kept with the reason, and raters no longer read it.",
                new Ending(asked -> reject.apply(asked.reason.getValue()), done));
        dialog.version.setVisible(false);
        dialog.reason.setLabel("Why the clause is not to be read so");
        dialog.settle.setText("Reject");
        return dialog;
    }

    /** Folds an interpretation into a version. */
    interface FoldInto {
        InterpretationOutcome into(PolicySummary version, String remark);
    }

    private void settle(Ending ending) {
        if (!isOpened()) {
            return; // a second click, on what comes next
        }
        switch (ending.write().apply(this)) {
            case InterpretationOutcome.Done(var _) -> {
                close();
                ending.done().run();
            }
            case InterpretationOutcome.Refused(var words) -> {
                reason.setInvalid(true);
                reason.setErrorMessage(words);
            }
        }
    }

    Select<PolicySummary> versionField() {
        return version;
    }

    TextArea reasonField() {
        return reason;
    }

    Button settleButton() {
        return settle;
    }
}
