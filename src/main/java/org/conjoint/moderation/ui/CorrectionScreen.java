package org.conjoint.moderation.ui;

import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.conjoint.content.Post;
import org.conjoint.content.PostAt;
import org.conjoint.content.ui.StagePosts;
import org.conjoint.media.Media;
import org.conjoint.media.MediaId;
import org.conjoint.moderation.CorrectableVerdict;
import org.conjoint.moderation.Problem;
import org.conjoint.moderation.VerdictCorrection;
import org.conjoint.moderation.VerdictGuide;
import org.conjoint.moderation.VerdictOutcome;
import org.conjoint.moderation.Verdicts;
import org.conjoint.ui.Stage;

/** A verdict to correct: the post at the revision judged, the form as it stands, and why it changes. */
final class CorrectionScreen extends Div {

    private final CorrectableVerdict correctable;
    private final Verdicts verdicts;
    private final Consumer<VerdictOutcome> ended;
    private final FormState form;
    private final Stage stage = new Stage();
    private final GradeMatrix grades;
    private final CorrectionFoot foot;
    private final List<Section> sections;
    private UUID clientId = UUID.randomUUID();
    private boolean attempted;

    /**
     * @param ended told what became of the correction, unless something was wrong with the form
     * @param cancelled called when nothing shall be corrected
     */
    CorrectionScreen(
            CorrectableVerdict correctable,
            Post post,
            Map<MediaId, Media> media,
            Verdicts verdicts,
            ClauseHelp help,
            Consumer<VerdictOutcome> ended,
            Runnable cancelled) {
        this.correctable = correctable;
        this.verdicts = verdicts;
        this.ended = ended;
        var context = correctable.context();
        form = new FormState(context.present(), correctable.verdict().form());
        grades = new GradeMatrix(
                new Staging(context.protocol(), context.present()), this::grade, this::turnTo, this::lookOn);
        foot = new CorrectionFoot(
                confidence -> change(() -> form.confidence(confidence)), this::changed, cancelled, this::store);
        var citing = new Citing(() -> form, this::change, foot::say);
        var clauses = new ClauseSection(
                context.policyVersion(),
                citing::cite,
                citing,
                clause -> help.read(clause, context.policyVersion(), new PostAt(post.id(), post.revision())));
        clauses.picker().setHotkey("");
        var reading = new ReadingSection(text -> change(() -> form.reading(text)));
        reading.field().setPlaceholder("…");
        sections = List.of(
                grades,
                clauses,
                reading,
                new CompositionCard(),
                new PairSection((pair, answer) -> change(() -> form.pair(pair, answer))),
                new RelationSection((pair, relation) -> change(() -> form.relation(pair, relation))),
                new FurtherSection(form.present(), this::changed),
                new BackgroundSection(this::changed),
                foot);
        addClassNames("rating", "correction");
        add(stageColumn(), judgeColumn());
        stage.show(StagePosts.of(post, media));
        var pointing = new Pointing(
                stage,
                form,
                context.sources(),
                "verdict-%d".formatted(correctable.verdict().id().value()),
                foot::say);
        stage.onEvidence(json -> {
            if (pointing.take(json)) {
                changed();
            }
        });
        grades.turnTo(Row.JOINT);
        changed();
    }

    private Div stageColumn() {
        var column = new Div(stage);
        column.addClassName("stage-column");
        column.getElement().setAttribute("tabindex", "-1").setAttribute("aria-label", "The post");
        return column;
    }

    private Div judgeColumn() {
        var body = new Div();
        sections.stream().filter(section -> section != foot).forEach(body::add);
        body.addClassName("judge-body");
        var column = new Div(body, foot);
        column.addClassName("judge");
        column.getElement().setAttribute("role", "region").setAttribute("aria-label", "Correction");
        return column;
    }

    private void grade(Row row, Mark mark) {
        grades.turnTo(row);
        change(() -> form.grade(row, mark));
    }

    private void turnTo(Row row) {
        stage.showPart(row.part().orElse(null));
        grades.turnTo(row);
    }

    private void lookOn() {
        change(form::lookOn);
    }

    private void change(Runnable edit) {
        edit.run();
        changed();
    }

    private void changed() {
        var guide = verdicts.applies(form.toForm(), correctable.context());
        sections.forEach(section -> section.show(form, guide));
        grades.open(EnumSet.allOf(Row.class));
        grades.offerStop(false, form.stoppedEarly());
        complain(attempted ? problems(guide) : List.of());
    }

    private List<Problem> problems(VerdictGuide guide) {
        var problems = new ArrayList<>(guide.problems());
        Verdicts.problem(foot.reason()).ifPresent(problems::add);
        return problems;
    }

    private void complain(List<Problem> problems) {
        sections.forEach(section -> section.complain(problems));
    }

    private void store() {
        attempted = true;
        form.keepOnly(verdicts.applies(form.toForm(), correctable.context()).applies());
        var standing = correctable.verdict();
        var outcome = verdicts.correct(
                new VerdictCorrection(clientId, standing.id(), standing.revision(), form.toForm(), foot.reason()));
        if (outcome instanceof VerdictOutcome.Invalid(var problems)) {
            refuse(problems);
        } else {
            clientId = UUID.randomUUID();
            ended.accept(outcome);
        }
    }

    private void refuse(List<Problem> problems) {
        complain(problems);
        var first = problems.getFirst();
        var others = problems.size() - 1;
        foot.say(others == 0 ? first.message() : "%s · and %d more".formatted(first.message(), others));
        sections.stream()
                .filter(section -> section.owns(first.field()))
                .findFirst()
                .ifPresent(section -> section.focusField(first.field()));
    }

    GradeMatrix grades() {
        return grades;
    }

    CorrectionFoot foot() {
        return foot;
    }
}
