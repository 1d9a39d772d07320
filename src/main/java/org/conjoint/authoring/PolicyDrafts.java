package org.conjoint.authoring;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.conjoint.access.CurrentUser;
import org.conjoint.audit.AuditEvent;
import org.conjoint.audit.AuditTrail;
import org.conjoint.policy.Lifecycle;
import org.conjoint.policy.Policies;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.policy.Proposal;
import org.conjoint.policy.Proposals;
import org.conjoint.policy.files.CannotEdit;
import org.conjoint.policy.files.LooseEntry;
import org.conjoint.policy.files.VersionEntryDraft;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Texts in the making. Several people write one draft at once, passage by passage: what two write in the same passage is
 * kept from both until one is chosen. A draft need not be right; what is sent to review has to be.
 */
@Service
@Transactional
@PreAuthorize(Lifecycle.MAY_MOVE)
public class PolicyDrafts {

    private static final int LISTED = 200;

    private final PolicyDraftRows rows;
    private final Policies policies;
    private final Proposals proposals;
    private final DraftNumbers numbers;
    private final CurrentUser user;
    private final AuditTrail audit;
    private final Clock clock;

    PolicyDrafts(
            PolicyDraftRows rows,
            Policies policies,
            Proposals proposals,
            DraftNumbers numbers,
            CurrentUser user,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.policies = policies;
        this.proposals = proposals;
        this.numbers = numbers;
        this.user = user;
        this.audit = audit;
        this.clock = clock;
    }

    /** Opens a draft on a version: the same text under the next number, with nothing said of changes yet. */
    public DraftId open(PolicyVersionId basedOn) {
        var base = numbers.base(basedOn);
        var files = numbers.next(base, policies.files(basedOn), now());
        return insert(base.slug(), basedOn, files);
    }

    /**
     * Opens a draft of a policy that is not there yet, with its sections and one clause to begin with.
     *
     * @param slug small letters, digits and hyphens; it is never used for another policy
     * @param prefix two to six capitals, with which all ids of the policy begin
     * @throws IllegalArgumentException when there is a policy of this name, or the name or prefix is none
     */
    public DraftId begin(String slug, String prefix, String title) {
        if (!policies.versions(slug, "en").isEmpty()) {
            throw new IllegalArgumentException("There is a policy “%s”; choose another name".formatted(slug));
        }
        return insert(slug, null, FirstText.of(slug, prefix, title, now()));
    }

    /** Opens a draft with these files, as they come from a folder. */
    public DraftId take(String slug, @Nullable PolicyVersionId basedOn, Map<String, String> files) {
        return insert(slug, basedOn, files);
    }

    private DraftId insert(String slug, @Nullable PolicyVersionId basedOn, Map<String, String> files) {
        var id = rows.insert(slug, basedOn, user.id(), files, now());
        record("draft.opened", id, slug);
        return id;
    }

    /** The open drafts, of one policy or of all, the last written first; at most 200. */
    @Transactional(readOnly = true)
    public List<Draft> list(@Nullable String slug) {
        return rows.open(slug, LISTED);
    }

    /** A draft with all that its author has to see. */
    @Transactional(readOnly = true)
    public Optional<DraftReading> read(DraftId id) {
        return rows.find(id).map(this::reading);
    }

    private DraftReading reading(Draft draft) {
        var files = rows.files(draft.id());
        var basedOn = draft.basedOn();
        SortedMap<String, String> base = basedOn == null ? new TreeMap<>() : new TreeMap<>(policies.files(basedOn));
        var canonical = numbers.canonical(files);
        var entry =
                LooseEntry.of(files).filter(found -> found.version().toString().equals(numbers.number(files)));
        return new DraftReading(
                draft,
                basedOn == null ? "" : numbers.base(basedOn).number(),
                canonical,
                files,
                base,
                entry,
                DraftFiles.problems(draft.slug(), files),
                ClauseStanding.of(canonical, files, base, entry),
                rows.sides(draft.id()));
    }

    /**
     * Writes a passage.
     *
     * @param seen what stood there when the person began to write
     * @throws IllegalStateException when the draft is closed
     */
    public Writing write(DraftId id, Passage passage, Wording seen, Wording wording) {
        var revision = lock(id);
        var files = rows.files(id);
        var standing = DraftFiles.read(files, passage).orElse(Wording.of(""));
        if (standing.equals(wording)) {
            return new Writing.Same(revision);
        }
        if (!standing.equals(seen)) {
            return new Writing.Conflict(rows.keep(id, passage, wording, user.id(), now()), standing);
        }
        try {
            var changed = DraftFiles.write(files, passage, wording);
            return new Writing.Written(rows.write(id, revision, files, changed, user.id(), now()));
        } catch (CannotEdit e) {
            return new Writing.Unplaceable(e.problem());
        }
    }

