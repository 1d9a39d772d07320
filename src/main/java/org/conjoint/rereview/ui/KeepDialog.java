package org.conjoint.rereview.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.conjoint.moderation.staleness.BlastRadius.ClauseEffect;
import org.conjoint.moderation.staleness.Grandfathering;

/** Keeping the verdicts that the changes of a clause make stale, with the reason. */
final class KeepDialog extends Dialog {

    private final ComboBox<ClauseEffect> clause = new ComboBox<>("Which?");
    private final TextArea reason = new TextArea("Why?");
    private final Button keep = new Button("Keep them");

    /** @param kept called with the clause and the reason */
    KeepDialog(List<ClauseEffect> effects, Locale locale, BiConsumer<String, String> kept) {
        setHeaderTitle("Keep verdicts as they are");
        var text =
                new Paragraph("They stay stale, and nobody reads them again. Your name, the date and the reason stand "
                        + "beside each of them. What later versions change counts anew.");
        text.addClassName("muted");
        clause.setItems(effects);
        clause.setItemLabelGenerator(effect -> "%s, %s: %s verdicts"
                .formatted(
                        effect.change().clauseId(),
                        RadiusWords.kind(effect.change()),
                        RadiusWords.count(effect.stale(), locale)));
        clause.setWidthFull();
        if (effects.size() == 1) {
            clause.setValue(effects.getFirst());
        }
        reason.setWidthFull();
        reason.setMaxLength(Grandfathering.LONGEST_REASON);
        reason.setRequiredIndicatorVisible(true);
        var content = new Div(text, clause, reason);
        content.addClassName("plan-form");
        add(content);
        keep.addThemeVariants(ButtonVariant.PRIMARY);
        keep.addClickListener(_ -> {
            if (isOpened() && complete()) {
                close();
                kept.accept(clause.getValue().change().clauseId(), reason.getValue());
            }
        });
        getFooter().add(new Button("Read them again", _ -> close()), keep);
        setWidth("480px");
    }

    private boolean complete() {
        clause.setInvalid(clause.getValue() == null);
        clause.setErrorMessage("Choose a clause");
        reason.setInvalid(reason.getValue().isBlank());
        reason.setErrorMessage("Say why, in a few words");
        return !clause.isInvalid() && !reason.isInvalid();
    }

    ComboBox<ClauseEffect> clauseField() {
        return clause;
    }

    TextArea reasonField() {
        return reason;
    }

    Button keepButton() {
        return keep;
    }
}
