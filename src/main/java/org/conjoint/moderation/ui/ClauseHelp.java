package org.conjoint.moderation.ui;

import java.time.Clock;
import java.util.List;
import org.conjoint.content.PostAt;
import org.conjoint.guidance.RaterNotes;
import org.conjoint.policy.Clause;
import org.conjoint.policy.ClauseNote;
import org.conjoint.policy.ClauseNotes;
import org.conjoint.policy.PolicyVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Shows how clauses read, with what stands beside them, and asks their authors. */
@Component
class ClauseHelp {

    private final ObjectProvider<ClauseNotes> beside;
    private final RaterNotes notes;
    private final Clock clock;

    ClauseHelp(ObjectProvider<ClauseNotes> beside, RaterNotes notes, Clock clock) {
        this.beside = beside;
        this.notes = notes;
        this.clock = clock;
    }

    /** Shows a clause of the version that judges a post. */
    void read(Clause clause, PolicyVersion policy, PostAt post) {
        new ClauseReading(clause, policy, on(clause, policy), () -> ask(policy, clause.clauseId(), post)).open();
    }

    /** Asks the authors about a post. @param clauseId the clause to begin with; {@code null} for none */
    void ask(PolicyVersion policy, @Nullable String clauseId, PostAt post) {
        new NoteDialog(policy, clauseId, post, notes).open();
    }

    private List<ClauseNote> on(Clause clause, PolicyVersion policy) {
        var now = clock.instant();
        return beside.orderedStream()
                .flatMap(source -> source.on(policy, now).stream())
                .filter(note -> note.clauseId().equals(clause.clauseId()))
                .toList();
    }
}
