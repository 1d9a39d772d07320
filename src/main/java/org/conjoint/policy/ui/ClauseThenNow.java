package org.conjoint.policy.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Objects;
import org.conjoint.policy.Clause;
import org.conjoint.policy.PolicyVersion;
import org.conjoint.ui.MarkdownText;
import org.conjoint.ui.Pill;
import org.jspecify.annotations.Nullable;

/** A clause as somebody read it, beside how it reads now. */
public final class ClauseThenNow extends Div {

    /**
     * @param then the version that somebody read
     * @param now the version in force, in the same locale where it has it; {@code null} when none is
     * @param first what stands below the heading, such as who cites it
     */
    public ClauseThenNow(String clauseId, PolicyVersion then, @Nullable PolicyVersion now, Component... first) {
        addClassNames("card", "then-now");
        var old = then.clause(clauseId).orElse(null);
        var current = now == null ? null : now.clause(clauseId).orElse(null);
        var id = new Span(clauseId);
        id.addClassName("clause-id");
        var title = old != null ? old.title() : current == null ? "" : current.title();
        var head = new Div(new H3(id, new Span(title)), new Pill(fate(then, now, old, current)));
        head.addClassName("then-now-head");
        add(head);
        add(first);
        var sides = new Div(side("Then · " + then.number(), old, then.locale()));
        sides.addClassName("then-now-sides");
        if (now != null && !same(old, current)) {
            sides.add(side("Now · " + now.number(), current, now.locale()));
        }
        add(sides);
    }

    private static String fate(
            PolicyVersion then, @Nullable PolicyVersion now, @Nullable Clause old, @Nullable Clause current) {
        if (now == null) {
            return "No version in force";
        }
        if (then.id().equals(now.id())) {
            return "The same version is in force";
        }
        if (current == null) {
            return old == null ? "In neither version" : "Gone since";
        }
        if (old == null) {
            return "New since";
        }
        return same(old, current) ? "Reads the same now" : "Reads otherwise now";
    }

    private static boolean same(@Nullable Clause old, @Nullable Clause current) {
        return Objects.equals(old == null ? "" : old.textHash(), current == null ? "" : current.textHash());
    }

    private static Div side(String when, @Nullable Clause clause, String locale) {
        var label = new H4(when);
        label.addClassName("label");
        var side = new Div(label);
        side.addClassName("side");
        if (clause == null) {
            side.add(new Paragraph("It is not in this version."));
            return side;
        }
        var test = new Paragraph(clause.test());
        test.addClassName("clause-test");
        test.getElement().setAttribute("lang", locale).setAttribute("dir", "auto");
        side.add(new MarkdownText(clause.textMarkdown(), locale), test);
        return side;
    }
}
