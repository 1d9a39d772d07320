package org.conjoint.appeals;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.conjoint.meaning.JointGrade;
import org.conjoint.moderation.VerdictForm;
import org.conjoint.policy.PolicyVersion;

/** What is wrong with the answers to the two questions. */
final class AppealChecks {

    static final int SHORTEST_REASON = 10;

    /** Grades that a clause explains. */
    private static final Set<JointGrade> NEEDS_CLAUSE = EnumSet.of(JointGrade.BORDERLINE, JointGrade.VIOLATING);

    private AppealChecks() {}

    static Optional<Deciding> problem(AppealCase heard, DecisionDraft draft) {
        var form = heard.verdict().form();
        return problem(draft.then(), form, heard.then(), true)
                .<Deciding>map(words -> new Deciding.Refused("then", words))
                .or(() -> draft.now() == null
                        ? Optional.empty()
                        : problem(
                                        draft.now(),
                                        form,
                                        Objects.requireNonNull(heard.now()),
                                        !draft.now().right())
                                .map(words -> new Deciding.Refused("now", words)));
    }

    private static Optional<String> problem(
            AppealAnswer answer, VerdictForm form, PolicyVersion text, boolean wantsReason) {
        var reason = answer.reason() == null ? "" : answer.reason().strip();
        if (wantsReason && reason.length() < SHORTEST_REASON) {
            return Optional.of("Say why, in %d characters or more".formatted(SHORTEST_REASON));
        }
        if (reason.length() > Appeals.LONGEST_REASON) {
            return Optional.of("A reason has at most %,d characters".formatted(Appeals.LONGEST_REASON));
        }
        if (answer.right()) {
            return answer.grade() == null && answer.clauseId() == null
                    ? Optional.empty()
                    : Optional.of("A verdict that is right keeps its grade and its clause");
        }
        return instead(answer, form, text);
    }

    private static Optional<String> instead(AppealAnswer answer, VerdictForm form, PolicyVersion text) {
        var grade = answer.grade();
        if (grade == null) {
            return Optional.of("Give the grade that the post gets instead");
        }
        if (NEEDS_CLAUSE.contains(grade) && answer.clauseId() == null) {
            return Optional.of("Name the clause that explains the grade");
        }
        if (!NEEDS_CLAUSE.contains(grade) && answer.clauseId() != null) {
            return Optional.of("A grade that is not above none names no clause");
        }
        if (answer.clauseId() != null && text.clause(answer.clauseId()).isEmpty()) {
            return Optional.of("%s %s has no clause %s".formatted(text.title(), text.number(), answer.clauseId()));
        }
        var same = grade == form.joint() && Objects.equals(answer.clauseId(), form.principal());
        return same
                ? Optional.of("That is what the verdict says; give another grade or clause, or say that it is right")
                : Optional.empty();
    }
}
