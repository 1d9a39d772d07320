package org.conjoint.authoring.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import org.conjoint.authoring.ClauseStanding;
import org.conjoint.authoring.DraftId;
import org.conjoint.authoring.DraftReading;
import org.conjoint.authoring.Passage;
import org.conjoint.policy.files.FileProblem;

/** What keeps a draft from being a version, by file and line, with the way there. */
final class ProblemList extends Section {

    private static final int SHOWN = 12;

    private final UnorderedList list = new UnorderedList();
    private final H2 heading = new H2();
    private final Paragraph fine = new Paragraph("It reads as a version. It can be sent to review.");

    ProblemList(DraftId draft) {
        addClassNames("card", "problem-list");
        setId("problems-of-" + draft.value());
        fine.addClassName("muted");
        add(heading, list, fine);
    }

    void show(DraftReading reading) {
        show(reading.draft().id(), reading.problems());
        var unsaid = reading.clauses().stream().filter(ClauseStanding::unsaid).toList();
        unsaid.forEach(standing -> {
            var link = new Anchor(
                    AuthoringNavigation.to(
                            reading.draft().id(), new Passage.Worded(reading.canonical(), standing.id())),
                    standing.id());
            link.getElement().setAttribute("router-link", true);
            list.addComponentAsFirst(new ListItem(link, new Span(" has changed; say what kind of change it is")));
        });
        if (!unsaid.isEmpty()) {
            heading.setText("To put right: %d".formatted(reading.problems().size() + unsaid.size()));
            fine.setVisible(false);
        }
    }

    void show(DraftId draft, List<FileProblem> problems) {
        list.removeAll();
        heading.setText(problems.isEmpty() ? "Nothing is wrong" : "To put right: %d".formatted(problems.size()));
        fine.setVisible(problems.isEmpty());
        var items = new ArrayList<ListItem>();
        problems.stream().limit(SHOWN).forEach(problem -> {
            var where = new Anchor(
                    AuthoringNavigation.to(draft, new Passage.Whole(problem.file())),
                    "%s, line %d".formatted(problem.file(), problem.line()));
            where.getElement().setAttribute("router-link", true);
            var remedy = new Span(" " + problem.remedy());
            remedy.addClassName("hint");
            items.add(new ListItem(where, new Span(": " + problem.what() + "."), remedy));
        });
        items.forEach(list::add);
        if (problems.size() > SHOWN) {
            list.add(new ListItem(new Span("and %d more".formatted(problems.size() - SHOWN))));
        }
    }
}
