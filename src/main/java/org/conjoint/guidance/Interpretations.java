package org.conjoint.guidance;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.conjoint.access.CurrentUser;
import org.conjoint.access.Roles;
import org.conjoint.audit.AuditEvent;
import org.conjoint.audit.AuditTrail;
import org.conjoint.content.PostAt;
import org.conjoint.content.Posts;
import org.conjoint.guidance.Interpretation.Settlement;
import org.conjoint.policy.Policies;
import org.conjoint.policy.PolicyState;
import org.conjoint.policy.PolicyVersion;
import org.conjoint.policy.PolicyVersionId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Short dated notes on how a clause is to be read, each decided on one post. Raters read them with the clause; each is
 * folded into a version, or rejected with a reason.
 */
@Service
@Transactional
@PreAuthorize(Roles.SIGNED_IN)
public class Interpretations {

    /** Characters that an interpretation has at least, and at most. */
    public static final int SHORTEST = 10;

    public static final int LONGEST = 600;

    /** Characters that the reason of a rejection has at most; at least {@link #SHORTEST}. */
    public static final int LONGEST_REASON = 1000;

    /** Who writes and settles them. */
    public static final String MAY_WRITE = RaterNotes.MAY_ANSWER;

    private static final Set<PolicyState> LEADS_NOWHERE = EnumSet.of(PolicyState.REJECTED, PolicyState.WITHDRAWN);

    private static final InterpretationOutcome SETTLED =
            new InterpretationOutcome.Refused("It is settled already; somebody folded or rejected it");

    private final InterpretationRows rows;
    private final NoteRows notes;
    private final Policies policies;
    private final Posts posts;
    private final CurrentUser user;
    private final AuditTrail audit;
    private final Clock clock;

    Interpretations(
            InterpretationRows rows,
            NoteRows notes,
            Policies policies,
            Posts posts,
            CurrentUser user,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.notes = notes;
        this.policies = policies;
        this.posts = posts;
        this.user = user;
        this.audit = audit;
        this.clock = clock;
    }

    /** Writes an interpretation; where it answers a note, its text becomes an answer to that note. */
    @PreAuthorize(MAY_WRITE)
    public InterpretationOutcome write(InterpretationDraft draft) {
        var text = draft.text().strip();
        if (text.length() < SHORTEST || text.length() > LONGEST) {
            return refused("An interpretation has %d to %d characters; this one has %d"
                    .formatted(SHORTEST, LONGEST, text.length()));
        }
        var version = policies.version(draft.version(), draft.locale());
        var clause = version.flatMap(found -> found.clause(draft.clauseId()));
        if (clause.isEmpty()) {
            return refused("This version of the policy has no clause %s".formatted(draft.clauseId()));
        }
        var post = posts.find(draft.post());
        if (post.isEmpty()) {
            return refused("There is no such post; an interpretation names the post on which it was decided");
        }
        var note = Optional.ofNullable(draft.note())
                .flatMap(notes::lock)
                .filter(found -> found.state() != NoteState.WITHDRAWN);
        if (draft.note() != null && note.isEmpty()) {
            return refused("There is no such note; it may have been withdrawn");
        }
        var wording = Wording.of(clause.get());
        var reading = new Reading(
                version.get().slug(), version.get().id(), version.get().locale(), wording);
        var at = now();
        var id = rows.insert(
                reading, wording, new PostAt(draft.post(), post.get().revision()), draft.note(), text, user.id(), at);
        note.ifPresent(found -> notes.answer(found, user.id(), text, at));
        record(
                "interpretation.written",
                id,
                Map.of(
                        "clause",
                        draft.clauseId(),
                        "post",
                        Long.toString(draft.post().value())));
        return new InterpretationOutcome.Done(id);
    }

