package org.conjoint.moderation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.conjoint.content.ui.StagePosts;
import org.conjoint.meaning.Confidence;
import org.conjoint.meaning.Pair;
import org.conjoint.meaning.PairAnswer;
import org.conjoint.moderation.Attention;
import org.conjoint.moderation.Problem;
import org.conjoint.moderation.RatingTask;
import org.conjoint.moderation.VerdictForm;
import org.conjoint.moderation.VerdictGuide;
import org.conjoint.moderation.VerdictSubmission;
import org.conjoint.moderation.Verdicts;
import org.conjoint.policy.Clause;
import org.conjoint.ui.KeyMap;
import org.conjoint.ui.ReadHeading;
import org.conjoint.ui.Segments;
import org.conjoint.ui.Stage;
import org.conjoint.work.Protocol;
import org.jspecify.annotations.Nullable;

/** One post in hand: the stage on the left, the judgement on the right, its foot below. */
final class TaskScreen extends Div {

    private final RatingTask.Judge task;
    private final Verdicts verdicts;
    private final TaskEvents events;
    private final Stage stage;
    private final FormState form;
    private final Staging staging;
    private UUID clientId = UUID.randomUUID();
    private final Segments<Row> switches = new Segments<>("Parts shown");
    private final Span stageNote = new Span();
    private final GradeMatrix grades;
    private final ClauseSection clauses;
    private final ReadingSection reading;
    private final CompositionCard composition = new CompositionCard();
    private final PairSection pairs;
    private final RelationSection relations;
    private final FurtherSection further;
    private final BackgroundSection background;
    private final Foot foot;
    private final List<Section> sections;
    private final DraftKeeper draft;
    private final Pointing pointing;
    private boolean attempted;
    private @Nullable KeyMap keys;
    private Pair currentPair = Pair.IMAGE_CAPTION;
    private boolean onPairs;
    private Attention attention = Attention.NONE;

    TaskScreen(RatingTask.Judge task, Verdicts verdicts, Stage stage, TaskEvents events) {
        this.task = task;
        this.verdicts = verdicts;
        this.stage = stage;
        this.events = events;
        form = new FormState(task.parts(), task.draft());
        staging = new Staging(task.queue().protocol(), task.parts());
        grades = new GradeMatrix(staging, this::grade, this::turnTo, this::stopOrLookOn);
        reading = new ReadingSection(text -> change(() -> form.reading(text)));
        pairs = new PairSection((pair, answer) -> change(() -> form.pair(pair, answer)));
        relations = new RelationSection((pair, relation) -> change(() -> form.relation(pair, relation)));
        further = new FurtherSection(form, () -> change(() -> {}));
        background = new BackgroundSection(form, () -> change(() -> {}));
        foot = new Foot(new Foot.Actions(this::sure, () -> decline(true), () -> decline(false), this::submit));
        var citing = new Citing(form, this::change, foot::say);
        clauses = new ClauseSection(task.policyVersion(), citing::cite, citing);
        draft = new DraftKeeper(task, form.toForm(), verdicts, events, foot, events::saved);
        sections = List.of(grades, clauses, reading, composition, pairs, relations, further, background, foot);
        addClassName("rating");
        add(new ReadHeading(task.queue().name()), stageColumn(), judgeColumn());
        stage.show(StagePosts.of(task.post(), task.media()));
        pointing = new Pointing(
                stage,
                form,
                task.sources(),
                "lease-%d".formatted(task.lease().id().value()),
                foot::say);
        stage.prefetch(task.ahead().stream()
                .flatMap(ahead -> StagePosts.needs(ahead.post(), ahead.media()).stream())
                .toList());
        refresh();
        turnTo(staging.start(form));
    }

