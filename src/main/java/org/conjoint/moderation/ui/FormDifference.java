package org.conjoint.moderation.ui;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.conjoint.meaning.AudioChannel;
import org.conjoint.meaning.Pair;
import org.conjoint.meaning.PairAnswer;
import org.conjoint.meaning.Part;
import org.conjoint.meaning.PartGrade;
import org.conjoint.meaning.StatedRelation;
import org.conjoint.moderation.VerdictForm;
import org.conjoint.ui.Words;
import org.jspecify.annotations.Nullable;

/** In what two forms of the same post differ, field by field, in words. */
final class FormDifference {

    private static final String NOTHING = "–";

    private final VerdictForm mine;
    private final VerdictForm theirs;
    private final List<Line> lines = new ArrayList<>();

    /** One field with what either form says. */
    record Line(String field, String mine, String theirs) {}

    private FormDifference(VerdictForm mine, VerdictForm theirs) {
        this.mine = mine;
        this.theirs = theirs;
    }

    /** Only what differs; empty when nothing does. */
    static List<Line> of(VerdictForm mine, VerdictForm theirs) {
        var difference = new FormDifference(mine, theirs);
        difference.grades();
        difference.meaning();
        difference.background();
        return List.copyOf(difference.lines);
    }

    private void grades() {
        for (var part : Part.values()) {
            compare(Words.of(part), form -> grade(form.grades().get(part)));
        }
        compare("Together", form -> {
            var mark = Mark.of(form.joint());
            return mark == null ? null : Words.of(mark.joint());
        });
        for (var part : Part.values()) {
            compare("Clauses, " + Words.of(part).toLowerCase(), form -> list(form.clauses(part), Function.identity()));
        }
        compare("Clauses, together", form -> list(form.jointClauses(), Function.identity()));
        compare("Principal clause", VerdictForm::principal);
    }

    private void meaning() {
        compare("Together, this post says that", VerdictForm::reading);
        for (var pair : Pair.values()) {
            compare(
                    Words.of(pair) + ": same grade alone?",
                    form -> pairAnswer(form.pairs().get(pair)));
            compare(
                    Words.of(pair) + ": relation",
                    form -> relation(form.relations().get(pair)));
        }
        compare("Takes the harm out", form -> list(form.defusers(), Words::of));
        compare("In the sound", form -> list(form.audioChannels(), (AudioChannel channel) -> Labels.of(channel)));
        compare("Stance", form -> form.stance() == null ? null : Labels.of(form.stance()));
        compare("Why it is allowed", form -> form.benignReason() == null ? null : Labels.of(form.benignReason()));
        compare("Sure?", form -> form.confidence() == null ? null : Labels.of(form.confidence()));
        if (!mine.evidence().equals(theirs.evidence())) {
            lines.add(new Line("Evidence", links(mine), links(theirs)));
        }
    }

    private void background() {
        compare("Aimed at", form -> form.targetKind() == null ? null : Labels.of(form.targetKind()));
        compare("What one must know", form -> list(form.knowledgeNeeded(), knowledge -> Labels.of(knowledge)));
        compare("Did you know it?", form -> form.knowledgeHad() == null ? null : Labels.of(form.knowledgeHad()));
        compare("It may also say that", VerdictForm::secondReading);
        compare("Note to the authors", VerdictForm::noteToAuthor);
        compare("Stopped early", form -> form.stoppedEarly() ? "yes" : "no");
    }

    private void compare(String field, Function<VerdictForm, @Nullable String> words) {
        var left = Objects.requireNonNullElse(words.apply(mine), NOTHING);
        var right = Objects.requireNonNullElse(words.apply(theirs), NOTHING);
        if (!left.equals(right)) {
            lines.add(new Line(field, left, right));
        }
    }

    private static @Nullable String grade(@Nullable PartGrade grade) {
        return grade == null ? null : Words.of(grade);
    }

    private static @Nullable String pairAnswer(@Nullable PairAnswer answer) {
        return answer == null ? null : Words.of(answer);
    }

    private static @Nullable String relation(@Nullable StatedRelation relation) {
        if (relation == null) {
            return null;
        }
        return relation.contradiction() == null
                ? Labels.of(relation.relation())
                : "%s · %s".formatted(Labels.of(relation.relation()), Labels.of(relation.contradiction()));
    }

    private static <T> @Nullable String list(Collection<T> all, Function<T, String> words) {
        return all.isEmpty() ? null : all.stream().map(words).sorted().collect(Collectors.joining(", "));
    }

    private static String links(VerdictForm form) {
        var count = form.evidence().links().size();
        return count == 1 ? "1 link" : "%d links".formatted(count);
    }
}
