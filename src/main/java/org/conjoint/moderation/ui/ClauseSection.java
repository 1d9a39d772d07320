package org.conjoint.moderation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.conjoint.moderation.VerdictGuide;
import org.conjoint.policy.Clause;
import org.conjoint.policy.PolicyVersion;
import org.conjoint.ui.Answers;
import org.conjoint.ui.Icon;
import org.conjoint.ui.Picker;

/**
 * The clauses that explain the grades above none. A clause is found by id, title or any word of its text; it is cited
 * for the rows whose dots are on, and one clause of the whole is principal.
 */
final class ClauseSection extends Section {

    /** What the rater does to a cited clause. */
    interface Edits {
        void cite(Row row, String clause, boolean cited);

        void principal(String clause);
    }

    private final PolicyVersion policy;
    private final Edits edits;
    private final Consumer<Clause> reads;
    private final Div cited = new Div();
    private final Picker picker;

    /**
     * @param picked called with a clause that the rater found
     * @param reads called with a clause to show how it reads
     */
    ClauseSection(PolicyVersion policy, Consumer<Clause> picked, Edits edits, Consumer<Clause> reads) {
        super("Clause");
        this.policy = policy;
        this.edits = edits;
        this.reads = reads;
        addClassName("clauses");
        cited.addClassName("cited");
        picker = new Picker(
                "Add a clause",
                "Add a clause: id, title or any word of it",
                policy.clauses().stream()
                        .map(each -> new Picker.Item(each.clauseId(), each.title(), each.test(), each.textMarkdown()))
                        .toList(),
                id -> policy.clause(id).ifPresent(picked));
        picker.setHotkey("rate.clause");
        picker.returnTo(".stage-column");
        picker.getElement().setAttribute("aria-describedby", troubleId());
        add(cited, picker);
    }

    Picker picker() {
        return picker;
    }

    @Override
    void show(FormState form, VerdictGuide guide) {
        cited.removeAll();
        form.cited().forEach(clause -> cited.add(chip(clause, form)));
        if (form.cited().isEmpty()) {
            // A list has items: without any it is a sentence.
            cited.getElement().removeAttribute("role").removeAttribute("aria-label");
            var none = new Span(
                    Arrays.stream(Row.values()).anyMatch(form::aboveNone)
                            ? "No clause yet"
                            : "Needed once a grade is above none");
            none.addClassNames("muted", "none");
            cited.add(none);
        } else {
            cited.getElement().setAttribute("role", "list").setAttribute("aria-label", "Clauses cited");
        }
    }

    private Div chip(String clauseId, FormState form) {
        var principal = clauseId.equals(form.principal());
        var title = policy.clause(clauseId).map(Clause::title).orElse("");
        var star = button(
                "star",
                principal ? "%s is principal".formatted(clauseId) : "Make %s principal".formatted(clauseId),
                () -> edits.principal(clauseId));
        star.add(new Icon(principal ? "star-on" : "star"));
        star.getElement().setAttribute("aria-pressed", String.valueOf(principal));
        Answers.press(star, "clause.principal", clauseId);
        star.setEnabled(form.aboveNone(Row.JOINT));
        var id = new Span(clauseId);
        id.addClassName("clause-id");
        var name = button("clause-title", "How %s reads: %s".formatted(clauseId, title), () -> read(clauseId));
        name.setText(title);
        name.getElement()
                .setAttribute("aria-haspopup", "dialog")
                .setAttribute("title", policy.clause(clauseId).map(Clause::test).orElse(""));
        var chip = new Div(star, id, name);
        chip.addClassName("clause-chip");
        chip.setClassName("principal", principal);
        chip.getElement().setAttribute("role", "listitem");
        for (var row : Row.values()) {
            if (form.aboveNone(row)) {
                chip.add(toggle(clauseId, row, form.clauses(row).contains(clauseId)));
            }
        }
        var remove = button(
                "remove",
                "Remove " + clauseId,
                () -> List.of(Row.values()).forEach(row -> edits.cite(row, clauseId, false)));
        remove.add(new Icon("close"));
        Answers.press(remove, "clause.removed", clauseId);
        chip.add(remove);
        return chip;
    }

    /** Shows how a clause reads. */
    void read(String clauseId) {
        policy.clause(clauseId).ifPresent(reads);
    }

    private NativeButton toggle(String clauseId, Row row, boolean on) {
        var toggle = button(
                "part-toggle",
                "%s, %s: %s".formatted(clauseId, row.words(), on ? "cited" : "not cited"),
                () -> edits.cite(row, clauseId, !on));
        toggle.add(row.dot().unseen(!on));
        Answers.press(toggle, (on ? "clause.not-" : "clause.for-") + row.code(), clauseId);
        toggle.getElement()
                .setAttribute("aria-pressed", String.valueOf(on))
                .setAttribute("title", (on ? "Cited for: " : "Not cited for: ") + row.words());
        return toggle;
    }

    private static NativeButton button(String kind, String label, Runnable action) {
        var button = new NativeButton();
        button.addClassName(kind);
        button.getElement().setAttribute("type", "button").setAttribute("aria-label", label);
        button.addClickListener(_ -> action.run());
        return button;
    }

    @Override
    boolean owns(String field) {
        return field.startsWith("clauses.") || field.equals("principal");
    }

    @Override
    void focusField(String field) {
        picker.focus();
    }
}
