package org.conjoint.policy.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.conjoint.policy.Clause;
import org.conjoint.policy.ClauseNote;
import org.conjoint.policy.Exemption;
import org.conjoint.policy.PolicyReading;
import org.conjoint.policy.PolicySection;
import org.conjoint.ui.MarkdownText;
import org.conjoint.ui.Pill;
import org.jspecify.annotations.Nullable;

/** The text of a policy from top to bottom; the examples of a clause stand with it. */
final class PolicyArticle extends Article {

    private final PolicyReading reading;
    private final String locale;
    private final List<ClauseNote> notes;
    private final Map<String, Component> anchors = new HashMap<>();

    /** @param notes what stands beside its clauses */
    PolicyArticle(PolicyReading reading, List<ClauseNote> notes) {
        this.reading = reading;
        this.notes = notes;
        this.locale = reading.version().locale();
        addClassName("policy-article");
        prose(PolicySection.PURPOSE, reading.purpose());
        prose(PolicySection.TERMS, reading.terms());
        var violates = section(PolicySection.VIOLATES);
        reading.version().clauses().forEach(clause -> violates.add(clause(clause)));
        var allowed = section(PolicySection.ALLOWED);
        reading.version().exemptions().forEach(exemption -> allowed.add(exemption(exemption)));
        prose(PolicySection.TOGETHER, reading.together());
        prose(PolicySection.CULTURE, reading.culture());
    }

    /** The fragment of a section's address. */
    static String anchor(PolicySection section) {
        return section.name().toLowerCase(Locale.ROOT);
    }

    /** Brings a clause or an exemption into view; another id does nothing. */
    void show(String id) {
        var target = anchors.get(id);
        if (target != null) {
            target.scrollIntoView();
        }
    }

    private Section section(PolicySection section) {
        var heading = new H2(reading.headings().getOrDefault(section, section.english()));
        heading.setId(anchor(section));
        heading.getElement().setAttribute("lang", locale);
        var part = new Section(heading);
        part.addClassName("policy-section");
        add(part);
        return part;
    }

    private void prose(PolicySection section, @Nullable String markdown) {
        if (markdown != null) {
            section(section).add(new MarkdownText(markdown, locale));
        }
    }

    private Component clause(Clause clause) {
        var facts = new Div(new Pill(PolicyWords.of(clause.severity())));
        if (clause.contextCannotDefuse()) {
            facts.add(new Pill("No context defuses it"));
        }
        facts.addClassName("clause-facts");
        var test = new Paragraph(clause.test());
        test.addClassName("clause-test");
        test.getElement().setAttribute("lang", locale).setAttribute("dir", "auto");
        var card = new Div(
                heading(clause.clauseId(), clause.title()),
                facts,
                new MarkdownText(clause.textMarkdown(), locale),
                test);
        card.addClassNames("card", "clause");
        card.add(new ClauseNoteList(notes.stream()
                .filter(note -> note.clauseId().equals(clause.clauseId()))
                .toList()));
        reading.examples(clause.clauseId()).forEach(example -> card.add(new ExampleCard(example, locale)));
        return card;
    }

    private Component exemption(Exemption exemption) {
        var holds = new Span("For " + String.join(", ", exemption.clauses()));
        holds.addClassName("hint");
        var card = new Div(
                heading(exemption.exemptionId(), exemption.title()),
                new MarkdownText(exemption.textMarkdown(), locale),
                holds);
        card.addClassNames("card", "clause");
        return card;
    }

    private H3 heading(String id, String title) {
        var stable = new Span(id);
        stable.addClassName("clause-id");
        var heading = new H3(stable, new Span(title));
        heading.setId(id);
        heading.getElement().setAttribute("lang", locale);
        anchors.put(id, heading);
        return heading;
    }
}
