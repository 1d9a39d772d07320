package org.conjoint.authoring.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import org.conjoint.authoring.ClauseStanding;
import org.conjoint.authoring.DraftReading;
import org.conjoint.authoring.Passage;
import org.conjoint.policy.files.LooseText;
import org.conjoint.ui.Pill;

/** The structure of a draft: what there is to write, what was changed, what is still to be said. */
final class DraftStructure extends Nav {

    private record Entry(Passage passage, String words, String id, boolean inner) {}

    DraftStructure(DraftReading reading, Passage current) {
        addClassNames("card", "draft-structure");
        setAriaLabel("Structure of the policy");
        var file = current.locale().isPresent() ? current.file() : reading.canonical();
        var list = new UnorderedList();
        add(new H2("Text"), list);
        texts(reading, file).forEach(entry -> list.add(item(reading, entry, current)));
        var files = new UnorderedList();
        add(new H2("Sources"), files);
        reading.files()
                .keySet()
                .forEach(
                        name -> files.add(item(reading, new Entry(new Passage.Whole(name), name, "", false), current)));
    }

    private static List<Entry> texts(DraftReading reading, String file) {
        var entries = new ArrayList<Entry>();
        LooseText.of(reading.files(), file).ifPresent(text -> {
            entries.add(new Entry(new Passage.Title(file), text.title(), "", false));
            for (var section : text.sections()) {
                var part = section.part();
                if (part == null) {
                    continue;
                }
                switch (part) {
                    case PURPOSE, TERMS, TOGETHER, CULTURE ->
                        entries.add(new Entry(new Passage.Prose(file, part), section.title(), "", false));
                    case EXAMPLES ->
                        entries.add(new Entry(new Passage.Whole("examples.yaml"), section.title(), "", false));
                    case VIOLATES, ALLOWED ->
                        section.passages()
                                .forEach(passage -> entries.add(new Entry(
                                        new Passage.Worded(file, passage.id()), passage.title(), passage.id(), true)));
                }
            }
        });
        return entries;
    }

    private static ListItem item(DraftReading reading, Entry entry, Passage current) {
        var link = new Anchor(AuthoringNavigation.to(reading.draft().id(), entry.passage()));
        link.getElement().setAttribute("router-link", true);
        if (!entry.id().isEmpty()) {
            var id = new Span(entry.id());
            id.addClassName("clause-id");
            link.add(id);
        }
        var words = new Span(entry.words());
        words.addClassName("draft-name");
        link.add(words);
        if (entry.inner()) {
            link.addClassName("inner");
        }
        if (entry.passage().equals(current)) {
            link.getElement().setAttribute("aria-current", "true");
        }
        standing(reading, entry).ifPresent(standing -> link.add(mark(standing)));
        return new ListItem(link);
    }

    private static java.util.Optional<ClauseStanding> standing(DraftReading reading, Entry entry) {
        return reading.clauses().stream()
                .filter(standing -> standing.id().equals(entry.id()) && standing.how() != ClauseStanding.How.SAME)
                .findFirst();
    }

    private static Pill mark(ClauseStanding standing) {
        var pill = new Pill(standing.change()
                .map(change -> AuthoringWords.of(change.kind()))
                .orElse("kind?"));
        if (standing.unsaid()) {
            pill.addClassName("k-hard");
        }
        return pill;
    }
}
