package org.conjoint.moderation.ui;

import com.vaadin.flow.component.html.Div;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.conjoint.content.PostAt;
import org.conjoint.content.ui.StagePosts;
import org.conjoint.meaning.Confidence;
import org.conjoint.meaning.PairAnswer;
import org.conjoint.meaning.Part;
import org.conjoint.moderation.Attention;
import org.conjoint.moderation.Problem;
import org.conjoint.moderation.RatingTask;
import org.conjoint.moderation.VerdictForm;
import org.conjoint.moderation.Verdicts;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.ui.KeyMap;
import org.conjoint.ui.ReadHeading;
import org.conjoint.ui.Stage;
import org.conjoint.work.Protocol;
import org.conjoint.work.QueueId;
import org.jspecify.annotations.Nullable;

/**
 * The stage on the left, the judgement on the right, its foot below. It shows one post after the other, as long as they
 * are judged in the same way.
 */
final class TaskScreen extends Div {

    /** What the screen is made for; a post of another kind needs another screen. */
    private record Kind(QueueId queue, Protocol protocol, PolicyVersionId policy, String locale, Set<Part> parts) {

        static Kind of(RatingTask.Judge task) {
            return new Kind(
                    task.lease().queue(),
                    task.queue().protocol(),
                    task.policyVersion().id(),
                    task.policyVersion().locale(),
                    task.parts());
        }
    }

    private final Verdicts verdicts;
    private final TaskEvents events;
    private final Stage stage;
    private final Kind kind;
    private final Staging staging;
    private final StageColumn stageColumn;
    private final GradeMatrix grades;
    private final ClauseSection clauses;
    private final ReadingSection reading;
    private final CompositionCard composition = new CompositionCard();
    private final PairSection pairs;
    private final RowCursor cursor;
    private final BackgroundSection background;
    private final Foot foot;
    private final List<Section> sections;
    private InHand hand;
    private @Nullable KeyMap keys;

    TaskScreen(RatingTask.Judge task, Verdicts verdicts, Stage stage, TaskEvents events) {
        this.verdicts = verdicts;
        this.stage = stage;
        this.events = events;
        kind = Kind.of(task);
        staging = new Staging(task.queue().protocol(), task.parts());
        foot = new Foot(new Foot.Actions(this::sure, () -> decline(true), () -> decline(false), this::submit));
        hand = new InHand(task, verdicts, events, stage, foot);
        stageColumn = new StageColumn(stage, this::show);
        grades = new GradeMatrix(staging, this::grade, this::turnTo, this::stopOrLookOn);
        reading = new ReadingSection(text -> change(() -> hand.form().reading(text)));
        pairs = new PairSection((pair, answer) -> change(() -> hand.form().pair(pair, answer)));
        cursor = new RowCursor(grades, pairs);
        var relations =
                new RelationSection((pair, relation) -> change(() -> hand.form().relation(pair, relation)));
        var further = new FurtherSection(kind.parts(), () -> change(() -> {}));
        background = new BackgroundSection(() -> change(() -> {}));
        var citing = new Citing(() -> hand.form(), this::change, foot::say);
        clauses = new ClauseSection(task.policyVersion(), citing::cite, citing, events::read);
        sections = List.of(grades, clauses, reading, composition, pairs, relations, further, background, foot);
        addClassName("rating");
        add(new ReadHeading(task.queue().name()), stageColumn, judgeColumn());
        show(task);
    }

    private Div judgeColumn() {
        var body = new Div();
        sections.stream().filter(section -> section != foot).forEach(body::add);
        body.addClassName("judge-body");
        var column = new Div(body, foot);
        column.addClassName("judge");
        column.getElement().setAttribute("role", "region").setAttribute("aria-label", "Judgement");
        return column;
    }

    /** Whether this screen can show a post as it is; otherwise another is made for it. */
    boolean fits(RatingTask.Judge task) {
        return kind.equals(Kind.of(task));
    }

    /** Goes on with another post; nothing of the one before stays. */
    void next(RatingTask.Judge task) {
        hand = new InHand(task, verdicts, events, stage, foot);
        background.fold();
        clauses.picker().clear();
        show(task);
    }

    private void show(RatingTask.Judge task) {
        stage.show(StagePosts.of(task.post(), task.media()));
        stage.prefetch(task.ahead().stream()
                .flatMap(ahead -> StagePosts.needs(ahead.post(), ahead.media()).stream())
                .toList());
        refresh();
        show(staging.start(hand.form()));
    }

