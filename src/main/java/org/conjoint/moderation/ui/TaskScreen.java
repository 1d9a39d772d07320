package org.conjoint.moderation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.conjoint.content.ui.StagePosts;
import org.conjoint.meaning.Confidence;
import org.conjoint.meaning.Pair;
import org.conjoint.meaning.PairAnswer;
import org.conjoint.moderation.Problem;
import org.conjoint.moderation.RatingTask;
import org.conjoint.moderation.VerdictForm;
import org.conjoint.moderation.VerdictGuide;
import org.conjoint.moderation.VerdictSubmission;
import org.conjoint.moderation.Verdicts;
import org.conjoint.policy.Clause;
import org.conjoint.ui.KeyMap;
import org.conjoint.ui.Moments;
import org.conjoint.ui.ReadHeading;
import org.conjoint.ui.Segments;
import org.conjoint.ui.Stage;
import org.conjoint.work.DraftSave;
import org.conjoint.work.Protocol;

/** One post in hand: the stage on the left, the judgement on the right, its foot below. */
final class TaskScreen extends Div {

    private final RatingTask.Judge task;
    private final Verdicts verdicts;
    private final Clock clock;
    private final TaskEvents events;
    private final Stage stage;
    private final FormState form;
    private final Staging staging;
    private final UUID clientId = UUID.randomUUID();
    private final Segments<Row> switches = new Segments<>("Parts shown");
    private final Span stageNote = new Span();
    private final GradeMatrix grades;
    private final ClauseSection clauses;
    private final ReadingSection reading;
    private final CompositionCard composition = new CompositionCard();
    private final PairSection pairs;
    private final RelationSection relations;
    private final FurtherSection further;
    private final Foot foot;
    private final List<Section> sections;
    private VerdictForm saved;
    private int draftRevision;
    private boolean attempted;
    private boolean blurred;
    private Pair currentPair = Pair.IMAGE_CAPTION;
    private boolean onPairs;
    private long activeMillis;
    private Instant activeUntil;

    TaskScreen(RatingTask.Judge task, Verdicts verdicts, Clock clock, Stage stage, TaskEvents events) {
        this.task = task;
        this.verdicts = verdicts;
        this.clock = clock;
        this.stage = stage;
        this.events = events;
        form = new FormState(task.parts(), task.draft());
        staging = new Staging(task.queue().protocol(), task.parts());
        saved = form.toForm();
        draftRevision = task.draftRevision();
        activeUntil = clock.instant();
        grades = new GradeMatrix(staging, this::grade, this::turnTo, this::stopOrLookOn);
        clauses = new ClauseSection(task.policyVersion(), this::cite, new ClauseEdits());
        reading = new ReadingSection(text -> change(() -> form.reading(text)));
        pairs = new PairSection((pair, answer) -> change(() -> form.pair(pair, answer)));
        relations = new RelationSection((pair, relation) -> change(() -> form.relation(pair, relation)));
        further = new FurtherSection(form, () -> change(() -> {}));
        foot = new Foot(new Foot.Actions(this::sure, () -> decline(true), () -> decline(false), this::submit));
        sections = List.of(grades, clauses, reading, composition, pairs, relations, further, foot);
        addClassName("rating");
        add(new ReadHeading(task.queue().name()), stageColumn(), judgeColumn());
        stage.show(StagePosts.of(task.post(), task.media()));
        stage.prefetch(task.ahead().stream()
                .flatMap(ahead -> StagePosts.addresses(ahead.post(), ahead.media()).stream())
                .toList());
        refresh();
        turnTo(staging.start(form));
        foot.say(draftRevision > 0 ? "Your draft is back · revision %d".formatted(draftRevision) : readiness());
    }

