package org.conjoint.moderation;

import java.util.TreeSet;
import org.conjoint.access.CurrentUser;
import org.conjoint.content.PostAt;
import org.conjoint.guidance.NoteDraft;
import org.conjoint.guidance.RaterNotes;
import org.conjoint.guidance.VerdictNote;
import org.conjoint.moderation.VerdictWriter.Origin;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hands what a verdict says to the authors of its policy on to them, in the transaction that records the verdict. */
@Component
class NotesToAuthors {

    private final RaterNotes notes;
    private final CurrentUser currentUser;

    NotesToAuthors(RaterNotes notes, CurrentUser currentUser) {
        this.notes = notes;
        this.currentUser = currentUser;
    }

    /** Sends the note of a revision; what an earlier one said, and nobody has answered, is withdrawn. */
    void take(VerdictId id, int revision, Origin origin, VerdictForm form) {
        var text = form.noteToAuthor();
        if (text != null && !text.isBlank()) {
            var draft = new NoteDraft(
                    origin.policyVersion(),
                    origin.locale(),
                    about(form),
                    new PostAt(origin.post(), origin.postRevision()),
                    text);
            notes.withVerdict(new VerdictNote(id.value(), currentUser.id(), draft));
        } else if (revision > 1) {
            notes.withdraw(id.value());
        }
    }

    /** Withdraws the note of a verdict that was taken back. */
    void takeBack(Verdict verdict) {
        if (verdict.form().noteToAuthor() != null) {
            notes.withdraw(verdict.id().value());
        }
    }

    /** The clause that counts most, else the first one cited; none where nothing is. */
    private static @Nullable String about(VerdictForm form) {
        if (form.principal() != null) {
            return form.principal();
        }
        var cited = new TreeSet<>(form.jointClauses());
        form.clauses().values().forEach(cited::addAll);
        return cited.isEmpty() ? null : cited.first();
    }
}
