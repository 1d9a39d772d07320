package org.conjoint.authoring.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.conjoint.authoring.ClauseStanding;
import org.conjoint.authoring.DraftReading;
import org.conjoint.authoring.Passage;
import org.conjoint.authoring.PolicyDrafts;
import org.conjoint.authoring.Sending;
import org.conjoint.authoring.Wording;
import org.conjoint.authoring.Writing;
import org.conjoint.policy.Proposal;

/** One passage of a draft with what belongs to it: structure, preview, kind of change, what is still wrong. */
final class DraftDesk extends Div {

    private final PolicyDrafts drafts;
    private final ActorNames names;
    private final Passage passage;
    private final Consumer<String> saved;
    private final Div structure = new Div();
    private final Div change = new Div();
    private final Div version = new Div();
    private final Div sides = new Div();
    private final PassagePreview preview;
    private final ProblemList problems;
    private final Paragraph trouble = new Paragraph();
    private final H1 name = new H1();
    private final PassageFields fields;
    private DraftReading reading;
    private Wording seen;
    private ClauseStanding.How shownHow = ClauseStanding.How.SAME;

    /** @param saved takes what became of the last writing */
    DraftDesk(PolicyDrafts drafts, ActorNames names, DraftReading reading, Passage passage, Consumer<String> saved) {
        this.drafts = drafts;
        this.names = names;
        this.reading = reading;
        this.passage = passage;
        this.saved = saved;
        seen = reading.read(passage).orElse(Wording.of(""));
        addClassName("draft-desk");
        trouble.addClassName("trouble");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
        fields = new PassageFields(passage, seen, this::write);
        preview = new PassagePreview(passage);
        problems = new ProblemList(reading.draft().id());
        var writing = new Div(trouble, sides);
        source().ifPresent(writing::add);
        writing.add(fields, change);
        writing.addClassNames("card", "draft-writing");
        var side = new Div(preview, version, problems);
        side.addClassName("draft-side");
        var columns = new Div(structure, writing, side);
        columns.addClassName("draft-columns");
        add(head(), columns);
        reading.entry()
                .ifPresent(entry -> version.add(new VersionPanel(entry, edit -> {
                    tell(drafts.describe(reading.draft().id(), edit));
                    refresh();
                })));
        show();
    }