    private Div stageColumn() {
        for (var row : Row.values()) {
            switches.with(row, row.words(), String.valueOf(row.ordinal() + 1), "");
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
        var body = new Div(grades, clauses, reading, composition, pairs, relations, further);
        body.addClassName("judge-body");
        var column = new Div(body, foot);
        column.addClassName("judge");
        column.getElement().setAttribute("role", "region").setAttribute("aria-label", "Judgement");
        return column;
    }

    /** Binds the keys of this screen. */
    void bind(KeyMap keys) {
        var see = "Look and listen";
        for (var row : Row.values()) {
            var words = row == Row.JOINT ? "All parts together" : row.words() + " alone";
            keys.bind(see, String.valueOf(row.ordinal() + 1), words, () -> show(row));
        }
        keys.bindInPage(see, "p", "Play or pause", "play")
                .bindInPage(see, " ", "Play or pause", "play")
                .bindInPage(see, "arrowleft", "2 seconds back", "back")
                .bindInPage(see, "arrowright", "2 seconds on", "forward")
                .bindInPage(see, ",", "The cue before", "cue-back")
                .bindInPage(see, ".", "The next cue", "cue-forward")
                .bind(see, "x", "Blur the picture, or not", this::toggleBlur);
        var judge = "Judge";
        keys.bind(judge, "arrowup", "The row above", () -> step(-1))
                .bind(judge, "arrowdown", "The row below", () -> step(1));
        keys.bind(judge, "n", "None; for a pair: no", () -> press(Mark.NONE));
        keys.bind(judge, "b", "Borderline", () -> press(Mark.BORDERLINE));
        keys.bind(judge, "v", "Violating", () -> press(Mark.VIOLATING));
        keys.bind(judge, "t", "Can’t tell", () -> press(Mark.CANNOT_TELL));
        keys.bind(judge, "y", "For a pair: yes", () -> answer(PairAnswer.YES));
        keys.bind(judge, "u", "For a pair: unsure", () -> answer(PairAnswer.UNSURE));
        keys.bindFocus(judge, "c", "Add a clause", ".clauses conjoint-picker", false);
        keys.bindFocus(judge, "r", "Write what it means", ".reading textarea", false);
        keys.bind(judge, "e", "Stop here, or look at the rest", this::stopOrLookOn);
        for (var confidence : Confidence.values()) {
            keys.bind(judge, String.valueOf(7 + confidence.ordinal()), Labels.of(confidence), () -> sure(confidence));
        }
        var work = "Go on";
        keys.bindWhileTyping(work, "ctrl+enter", "Submit and next", this::submit)
                .bind(work, "f", "Flag", () -> decline(true))
                .bind(work, "s", "Skip", () -> decline(false))
                .bindFocus(work, "escape", "Leave the field", ".stage-column", true);
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

    private void toggleBlur() {
        blurred = !blurred;
        stage.blur(blurred);
        describe();
    }

    private void describe() {
        var position = staging.order().indexOf(shown()) + 1;
        var words = staging.blind(form)
                ? "Blind · part %d of %d · imagine that a stranger posted only this"
                        .formatted(position, task.parts().size())
                : shown() == Row.JOINT ? "As its audience received it" : shown().words() + " alone";
        stageNote.setText(blurred ? words + " · blurred" : words);
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
            foot.say("Name its clause (C), or go on with %s".formatted(nextKey()));
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
        return next == null ? "4" : String.valueOf(next.ordinal() + 1);
    }

    private void answer(PairAnswer answer) {
        if (onPairs) {
            change(() -> form.pair(currentPair, answer));
            step(1);
        }
    }

    /** Cites a clause for the rows above none that it does not explain yet: first those without any clause. */
    private void cite(Clause clause) {
        var rows = form.toExplain();
        if (rows.isEmpty()) {
            foot.say("Give a grade above none first; then name its clause");
        } else {
            change(() -> rows.forEach(row -> form.cite(row, clause.clauseId(), true)));
        }
    }

    private final class ClauseEdits implements ClauseSection.Edits {
        @Override
        public void cite(Row row, String clause, boolean cited) {
            change(() -> form.cite(row, clause, cited));
        }

        @Override
        public void principal(String clause) {
            change(() -> form.principal(clause));
        }
    }

    private void sure(Confidence confidence) {
        change(() -> form.confidence(confidence));
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
        save();
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

    private void save() {
        var now = form.toForm();
        if (now.equals(saved)) {
            return;
        }
        saved = now;
        switch (verdicts.saveDraft(task.lease().id(), draftRevision, now)) {
            case DraftSave.Saved(var revision, var at) -> {
                draftRevision = revision;
                foot.say("Draft saved %s · revision %d · %s".formatted(Moments.time(at), revision, readiness()));
            }
            case DraftSave.SavedWithoutLease(var revision, var at, var cause) -> {
                draftRevision = revision;
                foot.say("Draft kept %s · %s".formatted(Moments.time(at), Labels.of(cause)));
                events.lost(cause);
            }
            case DraftSave.Conflict(var current) -> {
                foot.say("Another window saved revision %d of this draft".formatted(current.revision()));
                events.conflict(current);
            }
        }
    }

    private String readiness() {
        return task.ahead().isEmpty() ? "no further post in hand" : "next post is ready";
    }

    /** Goes on over what another window saved. */
    void keepMine(int overRevision) {
        draftRevision = overRevision;
        saved = VerdictForm.EMPTY;
        save();
    }

    /** The milliseconds of attention that the page reports. */
    void attended(long millis) {
        activeMillis = millis;
        activeUntil = clock.instant();
    }

    private long activeMillis() {
        var since = Duration.between(activeUntil, clock.instant()).toMillis();
        return activeMillis + Math.clamp(since, 0, 10_000);
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
                clientId, task.lease().id(), task.policyVersion().id(), now, activeMillis()));
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
