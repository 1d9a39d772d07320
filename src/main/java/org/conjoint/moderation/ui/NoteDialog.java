package org.conjoint.moderation.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import org.conjoint.content.PostAt;
import org.conjoint.guidance.NoteDraft;
import org.conjoint.guidance.NoteOutcome;
import org.conjoint.guidance.RaterNotes;
import org.conjoint.policy.Clause;
import org.conjoint.policy.PolicyVersion;
import org.conjoint.ui.Kbd;
import org.jspecify.annotations.Nullable;

/** A question or remark to the authors of the policy, about a clause and the post at hand. */
final class NoteDialog extends Dialog {

    private final PolicyVersion policy;
    private final PostAt post;
    private final RaterNotes notes;
    private final Select<Clause> clause = new Select<>();
    private final TextArea text = new TextArea("Question or remark");
    private final Button send = new Button("Send to the authors");

    /** @param clauseId the clause to begin with; {@code null} for the policy as a whole */
    NoteDialog(PolicyVersion policy, @Nullable String clauseId, PostAt post, RaterNotes notes) {
        this.policy = policy;
        this.post = post;
        this.notes = notes;
        setHeaderTitle("Ask the authors");
        setWidth("520px");
        var about =
                new Paragraph("They see this post and the wording that you see, %s %s. The answer comes to My notes."
                        .formatted(policy.title(), policy.number()));
        about.addClassName("muted");
        clause.setLabel("About");
        clause.setItems(policy.clauses());
        clause.setItemLabelGenerator(
                each -> each == null ? "The policy as a whole" : "%s %s".formatted(each.clauseId(), each.title()));
        clause.setEmptySelectionAllowed(true);
        clause.setEmptySelectionCaption("The policy as a whole");
        policy.clause(clauseId == null ? "" : clauseId).ifPresent(clause::setValue);
        clause.setWidthFull();
        text.setWidthFull();
        text.setMinRows(3);
        text.setMaxLength(RaterNotes.LONGEST);
        send.addThemeVariants(ButtonVariant.PRIMARY);
        send.setSuffixComponent(new Kbd("rate.submit"));
        send.addClickListener(_ -> send());
        send.addClickShortcut(Key.ENTER, KeyModifier.CONTROL);
        var content = new Div(about, clause, text);
        content.addClassName("decline");
        add(content);
        getFooter().add(new Button("Cancel", _ -> close()), send);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                text.focus();
            }
        });
    }

    private void send() {
        if (!isOpened()) {
            return; // a second click, on what comes next
        }
        var chosen = clause.getValue();
        var draft = new NoteDraft(
                policy.id(), policy.locale(), chosen == null ? null : chosen.clauseId(), post, text.getValue());
        switch (notes.send(draft)) {
            case NoteOutcome.Done(var _) -> {
                close();
                Notification.show("Sent to the authors of the policy.");
            }
            case NoteOutcome.Refused(var words) -> {
                text.setInvalid(true);
                text.setErrorMessage(words);
                text.focus();
            }
        }
    }

    Select<Clause> clauseField() {
        return clause;
    }

    TextArea textField() {
        return text;
    }

    Button sendButton() {
        return send;
    }
}
