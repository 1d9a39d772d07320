package org.conjoint.calibration.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.conjoint.calibration.Drawn;
import org.conjoint.calibration.Flip;
import org.conjoint.calibration.Round;
import org.conjoint.calibration.RoundPost;
import org.conjoint.calibration.RoundReport;
import org.conjoint.content.Post;
import org.conjoint.content.PostId;
import org.conjoint.ui.Moments;
import org.conjoint.ui.Pill;

/** A round of a panel: how far it has come, what becomes of each post, and its end. */
final class PanelCard extends Div {

    /** What can happen to an open round. */
    interface Ends {
        void close(Round round);

        void withdraw(Round round);
    }

    /** Which posts are shown. */
    enum Shown {
        ALL("All posts"),
        MOVED("Moved"),
        UP("Graver"),
        DOWN("Milder"),
        KNOWN("Known answers");

        private final String words;

        Shown(String words) {
            this.words = words;
        }

        private boolean holds(RoundPost post) {
            return switch (this) {
                case ALL -> true;
                case MOVED -> post.flip() == Flip.UP || post.flip() == Flip.DOWN;
                case UP -> post.flip() == Flip.UP;
                case DOWN -> post.flip() == Flip.DOWN;
                case KNOWN -> post.drawn() == Drawn.KNOWN;
            };
        }
    }

    private final RoundReport report;
    private final Map<PostId, Post> posts;
    private final Div place = new Div();

    PanelCard(RoundReport report, Map<PostId, Post> posts, Ends ends) {
        this.report = report;
        this.posts = posts;
        addClassNames("card", "panel");
        var round = report.round();
        var head = new Div(new H2("Panel " + round.number()), state(round), facts(round));
        head.addClassName("panel-head");
        add(head);
        if (round.isOpen()) {
            add(progress(), actions(round, ends));
        }
        var shown = new Select<Shown>();
        shown.addClassName("panel-shown");
        shown.setAriaLabel("Which posts are shown");
        shown.setItems(Shown.values());
        shown.setItemLabelGenerator(which -> which.words);
        shown.setValue(Shown.ALL);
        shown.addValueChangeListener(change -> show(change.getValue()));
        add(shown, place);
        show(Shown.ALL);
    }

    private void show(Shown which) {
        place.removeAll();
        var some = report.posts().stream().filter(which::holds).toList();
        if (some.isEmpty()) {
            var none = new Span("No such post in this panel.");
            none.addClassName("muted");
            place.add(none);
        } else {
            place.add(new PanelPosts(some, posts));
        }
    }

    private static Pill state(Round round) {
        if (round.isOpen()) {
            return new Pill("Open");
        }
        return new Pill(round.closedAt() != null ? "Closed" : "Broken off");
    }

    private static Span facts(Round round) {
        var at = Optional.ofNullable(round.closedAt()).orElse(round.openedAt());
        var facts = new Span("%s · %d raters a post · %s %s"
                .formatted(
                        Moments.language(round.locale()),
                        round.raters(),
                        round.closedAt() != null ? "closed" : "opened",
                        Moments.dateTime(at)));
        facts.addClassName("hint");
        return facts;
    }

    private Div progress() {
        var share = report.wanted() == 0 ? 0 : (double) report.answered() / report.wanted();
        var bar = new ProgressBar(0, 1, share);
        bar.getElement().setAttribute("aria-label", "Answers given");
        var figures = new Span("%,d of %,d answers".formatted(report.answered(), report.wanted()));
        figures.addClassNames("num", "muted");
        var row = new Div(figures, links(report.round()), bar);
        row.addClassName("panel-progress");
        return row;
    }

    private static Span links(Round round) {
        var links = new Span();
        Stream.of(
                        Optional.of(new Anchor("rate/" + round.newText().value(), "Queue of this text")),
                        Optional.ofNullable(round.oldText())
                                .map(queue -> new Anchor("rate/" + queue.value(), "Queue of the text in force")))
                .flatMap(Optional::stream)
                .forEach(link -> {
                    link.addClassName("chip");
                    links.add(link);
                });
        links.addClassName("facts");
        return links;
    }

    private static Div actions(Round round, Ends ends) {
        var close = new Button("Close the panel", _ -> ends.close(round));
        close.addThemeVariants(ButtonVariant.PRIMARY);
        var off = new Button("Break off …", _ -> sure(round, ends));
        var row = new Div(close, off);
        row.addClassName("panel-actions");
        return row;
    }

    private static void sure(Round round, Ends ends) {
        var dialog = new ConfirmDialog(
                "Break panel %d off?".formatted(round.number()),
                "What was answered is kept, but the panel never has figures. Another one can be opened.",
                "Break off",
                _ -> ends.withdraw(round));
        dialog.setCancelable(true);
        dialog.open();
    }
}
