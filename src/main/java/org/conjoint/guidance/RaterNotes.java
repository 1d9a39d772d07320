package org.conjoint.guidance;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.conjoint.access.CurrentUser;
import org.conjoint.access.Roles;
import org.conjoint.audit.AuditEvent;
import org.conjoint.audit.AuditTrail;
import org.conjoint.content.Posts;
import org.conjoint.policy.Policies;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What raters ask the authors of a policy about a clause and the post at hand. Authors answer and close; the sender reads
 * the answers. A note names the wording that its sender saw.
 */
@Service
@Transactional
@PreAuthorize(Roles.SIGNED_IN)
public class RaterNotes {

    /** Characters that a note or an answer may have. */
    public static final int LONGEST = 2000;

    /** Who reads all notes and answers them. */
    public static final String MAY_ANSWER = "hasAnyRole('POLICY_AUTHOR','QUALITY_LEAD')";

    private static final NoteOutcome GONE =
            new NoteOutcome.Refused("There is no such note; it may have been withdrawn");

    private final NoteRows rows;
    private final Policies policies;
    private final Posts posts;
    private final CurrentUser user;
    private final AuditTrail audit;
    private final Clock clock;

    RaterNotes(NoteRows rows, Policies policies, Posts posts, CurrentUser user, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.policies = policies;
        this.posts = posts;
        this.user = user;
        this.audit = audit;
        this.clock = clock;
    }

    /** Sends a note of the current user. */
    public NoteOutcome send(NoteDraft draft) {
        var trouble = trouble("A note", draft.text());
        if (trouble.isPresent()) {
            return new NoteOutcome.Refused(trouble.get());
        }
        var reading = reading(draft);
        if (reading.isEmpty()) {
            return new NoteOutcome.Refused(
                    draft.clauseId() == null
                            ? "There is no such version of a policy"
                            : "This version of the policy has no clause %s".formatted(draft.clauseId()));
        }
        if (posts.find(draft.post().id(), draft.post().revision()).isEmpty()) {
            return new NoteOutcome.Refused("There is no such post");
        }
        var id = rows.insert(
                user.id(), reading.get(), draft.post(), null, draft.text().strip(), now());
        record("note.sent", id, reading.get());
        return new NoteOutcome.Done(id);
    }

    /**
     * Takes the note of a verdict in, in the transaction that records the verdict. The same note again changes nothing;
     * another one takes the place of what nobody has answered.
     *
     * @throws IllegalArgumentException when the version or the clause is unknown
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withVerdict(VerdictNote note) {
        var text = note.draft().text().strip();
        var known = rows.ofVerdict(note.verdict()).stream()
                .anyMatch(before -> before.text().equals(text));
        if (known || text.isEmpty()) {
            return;
        }
        var reading = reading(note.draft())
                .orElseThrow(() -> new IllegalArgumentException("No policy version %d with clause %s"
                        .formatted(note.draft().version().value(), note.draft().clauseId())));
        rows.withdraw(note.verdict());
        var id = rows.insert(note.sender(), reading, note.draft().post(), note.verdict(), text, now());
        record("note.sent", id, reading);
    }

    /** Withdraws what nobody has answered of the notes of a verdict that says nothing to the authors any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(long verdict) {
        rows.withdraw(verdict);
    }

    /** The current user's notes, the newest first, from before one. */
    @Transactional(readOnly = true)
    public List<RaterNote> mine(@Nullable NoteId before, int limit) {
        return rows.bySender(user.id(), before, limit);
    }

    /** How many of the current user's notes have answers that the user has not seen. */
    @Transactional(readOnly = true)
    public long unread() {
        return rows.unread(user.id());
    }

    /** The current user has seen the answers to these own notes. */
    public void read(Collection<NoteId> notes) {
        if (!notes.isEmpty()) {
            rows.read(user.id(), notes);
        }
    }

    /** Everybody's notes, the newest first, from before one. */
    @Transactional(readOnly = true)
    @PreAuthorize(MAY_ANSWER)
    public List<RaterNote> page(NoteFilter filter, @Nullable NoteId before, int limit) {
        return rows.page(filter, before, limit);
    }

    @Transactional(readOnly = true)
    @PreAuthorize(MAY_ANSWER)
    public Optional<RaterNote> find(NoteId id) {
        return rows.find(id).filter(RaterNotes::stands);
    }

    /** How many notes nobody has answered. */
    @Transactional(readOnly = true)
    @PreAuthorize(MAY_ANSWER)
    public long open() {
        return rows.open();
    }

    /** Answers a note; a further answer follows the one before, and opens a closed note again. */
    @PreAuthorize(MAY_ANSWER)
    public NoteOutcome answer(NoteId id, String text) {
        var trouble = trouble("An answer", text);
        if (trouble.isPresent()) {
            return new NoteOutcome.Refused(trouble.get());
        }
        return change(id, "note.answered", note -> rows.answer(note, user.id(), text.strip(), now()));
    }

    /** Lays a note aside. */
    @PreAuthorize(MAY_ANSWER)
    public NoteOutcome close(NoteId id) {
        return change(id, "note.closed", note -> rows.close(note.id(), user.id(), now()));
    }

    /** What is wrong with a text that somebody wrote. */
    public static Optional<String> trouble(String what, String text) {
        if (text.isBlank()) {
            return Optional.of(what + " says something: write a sentence");
        }
        return text.length() > LONGEST
                ? Optional.of("%s has at most %,d characters".formatted(what, LONGEST))
                : Optional.empty();
    }

    private NoteOutcome change(NoteId id, String action, Consumer<RaterNote> change) {
        var note = rows.lock(id).filter(RaterNotes::stands);
        if (note.isEmpty()) {
            return GONE;
        }
        change.accept(note.get());
        record(action, id, note.get().reading());
        return new NoteOutcome.Done(id);
    }

    private static boolean stands(RaterNote note) {
        return note.state() != NoteState.WITHDRAWN;
    }

    /** Empty when the version, or a clause of it, is not there. */
    private Optional<Reading> reading(NoteDraft draft) {
        return policies.version(draft.version(), draft.locale())
                .flatMap(version -> draft.clauseId() == null
                        ? Optional.of(new Reading(version.slug(), version.id(), version.locale(), null))
                        : version.clause(draft.clauseId())
                                .map(clause -> new Reading(
                                        version.slug(), version.id(), version.locale(), Wording.of(clause))));
    }

    private void record(String action, NoteId id, Reading reading) {
        var details = new TreeMap<String, String>();
        details.put("policy", reading.slug());
        details.put("policyVersion", Long.toString(reading.version().value()));
        if (reading.clause() != null) {
            details.put("clause", reading.clause().clauseId());
        }
        audit.record(new AuditEvent(user.actor(), action, "note:" + id.value(), details));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
