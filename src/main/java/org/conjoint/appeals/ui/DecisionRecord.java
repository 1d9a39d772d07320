package org.conjoint.appeals.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.conjoint.appeals.Appeal;
import org.conjoint.appeals.Appeal.Decision;
import org.conjoint.appeals.AppealAnswer;
import org.conjoint.appeals.AppealCase;
import org.conjoint.appeals.AppealOutcome;
import org.conjoint.ui.Moments;
import org.conjoint.ui.Pill;
import org.jspecify.annotations.Nullable;

/** How an appeal was decided, and the way on where the verdict was wrong. */
final class DecisionRecord extends Div {

    /** @param by the name of who decided */
    DecisionRecord(AppealCase heard, Decision decision, String by) {
        addClassNames("card", "question");
        var facts = new Span("%s · %s".formatted(by, Moments.dateTime(decision.at())));
        facts.addClassName("hint");
        var head = new Div(new H2(AppealWords.of(decision.outcome())), facts);
        add(head, new Paragraph(AppealWords.meaning(decision.outcome())));
        add(answer("Right under the text then?", decision.then()));
        var now = decision.now();
        add(now == null ? none() : answer("Still standing under the text now?", now));
        if (decision.outcome() == AppealOutcome.OVERTURNED) {
            add(correct(heard.appeal(), heard.standing(), heard.verdict().revision()));
        }
    }

    private static Component none() {
        var none = new Paragraph("No version was in force; the second question was not asked.");
        none.addClassName("muted");
        return none;
    }

    private static Div answer(String question, AppealAnswer answer) {
        var said = new Div(new H3(question));
        said.addClassName("answer-said");
        var words = new Div(new Pill(answer.right() ? "Yes" : "No"));
        words.addClassName("judged-grades");
        if (answer.grade() != null) {
            words.add(new Span("instead"), Pill.of(answer.grade()));
            if (answer.clauseId() != null) {
                var clause = new Span(answer.clauseId());
                clause.addClassName("clause-id");
                words.add(clause);
            }
        }
        said.add(words);
        if (answer.reason() != null) {
            var reason = new Paragraph(answer.reason());
            reason.getElement().setAttribute("dir", "auto");
            said.add(reason);
        }
        return said;
    }

    /** The decision overwrites nothing: a correction is a further revision, made where verdicts are corrected. */
    private static Component correct(Appeal appeal, @Nullable Integer standing, int appealed) {
        if (standing == null) {
            return new Paragraph("The verdict was taken back since; nothing is left to correct.");
        }
        if (standing != appealed) {
            return new Paragraph("The verdict was corrected since: revision %d stands.".formatted(standing));
        }
        return new Anchor(
                "judgements/%d?correct=%d"
                        .formatted(appeal.verdict().value(), appeal.id().value()),
                "Correct the verdict as a further revision");
    }
}