    /** Binds the keys of this screen. */
    void bind(KeyMap keys) {
        this.keys = keys;
        var see = "Look and listen";
        for (var row : Row.values()) {
            var words = row == Row.JOINT ? "All parts together" : row.words() + " alone";
            keys.bind(see, "rate.show-" + row.code(), String.valueOf(row.ordinal() + 1), words, () -> show(row));
        }
        StageKeys.look(keys, see);
        StageKeys.point(keys);
        var judge = "Judge";
        keys.bind(judge, "rate.row-above", "arrowup", "The row above", () -> step(-1))
                .bind(judge, "rate.row-below", "arrowdown", "The row below", () -> step(1));
        keys.bind(judge, "rate.none", "n", "None; for a pair: no", () -> press(Mark.NONE));
        keys.bind(judge, "rate.borderline", "b", "Borderline", () -> press(Mark.BORDERLINE));
        keys.bind(judge, "rate.violating", "v", "Violating", () -> press(Mark.VIOLATING));
        keys.bind(judge, "rate.cannot-tell", "t", "Can’t tell", () -> press(Mark.CANNOT_TELL));
        keys.bind(judge, "rate.pair-yes", "y", "For a pair: yes", () -> answer(PairAnswer.YES));
        keys.bind(judge, "rate.pair-unsure", "u", "For a pair: unsure", () -> answer(PairAnswer.UNSURE));
        keys.bindFocus(judge, "rate.clause", "c", "Add a clause", ".clauses conjoint-picker", false);
        keys.bind(judge, "rate.clause-text", "j", "How the principal clause reads", this::readClause);
        keys.bindFocus(judge, "rate.reading", "r", "Write what it means", ".reading textarea", false);
        keys.bind(judge, "rate.stop", "q", "Stop here, or look at the rest", this::stopOrLookOn);
        for (var confidence : Confidence.values()) {
            var digit = String.valueOf(7 + confidence.ordinal());
            keys.bind(judge, "rate." + confidence.code(), digit, Labels.of(confidence), () -> sure(confidence));
        }
        var work = "Go on";
        keys.bindWhileTyping(work, "rate.submit", "ctrl+enter", "Submit and next", this::submit)
                .bind(work, "rate.flag", "f", "Flag", () -> decline(true))
                .bind(work, "rate.skip", "s", "Skip", () -> decline(false))
                .bindFocus(work, "rate.leave", "escape", "Leave the field", ".stage-column", true);
    }

    /** Puts the focus on the post, out of any field, and the judgement back to its top. */
    void takeFocus() {
        getElement()
                .executeJs("const column = this.querySelector('.stage-column');"
                        + "if (document.activeElement !== column) { column.focus({preventScroll: true}); }"
                        + "requestAnimationFrame(() => { this.querySelector('.judge-body').scrollTop = 0; })");
    }

    // -- looking

    /** Shows a part alone, or all; the row of the matrix goes with it. */
    private void show(Row row) {
        if (!kind.parts().containsAll(row.part().stream().toList())) {
            foot.say("The post has no %s".formatted(row.words().toLowerCase()));
            stageColumn.stay();
        } else if (staging.opened(hand.form()).contains(row)) {
            stageColumn.show(row);
            stageColumn.note(words(row));
            to(row);
        } else {
            var first = staging.next(hand.form());
            foot.say("Grade the %s first"
                    .formatted(first == null ? "parts" : first.words().toLowerCase()));
            stageColumn.stay();
        }
    }

    private String words(Row row) {
        if (staging.blind(hand.form())) {
            var position = staging.order().indexOf(row) + 1;
            return "Blind · part %d of %d · imagine that a stranger posted only this"
                    .formatted(position, kind.parts().size());
        }
        return row == Row.JOINT ? "As its audience received it" : row.words() + " alone";
    }

    /** Makes a row current; while the parts are blind, the stage shows what is graded. */
    private void turnTo(Row row) {
        if (staging.blind(hand.form())) {
            show(row);
        } else if (staging.opened(hand.form()).contains(row)) {
            to(row);
        }
    }

    private void to(Row row) {
        cursor.to(row);
        grades.offerStop(mayStop(), hand.form().stoppedEarly());
    }

    private void step(int by) {
        cursor.step(by, staging.opened(hand.form())).ifPresent(this::turnTo);
    }

    // -- judging

    private void press(Mark mark) {
        if (cursor.pair().isEmpty()) {
            grade(grades.current(), mark);
        } else if (mark == Mark.NONE) {
            answer(PairAnswer.NO);
        }
    }

    private void grade(Row row, Mark mark) {
        if (!staging.order().contains(row) || !staging.opened(hand.form()).contains(row)) {
            show(row);
            return;
        }
        var blind = staging.blind(hand.form());
        change(() -> hand.form().grade(row, mark));
        var next = staging.next(hand.form());
        if (blind && mark == Mark.VIOLATING) {
            turnTo(row);
            var further = printed("rate.show-" + (next == null ? Row.JOINT : next).code());
            foot.say("Name its clause (%s), or go on with %s".formatted(printed("rate.clause"), further));
        } else if (blind) {
            show(next == null ? Row.JOINT : next);
        } else {
            turnTo(next == null ? row : next);
        }
    }

