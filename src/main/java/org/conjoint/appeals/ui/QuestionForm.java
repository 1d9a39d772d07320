package org.conjoint.appeals.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import org.conjoint.appeals.AppealAnswer;
import org.conjoint.appeals.Appeals;
import org.conjoint.meaning.JointGrade;
import org.conjoint.policy.Clause;
import org.conjoint.policy.PolicyVersion;
import org.conjoint.ui.Segments;
import org.conjoint.ui.Words;
import org.jspecify.annotations.Nullable;

/** One of the two questions: yes, or no with the grade and the clause instead; and why. */
final class QuestionForm extends Div {

    private final Segments<Boolean> right;
    private final Select<JointGrade> grade = new Select<>();
    private final Select<Clause> clause = new Select<>();
    private final TextArea reason = new TextArea("Why");
    private final Span trouble = new Span();

    /** @param text under which the question is asked */
    QuestionForm(String question, PolicyVersion text) {
        addClassNames("card", "question");
        var heading = new H3(question);
        right = new Segments<Boolean>(question).with(true, "Yes").with(false, "No");
        right.addValueChangeListener(_ -> instead());
        grade.setLabel("Grade instead");
        grade.setItems(JointGrade.values());
        grade.setItemLabelGenerator(Words::of);
        grade.addValueChangeListener(_ -> instead());
        clause.setLabel("Clause");
        clause.setItems(text.clauses());
        clause.setItemLabelGenerator(each -> "%s %s".formatted(each.clauseId(), each.title()));
        clause.setWidthFull();
        reason.setWidthFull();
        reason.setMinRows(2);
        reason.setMaxLength(Appeals.LONGEST_REASON);
        trouble.addClassName("trouble");
        trouble.getElement().setAttribute("role", "alert");
        var under = new Span("%s %s".formatted(text.title(), text.number()));
        under.addClassName("hint");
        add(new Div(heading, under), right, grade, clause, reason, trouble);
        instead();
    }

    private void instead() {
        var no = Boolean.FALSE.equals(right.getValue());
        grade.setVisible(no);
        clause.setVisible(
                no && (grade.getValue() == JointGrade.BORDERLINE || grade.getValue() == JointGrade.VIOLATING));
    }

    /** The answer; {@code null} until yes or no is chosen. */
    @Nullable AppealAnswer answer() {
        var yes = right.getValue();
        if (yes == null) {
            return null;
        }
        var why = reason.getValue().isBlank() ? null : reason.getValue().strip();
        return yes
                ? AppealAnswer.yes(why)
                : new AppealAnswer(
                        false,
                        grade.getValue(),
                        clause.isVisible() && clause.getValue() != null
                                ? clause.getValue().clauseId()
                                : null,
                        why);
    }

    /** Says what is wrong with the answer; empty for nothing. */
    void complain(String words) {
        trouble.setText(words);
    }

    String complaint() {
        return trouble.getText();
    }

    Segments<Boolean> rightField() {
        return right;
    }

    Select<JointGrade> gradeField() {
        return grade;
    }

    TextArea reasonField() {
        return reason;
    }
}
