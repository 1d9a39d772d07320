package org.conjoint.moderation.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.QueryParameters;
import java.util.function.Supplier;
import org.conjoint.moderation.ClauseChange;
import org.conjoint.moderation.KeptSides;
import org.conjoint.moderation.Resubmission;
import org.conjoint.policy.Clause;
import org.conjoint.policy.PolicyVersion;
import org.conjoint.ui.MarkdownText;
import org.conjoint.ui.Moments;
import org.conjoint.work.Lease;
import org.conjoint.work.TakeRefusal;
import org.jspecify.annotations.Nullable;

/** A kept answer on the one side, what stands now on the other, and below whether it can be given again. */
final class KeptDialog extends Dialog {

    private final Supplier<Resubmission> resubmit;
    private final Paragraph state = new Paragraph();
    private final Button again = new Button("Judge it again with this answer", _ -> again());

    KeptDialog(KeptSides sides, Supplier<Resubmission> resubmit) {
        this.resubmit = resubmit;
        setHeaderTitle("Your answer, and what stands now");
        var columns = new Div(yours(sides), standing(sides));
        columns.addClassName("kept-sides");
        sides.changes().forEach(change -> {
            columns.add(
                    wording("As you saw it", change, change.seen(), sides.seen().locale()));
            columns.add(wording(
                    "As it reads now", change, change.now(), sides.seen().locale()));
        });
        state.getElement().setAttribute("role", "status");
        state.addClassName("muted");
        add(columns, state);
        again.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("Close", _ -> close()), again);
        if (sides.refusal() == null) {
            state.setText(
                    "The post becomes yours once more, with this answer as the draft; nothing counts until you submit.");
        } else {
            refuse(sides.refusal());
        }
        setWidth("820px");
    }

    private static Div yours(KeptSides sides) {
        var kept = sides.kept();
        var facts = new Paragraph("%s · %s".formatted(Moments.dateTime(kept.keptAt()), KeptSection.why(kept)));
        facts.addClassName("hint");
        var side = new Div(
                new H3("Your answer"),
                JudgementRecord.grades(kept.form()),
                JudgementRecord.reading(kept.form()),
                new Paragraph("Made under " + named(sides.seen())),
                facts);
        side.addClassName("side");
        return side;
    }

    private static Div standing(KeptSides sides) {
        var side = new Div(new H3("What stands now"));
        side.addClassName("side");
        side.add(new Paragraph(policy(sides.seen(), sides.now())));
        if (sides.now() != null) {
            side.add(new Paragraph(wordings(sides.changes().size())));
        }
        side.add(new Paragraph(
                sides.answeredByOthers()
                        ? "Someone else has answered this post; what they say is not shown, so that yours stays your own."
                        : "Nobody else has answered this post."));
        return side;
    }

    private static String policy(PolicyVersion seen, @Nullable PolicyVersion now) {
        if (now == null) {
            return "No version of this policy is in force.";
        }
        return now.id().equals(seen.id())
                ? named(now) + " holds, as when you judged."
                : named(now) + " holds in place of " + seen.number() + ".";
    }

    private static String named(PolicyVersion version) {
        return version.title() + " " + version.number();
    }

    private static String wordings(int changed) {
        return switch (changed) {
            case 0 -> "What you cite reads as it did.";
            case 1 -> "1 clause that you cite reads otherwise now.";
            default -> "%d clauses that you cite read otherwise now.".formatted(changed);
        };
    }

    private static Div wording(String when, ClauseChange change, @Nullable Clause clause, String locale) {
        var id = new Span(change.clauseId());
        id.addClassName("clause-id");
        var moment = new Span(when);
        moment.addClassName("hint");
        var card = new Div(new H4(id, new Span(clause == null ? "" : " " + clause.title())), moment);
        card.addClassNames("card", "cited-text");
        if (clause == null) {
            card.add(new Paragraph("It is not in this version."));
        } else {
            var test = new Paragraph(clause.test());
            test.addClassName("test");
            card.add(new MarkdownText(clause.textMarkdown(), locale), test);
        }
        return card;
    }

    private void again() {
        switch (resubmit.get()) {
            case Resubmission.Ready(var lease, var newerDraft) -> judge(lease, newerDraft);
            case Resubmission.Refused(var why) -> refuse(why);
        }
    }

    private void judge(Lease lease, boolean newerDraft) {
        close();
        UI.getCurrentOrThrow()
                .navigate(
                        "rate/" + lease.queue().value(),
                        QueryParameters.of(
                                RateView.LEASE, Long.toString(lease.id().value())));
        if (newerDraft) {
            Notification.show("You have written on this post since; that draft is open.");
        }
    }

    private void refuse(TakeRefusal why) {
        state.setText("It cannot be given again. " + Labels.of(why));
        again.setVisible(false);
    }

    Button againButton() {
        return again;
    }

    String said() {
        return state.getText();
    }
}