    private String printed(String action) {
        return keys == null ? "" : keys.printed(action);
    }

    private void answer(PairAnswer answer) {
        cursor.pair().ifPresent(pair -> {
            change(() -> hand.form().pair(pair, answer));
            step(1);
        });
    }

    private void sure(Confidence confidence) {
        change(() -> hand.form().confidence(confidence));
    }

    private void readClause() {
        clauseAtHand().ifPresent(clauses::read);
    }

    /** The principal clause, else the first one cited. */
    Optional<String> clauseAtHand() {
        return Optional.ofNullable(hand.form().principal())
                .or(() -> hand.form().cited().stream().findFirst());
    }

    private boolean mayStop() {
        return hand.mayStop(grades.current(), staging);
    }

    private void stopOrLookOn() {
        var form = hand.form();
        if (form.stoppedEarly()) {
            change(form::lookOn);
            turnTo(staging.start(form));
        } else if (mayStop()) {
            var from = grades.current();
            change(() -> form.stopEarly(from));
            foot.say("Concluded from the %s alone".formatted(from.words().toLowerCase()));
        } else {
            foot.say("You can stop here once a part is violating under a clause that no context defuses");
        }
    }

    private void change(Runnable edit) {
        edit.run();
        refresh();
        hand.save();
    }

    private void refresh() {
        var guide = hand.guide();
        var form = hand.form();
        sections.forEach(section -> section.show(form, guide));
        var opened = staging.opened(form);
        grades.open(opened);
        grades.offerStop(mayStop(), form.stoppedEarly());
        var closed = EnumSet.allOf(Row.class);
        closed.removeIf(row -> opened.contains(row)
                && kind.parts().containsAll(row.part().stream().toList()));
        stageColumn.close(closed);
        complain(hand.attempted() ? guide.problems() : List.of());
    }

    private void complain(List<Problem> problems) {
        var ordered = inOrder(problems);
        sections.forEach(section -> section.complain(ordered));
    }

    /** Grades are missed in the order in which they are given: none is asked for before it is open. */
    private List<Problem> inOrder(List<Problem> problems) {
        var rows = staging.order().stream().map(row -> "grade." + row.code()).toList();
        return problems.stream()
                .sorted(Comparator.comparingInt(
                        problem -> rows.contains(problem.field()) ? rows.indexOf(problem.field()) : rows.size()))
                .toList();
    }

    // -- keeping

    /** Goes on over what another window saved. */
    void keepMine(int overRevision) {
        hand.draft().keepMine(overRevision, form());
    }

    /** A change of the evidence, as the page sends it. */
    void pointed(String change) {
        if (hand.point(change)) {
            change(() -> {});
        }
    }

    /** Suggests the text inside the picture. */
    void suggestText(WrittenText written) {
        written.suggest(task().post().data(), hand.form().evidence(), stage);
    }

    /** What the rater did with a post so far, as the page reports it. */
    void attended(String visit, Attention reported) {
        hand.attended(visit, reported);
    }

    RatingTask.Judge task() {
        return hand.task();
    }

    /** The post as it is shown. */
    PostAt seen() {
        return new PostAt(task().post().id(), task().post().revision());
    }

    /** The form as it stands. */
    VerdictForm form() {
        return hand.form().toForm();
    }

    int draftRevision() {
        return hand.draft().revision();
    }

    /** Under which this answer is submitted, however often. */
    UUID clientId() {
        return hand.clientId();
    }

    /** Submits what an earlier page sent off already, under its id. */
    void submitAgain(UUID before) {
        hand.sentBefore(before);
        submit();
    }

    // -- going on

    private void decline(boolean flag) {
        new DeclineDialog(flag, (reason, note) -> events.declined(flag, reason, note)).open();
    }

    private void submit() {
        var guide = hand.attempt();
        if (guide.problems().isEmpty()) {
            events.submitted(hand.submit());
        } else {
            refuse(guide.problems());
        }
        events.settled();
    }

    /** Shows what is wrong beside each field, and goes to the first. */
    void refuse(List<Problem> problems) {
        complain(problems);
        var first = inOrder(problems).getFirst();
        var others = problems.size() - 1;
        foot.say(others == 0 ? first.message() : "%s · and %d more".formatted(first.message(), others));
        sections.stream()
                .filter(section -> section.owns(first.field()))
                .findFirst()
                .ifPresent(section -> section.focusField(first.field()));
    }

    String complaints() {
        return sections.stream()
                .map(Section::complaint)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
    }

    GradeMatrix grades() {
        return grades;
    }

    ClauseSection clauses() {
        return clauses;
    }

    ReadingSection reading() {
        return reading;
    }

    CompositionCard composition() {
        return composition;
    }

    PairSection pairs() {
        return pairs;
    }

    Foot foot() {
        return foot;
    }
}
