package org.conjoint.moderation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import org.conjoint.moderation.CitedClause;
import org.conjoint.policy.Clause;
import org.conjoint.ui.Icon;
import org.conjoint.ui.MarkdownText;

/** A clause that a verdict cites, in the wording that its rater saw, with the hash of that wording. */
final class CitedText extends Div {

    /**
     * @param cited the citations of this clause, one for each part and for the whole
     * @param text the wording; empty when the version cannot be read any more
     * @param locale the BCP 47 tag of the wording
     */
    CitedText(String clauseId, List<CitedClause> cited, boolean principal, Optional<Clause> text, String locale) {
        addClassNames("cited-text", "card");
        var id = new Span(clauseId);
        id.addClassName("clause-id");
        var heading =
                new H3(id, new Span(text.map(clause -> " " + clause.title()).orElse("")));
        var places = new Div();
        places.addClassName("places");
        for (var row : Row.values()) {
            if (cited.stream().anyMatch(each -> row.part().equals(Optional.ofNullable(each.part())))) {
                places.add(row.dot(), new Span(row.words()));
            }
        }
        if (principal) {
            var star = new Span(new Icon("star-on"), new Span("principal"));
            star.addClassName("principal");
            places.add(star);
        }
        add(heading, places);
        text.ifPresent(clause -> {
            var test = new Paragraph(clause.test());
            test.addClassName("test");
            add(new MarkdownText(clause.textMarkdown(), locale), test);
        });
        var hash = new Span("Wording %d · SHA-256 %s"
                .formatted(cited.getFirst().version().value(), cited.getFirst().textHash()));
        hash.addClassNames("hint", "num", "hash");
        add(hash);
    }
}