    private Div stageColumn() {
        for (var row : Row.values()) {
            switches.with(row, row.words(), "rate.show-" + row.code(), "");
        }
        switches.addClassName("switches");
        switches.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                show(change.getValue());
            }
        });
        stageNote.addClassName("stage-note");
        stageNote.getElement().setAttribute("role", "status");
        var bar = new Div(switches, stageNote);
        bar.addClassName("stage-bar");
        var column = new Div(bar, stage);
        column.addClassName("stage-column");
        column.getElement().setAttribute("tabindex", "-1").setAttribute("aria-label", "The post");
        return column;
    }

    private Div judgeColumn() {
        var body = new Div(grades, clauses, reading, composition, pairs, relations, further, background);
        body.addClassName("judge-body");
        var column = new Div(body, foot);
        column.addClassName("judge");
        column.getElement().setAttribute("role", "region").setAttribute("aria-label", "Judgement");
        return column;
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

    /** Puts the focus on the post, out of any field. */
    void takeFocus() {
        getElement().executeJs("this.querySelector('.stage-column').focus({preventScroll: true})");
    }

    // -- looking

    /** Shows a part alone, or all; the row of the matrix goes with it. */
    private void show(Row row) {
        if (!task.parts().containsAll(row.part().stream().toList())) {
            foot.say("The post has no %s".formatted(row.words().toLowerCase()));
            switches.setValue(shown());
        } else if (staging.opened(form).contains(row)) {
            stage.showPart(row.part().orElse(null));
            switches.setValue(row);
            onPairs = false;
            grades.turnTo(row);
            describe();
        } else {
            var first = staging.next(form);
            foot.say("Grade the %s first"
                    .formatted(first == null ? "parts" : first.words().toLowerCase()));
            switches.setValue(shown());
        }
    }

    private Row shown() {
        var part = stage.shownPart();
        return part == null ? Row.JOINT : Row.of(part);
    }

    /** Makes a row current; while the parts are blind, the stage shows what is graded. */
    private void turnTo(Row row) {
        if (staging.blind(form) || switches.getValue() == null) {
            show(row);
        } else if (staging.opened(form).contains(row)) {
            onPairs = false;
            grades.turnTo(row);
            markPair();
        }
    }

    private void step(int by) {
        var rows = grades.rows().stream().filter(staging.opened(form)::contains).toList();
        var asked = pairs.asked();
        var at = onPairs ? rows.size() + asked.indexOf(currentPair) : rows.indexOf(grades.current());
        var to = Math.clamp(at + by, 0, rows.size() + asked.size() - 1);
        if (to < rows.size()) {
            turnTo(rows.get(to));
        } else {
            onPairs = true;
            currentPair = asked.get(to - rows.size());
            markPair();
        }
    }

    private void markPair() {
        pairs.turnTo(onPairs ? currentPair : null);
        grades.setClassName("left", onPairs);
    }

    private void describe() {
        var position = staging.order().indexOf(shown()) + 1;
        var words = staging.blind(form)
                ? "Blind · part %d of %d · imagine that a stranger posted only this"
                        .formatted(position, task.parts().size())
                : shown() == Row.JOINT ? "As its audience received it" : shown().words() + " alone";
        stageNote.setText(words);
        markPair();
    }

    // -- judging

    private void press(Mark mark) {
        if (!onPairs) {
            grade(grades.current(), mark);
        } else if (mark == Mark.NONE) {
            answer(PairAnswer.NO);
        }
    }

    private void grade(Row row, Mark mark) {
        if (!staging.order().contains(row) || !staging.opened(form).contains(row)) {
            show(row);
            return;
        }
        var blind = staging.blind(form);
        change(() -> form.grade(row, mark));
        if (blind && mark == Mark.VIOLATING) {
            turnTo(row);
            foot.say("Name its clause (%s), or go on with %s".formatted(printed("rate.clause"), nextKey()));
            return;
        }
        var next = staging.next(form);
        if (blind) {
            show(next == null ? Row.JOINT : next);
        } else {
            turnTo(next == null ? row : next);
        }
    }

    private String nextKey() {
        var next = staging.next(form);
        return printed("rate.show-" + (next == null ? Row.JOINT : next).code());
    }

    private String printed(String action) {
        return keys == null ? "" : keys.printed(action);
    }

    private void answer(PairAnswer answer) {
        if (onPairs) {
            change(() -> form.pair(currentPair, answer));
            step(1);
        }
    }

    private void sure(Confidence confidence) {
        change(() -> form.confidence(confidence));
    }

    private void readClause() {
        var principal = form.principal();
        if (principal != null) {
            clauses.read(principal);
        } else {
            form.cited().stream().findFirst().ifPresent(clauses::read);
        }
    }

    private boolean mayStop() {
        return task.queue().protocol() == Protocol.STAGED
                && staging.blind(form)
                && grades.current().part().isPresent()
                && form.mark(grades.current()) == Mark.VIOLATING
                && form.clauses(grades.current()).stream()
                        .flatMap(clause -> task.policyVersion().clause(clause).stream())
                        .anyMatch(Clause::contextCannotDefuse);
    }

    private void stopOrLookOn() {
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
        draft.save(form.toForm());
    }

    private void refresh() {
        var guide = verdicts.applies(form.toForm(), task.context());
        sections.forEach(section -> section.show(form, guide));
        var opened = staging.opened(form);
        grades.open(opened);
        grades.offerStop(mayStop(), form.stoppedEarly());
        var closed = EnumSet.allOf(Row.class);
        closed.removeIf(row -> opened.contains(row)
                && task.parts().containsAll(row.part().stream().toList()));
        switches.disable(closed);
        complain(guide);
    }

    private void complain(VerdictGuide guide) {
        List<Problem> problems = attempted ? guide.problems() : List.of();
        sections.forEach(section -> section.complain(problems));
    }

    // -- keeping

    /** Goes on over what another window saved. */
    void keepMine(int overRevision) {
        draft.keepMine(overRevision, form.toForm());
    }

    /** A change of the evidence, as the page sends it. */
    void pointed(String change) {
        if (pointing.take(change)) {
            refresh();
            draft.save(form.toForm());
        }
    }

    /** Suggests the text inside the picture. */
    void suggestText(WrittenText written) {
        written.suggest(task.post().data(), form.evidence(), stage);
    }

    /** What the rater did with the post so far, as the page reports it. */
    void attended(Attention reported) {
        attention = reported;
    }

    RatingTask.Judge task() {
        return task;
    }

    /** The form as it stands. */
    VerdictForm form() {
        return form.toForm();
    }

    int draftRevision() {
        return draft.revision();
    }

    /** Under which this answer is submitted, however often. */
    UUID clientId() {
        return clientId;
    }

    /** Submits what an earlier page sent off already, under its id. */
    void submitAgain(UUID before) {
        clientId = before;
        submit();
    }

    // -- going on

    private void decline(boolean flag) {
        new DeclineDialog(flag, (reason, note) -> events.declined(flag, reason, note)).open();
    }

    private void submit() {
        attempted = true;
        form.keepOnly(verdicts.applies(form.toForm(), task.context()).applies());
        var now = form.toForm();
        var guide = verdicts.applies(now, task.context());
        if (!guide.problems().isEmpty()) {
            refuse(guide);
            return;
        }
        var outcome = verdicts.submit(new VerdictSubmission(
                clientId, task.lease().id(), task.policyVersion().id(), now, attention));
        events.submitted(outcome);
    }

    /** Shows what is wrong beside each field, and goes to the first. */
    void refuse(VerdictGuide guide) {
        complain(guide);
        var first = guide.problems().getFirst();
        var others = guide.problems().size() - 1;
        foot.say(others == 0 ? first.message() : "%s · and %d more".formatted(first.message(), others));
        sections.stream()
                .filter(section -> section.owns(first.field()))
                .findFirst()
                .ifPresent(section -> section.focusField(first.field()));
    }

    /** As {@link #refuse(VerdictGuide)}, for problems that only the submission found. */
    void refuse(List<Problem> problems) {
        var guide = verdicts.applies(form.toForm(), task.context());
        refuse(new VerdictGuide(guide.applies(), guide.required(), guide.composition(), guide.carriers(), problems));
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