    /** The text of a version says it now. @param remark may be empty */
    @PreAuthorize(MAY_WRITE)
    public InterpretationOutcome fold(InterpretationId id, PolicyVersionId into, String remark) {
        var found = rows.find(id);
        var version = policies.version(into, "");
        if (found.isEmpty() || version.isEmpty()) {
            return refused("There is no such interpretation or version");
        }
        if (!version.get().slug().equals(found.get().reading().slug())) {
            return refused("%s is a version of another policy".formatted(name(version.get())));
        }
        if (version.get().id().equals(found.get().reading().version())) {
            return refused("It was written on %s; a later version can take it up".formatted(name(version.get())));
        }
        if (LEADS_NOWHERE.contains(version.get().state())) {
            return refused("%s was given up; choose another version".formatted(name(version.get())));
        }
        if (remark.length() > LONGEST_REASON) {
            return refused("A remark has at most %,d characters".formatted(LONGEST_REASON));
        }
        var settled = rows.settle(
                id,
                InterpretationState.FOLDED,
                new Settlement(user.id(), now(), into, remark.isBlank() ? null : remark.strip()));
        if (!settled) {
            return SETTLED;
        }
        record("interpretation.folded", id, Map.of("policyVersion", Long.toString(into.value())));
        return new InterpretationOutcome.Done(id);
    }

    /** It is not how the clause is to be read. @param reason {@link #SHORTEST} to {@link #LONGEST_REASON} characters */
    @PreAuthorize(MAY_WRITE)
    public InterpretationOutcome reject(InterpretationId id, String reason) {
        if (reason.strip().length() < SHORTEST || reason.length() > LONGEST_REASON) {
            return refused("Say in %d to %,d characters why it is rejected".formatted(SHORTEST, LONGEST_REASON));
        }
        var settled =
                rows.settle(id, InterpretationState.REJECTED, new Settlement(user.id(), now(), null, reason.strip()));
        if (!settled) {
            return SETTLED;
        }
        record("interpretation.rejected", id, Map.of());
        return new InterpretationOutcome.Done(id);
    }

    /** The interpretations that a filter lets through, the newest first, from before one. */
    @Transactional(readOnly = true)
    public List<Interpretation> page(InterpretationFilter filter, @Nullable InterpretationId before, int limit) {
        return rows.page(filter, before, limit);
    }

    /** How many are open. */
    @Transactional(readOnly = true)
    public long open() {
        return rows.open();
    }

    /**
     * What held for the clauses of a version at an instant, the earliest first: what was written on it, on the same
     * wording or on an earlier version, until a version that says it comes into force.
     */
    @Transactional(readOnly = true)
    public List<Interpretation> on(PolicyVersion version, Instant at) {
        var clauses =
                version.clauses().stream().map(clause -> clause.clauseId()).toList();
        return rows.written(version.slug(), clauses, at).stream()
                .filter(written -> concerns(written, version))
                .filter(written -> !says(version, written, at))
                .toList();
    }

    private boolean concerns(Interpretation written, PolicyVersion version) {
        var on = written.reading();
        if (on.version().equals(version.id())) {
            return true;
        }
        var sameWording = version.clause(written.clauseId())
                .filter(clause ->
                        on.clause() != null && clause.id().equals(on.clause().version()))
                .isPresent();
        return policies.version(on.version(), on.locale())
                .filter(earlier -> earlier.jurisdiction().equals(version.jurisdiction())
                        || earlier.jurisdiction().equals(Policies.GLOBAL))
                .filter(earlier -> sameWording || !earlier.effectiveFrom().isAfter(version.effectiveFrom()))
                .isPresent();
    }

    /** Whether a version says itself what was folded into it, or into one before it. */
    private boolean says(PolicyVersion version, Interpretation written, Instant at) {
        var settlement = written.settlement();
        if (settlement == null || settlement.into() == null || settlement.at().isAfter(at)) {
            return false;
        }
        return settlement.into().equals(version.id())
                || policies.version(settlement.into(), written.reading().locale())
                        .filter(saying -> !saying.effectiveFrom().isAfter(version.effectiveFrom()))
                        .isPresent();
    }

    private static InterpretationOutcome refused(String words) {
        return new InterpretationOutcome.Refused(words);
    }

    private static String name(PolicyVersion version) {
        return "%s %s".formatted(version.title(), version.number());
    }

    private void record(String action, InterpretationId id, Map<String, String> details) {
        audit.record(new AuditEvent(user.actor(), action, "interpretation:" + id.value(), new TreeMap<>(details)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