    private Div head() {
        var languages = new Nav();
        languages.addClassName("policy-languages");
        languages.setAriaLabel("Language that is written");
        for (var file : reading.texts()) {
            var tag = file.substring(0, file.length() - ".md".length());
            var link = new Anchor(
                    AuthoringNavigation.to(reading.draft().id(), in(file)),
                    Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH)
                            + (file.equals(reading.canonical()) ? " · canonical" : ""));
            link.addClassName("chip");
            link.getElement().setAttribute("router-link", true);
            if (file.equals(passage.file())) {
                link.addClassName("soft");
                link.getElement().setAttribute("aria-current", "true");
            }
            languages.add(link);
        }
        var send = new Button("Send to review", click -> send());
        send.addThemeVariants(ButtonVariant.PRIMARY);
        var discard = new Button(
                "Give up …",
                click -> new DiscardDialog(() -> {
                            drafts.discard(reading.draft().id());
                            getUI().ifPresent(ui -> ui.navigate(AuthoringNavigation.DRAFTS));
                        })
                        .open());
        var grow = new Span();
        grow.addClassName("grow");
        var row = new Div(name, languages, grow, discard, send);
        row.addClassName("draft-head");
        return row;
    }

    private Passage in(String file) {
        return switch (passage) {
            case Passage.Worded(var _, var id) -> new Passage.Worded(file, id);
            case Passage.Prose(var _, var section) -> new Passage.Prose(file, section);
            case Passage.Title _, Passage.Whole _ -> new Passage.Title(file);
        };
    }

    /** For a translation, the canonical words beside it, with what changed since the version before. */
    private Optional<SourceText> source() {
        var canonical = reading.canonical();
        return passage.locale().isEmpty() || passage.file().equals(canonical) || passage instanceof Passage.Whole
                ? Optional.empty()
                : Optional.of(new SourceText(reading, in(canonical)));
    }

    private void write(Wording wording) {
        var writing = drafts.write(reading.draft().id(), passage, seen, wording);
        switch (writing) {
            case Writing.Written _, Writing.Same _ -> seen = wording;
            case Writing.Conflict(var _, var theirs) -> {
                seen = theirs;
                fields.show(theirs);
            }
            case Writing.Unplaceable _ -> {}
        }
        tell(writing);
        refresh();
    }

    private void tell(Writing writing) {
        trouble.setVisible(false);
        switch (writing) {
            case Writing.Written(var revision) ->
                saved.accept("Kept · revision %d · %s"
                        .formatted(revision, AuthoringWords.moment(Instant.now(), getLocale())));
            case Writing.Same _ -> {}
            case Writing.Conflict _ ->
                trouble("Somebody else changed this passage while you wrote. Theirs stands; yours is kept below.");
            case Writing.Unplaceable(var problem) -> trouble("Not kept: " + problem);
        }
    }

    private void trouble(String words) {
        trouble.setText(words);
        trouble.setVisible(true);
    }

    private void refresh() {
        reading = drafts.read(reading.draft().id()).orElseThrow();
        show();
    }

    private void show() {
        name.setText("%s %s"
                .formatted(
                        reading.read(new Passage.Title(reading.canonical()))
                                .map(Wording::text)
                                .orElse(reading.draft().slug()),
                        reading.entry().map(entry -> entry.version().toString()).orElse("")));
        structure.removeAll();
        structure.add(new DraftStructure(reading, passage));
        preview.show(fields.wording(), reading.readBase(passage));
        problems.show(reading);
        showSides();
        showChange();
    }

    private void showSides() {
        sides.removeAll();
        reading.sides().stream()
                .filter(side -> side.passage().equals(passage))
                .forEach(side -> sides.add(new SidePanel(side, names, keepMine -> {
                    tell(drafts.settle(reading.draft().id(), side.id(), keepMine));
                    refresh();
                    seen = reading.read(passage).orElse(Wording.of(""));
                    fields.show(seen);
                })));
    }

    private void showChange() {
        var standing = passage instanceof Passage.Worded(var _, var id)
                ? reading.clauses().stream()
                        .filter(each -> each.id().equals(id))
                        .findFirst()
                : Optional.<ClauseStanding>empty();
        var how = standing.map(ClauseStanding::how).orElse(ClauseStanding.How.SAME);
        if (how == shownHow) {
            return;
        }
        shownHow = how;
        change.removeAll();
        standing.filter(each -> each.how() != ClauseStanding.How.SAME)
                .ifPresent(each -> change.add(new ChangePanel(each, said -> {
                    tell(drafts.change(reading.draft().id(), said));
                    refresh();
                })));
        if (how == ClauseStanding.How.SAME
                && standing.flatMap(ClauseStanding::change).isPresent()) {
            tell(drafts.unchange(reading.draft().id(), standing.orElseThrow().id()));
            refresh();
        }
    }

    private void send() {
        switch (drafts.send(reading.draft().id())) {
            case Sending.Unsettled(var passages) ->
                trouble("Two people wrote the same words in %d passages; choose first which stand".formatted(passages));
            case Sending.Unsaid(var clauses) -> trouble("Say what kind of change it is: " + String.join(", ", clauses));
            case Sending.Answered(var proposal) -> answer(proposal);
        }
    }

    private void answer(Proposal proposal) {
        switch (proposal) {
            case Proposal.Taken _ ->
                getUI().ifPresent(ui -> ui.navigate(AuthoringNavigation.steps(
                        reading.draft().slug(),
                        reading.entry().map(entry -> entry.version().toString()).orElse(""))));
            case Proposal.Refused(var found) -> {
                problems.show(reading.draft().id(), found);
                trouble("It cannot be a version yet: %d things are to be put right".formatted(found.size()));
            }
            case Proposal.NumberTaken(var number) ->
                trouble("There is a version %s already; say a change once more to get the next number"
                        .formatted(number));
            case Proposal.PrefixTaken(var prefix, var owner) ->
                trouble("The prefix %s belongs to %s; choose another in policy.yaml".formatted(prefix, owner));
        }
    }
}