    /**
     * Chooses what stands where two wrote: what was kept beside the passage, or what stands in it.
     *
     * @throws IllegalArgumentException when it was settled already
     */
    public Writing settle(DraftId id, long side, boolean keepMine) {
        var revision = lock(id);
        var kept = rows.sides(id).stream()
                .filter(candidate -> candidate.id() == side)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("This was settled already"));
        rows.settle(id, side, now());
        if (!keepMine) {
            return new Writing.Same(revision);
        }
        var files = rows.files(id);
        var standing = DraftFiles.read(files, kept.passage()).orElse(Wording.of(""));
        return write(id, kept.passage(), standing, kept.mine());
    }

    /** Says of the version why it is, from when it judges and what is judged again. */
    public Writing describe(DraftId id, UnaryOperator<VersionEntryDraft> change) {
        return edit(id, files -> numbers.say(files, change, base(id)));
    }

    /** Says what a change of a clause is; the version number follows. */
    public Writing change(DraftId id, VersionEntryDraft.ClauseChange change) {
        return edit(
                id,
                files -> numbers.say(
                        files,
                        entry -> {
                            var changes = new ArrayList<>(entry.clauses());
                            changes.removeIf(other -> other.clause().equals(change.clause()));
                            changes.add(change);
                            changes.sort(Comparator.comparing(VersionEntryDraft.ClauseChange::clause));
                            return numbers.with(entry, changes);
                        },
                        base(id)));
    }

    /** Says nothing of a change of a clause any more. */
    public Writing unchange(DraftId id, String clauseId) {
        return edit(
                id,
                files -> numbers.say(
                        files,
                        entry -> numbers.with(
                                entry,
                                entry.clauses().stream()
                                        .filter(change -> !change.clause().equals(clauseId))
                                        .toList()),
                        base(id)));
    }

    /** Changes the files in another way that leaves the rest as it is. */
    public Writing edit(DraftId id, UnaryOperator<Map<String, String>> change) {
        var revision = lock(id);
        var files = rows.files(id);
        try {
            var changed = change.apply(files);
            return changed.equals(files)
                    ? new Writing.Same(revision)
                    : new Writing.Written(rows.write(id, revision, files, changed, user.id(), now()));
        } catch (CannotEdit e) {
            return new Writing.Unplaceable(e.problem());
        }
    }

    /** Sends a draft to review: what it says becomes a version and is fixed. */
    public Sending send(DraftId id) {
        lock(id);
        var reading = reading(rows.find(id).orElseThrow());
        if (!reading.sides().isEmpty()) {
            return new Sending.Unsettled(reading.sides().size());
        }
        var unsaid = reading.clauses().stream()
                .filter(ClauseStanding::unsaid)
                .map(ClauseStanding::id)
                .toList();
        if (!unsaid.isEmpty()) {
            return new Sending.Unsaid(unsaid);
        }
        var proposal = proposals.propose(
                reading.draft().slug(),
                DraftFiles.bytes(reading.files()),
                reading.draft().basedOn());
        if (proposal instanceof Proposal.Taken(var version)) {
            rows.close(id, version, now());
            record("draft.sent", id, reading.draft().slug());
        }
        return new Sending.Answered(proposal);
    }

    /** Gives a draft up; it is kept, but nothing is written in it any more. */
    public void discard(DraftId id) {
        lock(id);
        var draft = rows.find(id).orElseThrow();
        rows.close(id, null, now());
        record("draft.discarded", id, draft.slug());
    }

    private Optional<String> base(DraftId id) {
        return rows.find(id)
                .map(Draft::basedOn)
                .map(version -> numbers.base(version).number());
    }

    private int lock(DraftId id) {
        return rows.lock(id)
                .orElseThrow(() ->
                        new IllegalStateException("The draft is closed; open another on the version that it became"));
    }

    private void record(String action, DraftId id, String slug) {
        audit.record(
                new AuditEvent(user.actor(), action, "draft:" + id.value(), new TreeMap<>(Map.of("policy", slug))));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
