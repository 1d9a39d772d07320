package org.conjoint.moderation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.conjoint.policy.PolicyState;
import org.conjoint.policy.PolicyVersion;
import org.conjoint.ui.MarkdownText;

/** The policy version that judges; opens its text. */
final class PolicyChip extends NativeButton {

    PolicyChip(PolicyVersion policy) {
        addClassNames("chip", "soft");
        getElement().setAttribute("type", "button").setAttribute("aria-haspopup", "dialog");
        setText("%s %s · %s".formatted(policy.title(), policy.number(), words(policy.state())));
        addClickListener(_ -> read(policy).open());
    }

    private static Dialog read(PolicyVersion policy) {
        var dialog = new Dialog();
        dialog.setHeaderTitle("%s %s".formatted(policy.title(), policy.number()));
        dialog.setWidth("720px");
        var text = new Div();
        text.addClassName("policy-text");
        text.getElement().setAttribute("lang", policy.locale());
        policy.clauses().forEach(clause -> {
            var test = new Paragraph(clause.test());
            test.addClassName("test");
            text.add(
                    heading(clause.clauseId(), clause.title()),
                    test,
                    new MarkdownText(clause.textMarkdown(), policy.locale()));
        });
        policy.exemptions()
                .forEach(allowed -> text.add(
                        heading(allowed.exemptionId(), allowed.title()),
                        new MarkdownText(allowed.textMarkdown(), policy.locale())));
        dialog.add(text);
        dialog.getFooter().add(new Button("Close", _ -> dialog.close()));
        return dialog;
    }

    private static H3 heading(String id, String title) {
        var name = new Span(id);
        name.addClassName("clause-id");
        return new H3(name, new Span(" " + title));
    }

    private static String words(PolicyState state) {
        return state.code().replace('_', ' ');
    }
}
