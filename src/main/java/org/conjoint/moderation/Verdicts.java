package org.conjoint.moderation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.conjoint.access.CurrentUser;
import org.conjoint.access.Role;
import org.conjoint.access.Roles;
import org.conjoint.content.PostId;
import org.conjoint.evidence.Sources;
import org.conjoint.moderation.VerdictWriter.Origin;
import org.conjoint.work.Acceptance;
import org.conjoint.work.DraftSave;
import org.conjoint.work.Drafts;
import org.conjoint.work.Lease;
import org.conjoint.work.LeaseId;
import org.conjoint.work.Protocol;
import org.conjoint.work.Queues;
import org.conjoint.work.Receipt;
import org.conjoint.work.Revision;
import org.conjoint.work.SubmissionRequest;
import org.conjoint.work.Submissions;
import org.conjoint.work.Undo;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes verdicts of the current user in, and shows them their own. */
@Service
@PreAuthorize(Roles.SIGNED_IN)
public class Verdicts {

    /** Characters that the reason of a correction may have. */
    public static final int LONGEST_REASON = 500;

    private static final Problem UNCHANGED =
            new Problem("form", "unchanged", "Nothing is changed: change an answer, or leave it as it is");

    private static final String REUSED = "This client id belongs to another answer; make a new one";

    private final VerdictRows rows;
    private final VerdictWriter writer;
    private final NotesToAuthors notes;
    private final Presence presence;
    private final EvidenceSources sources;
    private final PolicyTexts policyTexts;
    private final Submissions submissions;
    private final Drafts drafts;
    private final Queues queues;
    private final CurrentUser currentUser;
    private final TransactionTemplate transaction;

    Verdicts(
            VerdictRows rows,
            VerdictWriter writer,
            NotesToAuthors notes,
            Presence presence,
            EvidenceSources sources,
            PolicyTexts policyTexts,
            Submissions submissions,
            Drafts drafts,
            Queues queues,
            CurrentUser currentUser,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.writer = writer;
        this.notes = notes;
        this.presence = presence;
        this.sources = sources;
        this.policyTexts = policyTexts;
        this.submissions = submissions;
        this.drafts = drafts;
        this.queues = queues;
        this.currentUser = currentUser;
        this.transaction = transaction;
    }

    /** What follows from a form as it stands; asks no database. */
    public VerdictGuide applies(VerdictForm form, VerdictContext context) {
        return VerdictRules.check(form, context).guide();
    }

    /**
     * Stores a verdict and closes its lease, or says why not. Safe to repeat with the same client id, also at the same
     * time.
     */
    public VerdictOutcome submit(VerdictSubmission submission) {
        return once(status -> submit(submission, status));
    }

    private VerdictOutcome submit(VerdictSubmission submission, TransactionStatus status) {
        var request = new SubmissionRequest(
                submission.clientId(),
                submission.lease(),
                submission.policyVersion(),
                VerdictJson.write(submission.form()),
                submission.attention().activeMillis());
        return switch (submissions.accept(request)) {
            case Acceptance.Stored(Receipt receipt, Lease lease) -> {
                var origin = origin(lease);
                var context = new VerdictContext(
                        presence.parts(origin.post(), origin.postRevision()),
                        origin.seen(),
                        queues.data(lease.queue()).protocol(),
                        submission.form().evidence().isEmpty()
                                ? Sources.NONE
                                : sources.of(origin.post(), origin.postRevision()));
                var checked = VerdictRules.check(submission.form(), context);
                if (!checked.guide().problems().isEmpty()) {
                    status.setRollbackOnly();
                    yield new VerdictOutcome.Invalid(checked.guide().problems());
                }
                var id = writer.write(origin, checked, receipt, submission.attention(), "verdict.submitted");
                notes.take(id, receipt.revision(), origin, checked.form());
                yield new VerdictOutcome.Stored(id, receipt);
            }
            case Acceptance.Repeated(Receipt receipt) ->
                new VerdictOutcome.Repeated(new VerdictId(receipt.answerId()), receipt);
            case Acceptance.LeaseGone gone -> new VerdictOutcome.LeaseGone(gone.cause());
            case Acceptance.PolicyChanged changed -> new VerdictOutcome.PolicyChanged(changed.seen(), changed.bound());
            case Acceptance.ClientIdReused reused -> new VerdictOutcome.Refused(REUSED);
        };
    }

    /** The verdict that the current user sent under a client id, when it arrived. */
    @Transactional(readOnly = true)
    public Optional<VerdictId> arrived(UUID clientId) {
        return submissions.receipt(clientId).map(receipt -> new VerdictId(receipt.answerId()));
    }

    private Origin origin(Lease lease) {
        return new Origin(
                new PostId(lease.subject().id()),
                lease.subject().revision(),
                lease.queue(),
                queues.data(lease.queue()).isTrial(),
                currentUser.id(),
                lease.policyVersion(),
                lease.locale(),
                policyTexts.of(lease.policyVersion(), lease.locale()),
                null);
    }

    /** Of two at the same time that shut each other out, the one that comes second finds what the first stored. */
    private <T> T once(Function<TransactionStatus, T> work) {
        try {
            return Objects.requireNonNull(transaction.execute(work::apply));
        } catch (DuplicateKeyException e) {
            return Objects.requireNonNull(transaction.execute(work::apply));
        }
    }

    /**
     * Corrects a verdict by a new revision, under the policy version of the first: one's own, or any for reviewers and
     * quality leads unless it tries something out.
     */
    public VerdictOutcome correct(VerdictCorrection correction) {
        return once(status -> correct(correction, status));
    }

    /** What is wrong with the reason of a correction. */
    public static Optional<Problem> problem(String reason) {
        if (reason.isBlank()) {
            return Optional.of(new Problem("reason", "missing", "Say why it is corrected"));
        }
        return reason.length() > LONGEST_REASON
                ? Optional.of(new Problem(
                        "reason", "too_long", "A reason has at most %d characters".formatted(LONGEST_REASON)))
                : Optional.empty();
    }

    /** The verdict as it stands with what its corrected form is checked against; empty when the user may not. */
    @Transactional(readOnly = true)
    public Optional<CorrectableVerdict> correctable(VerdictId id) {
        return rows.standing(id)
                .filter(this::mayCorrect)
                .map(verdict -> new CorrectableVerdict(verdict, context(verdict)));
    }

    private VerdictContext context(Verdict verdict) {
        var protocol = verdict.queue() == null
                ? Protocol.WHOLE_ONLY
                : queues.data(verdict.queue()).protocol();
        return new VerdictContext(
                presence.parts(verdict.post(), verdict.postRevision()),
                policyTexts.of(verdict.policyVersion(), verdict.locale()),
                protocol,
                sources.of(verdict.post(), verdict.postRevision()));
    }

    private VerdictOutcome correct(VerdictCorrection correction, TransactionStatus status) {
        var standing = rows.standing(correction.verdict()).filter(this::mayCorrect);
        if (standing.isEmpty()) {
            return new VerdictOutcome.Refused("There is no such verdict, it was taken back, or it is someone else's");
        }
        var verdict = standing.get();
        var context = context(verdict);
        var checked = VerdictRules.check(correction.form(), context);
        var problems = new ArrayList<>(checked.guide().problems());
        problem(correction.reason()).ifPresent(problems::add);
        if (!problems.isEmpty()) {
            return new VerdictOutcome.Invalid(List.copyOf(problems));
        }
        var body = VerdictJson.write(checked.form());
        return switch (submissions.revise(
                correction.clientId(),
                verdict.id().value(),
                correction.baseRevision(),
                body,
                correction.reason().strip())) {
            case Revision.Stored(Receipt receipt) -> {
                if (checked.form().equals(verdict.form())) {
                    status.setRollbackOnly();
                    yield new VerdictOutcome.Invalid(List.of(UNCHANGED));
                }
                writer.supersede(verdict.id(), receipt.at());
                var origin = new Origin(
                        verdict.post(),
                        verdict.postRevision(),
                        verdict.queue(),
                        verdict.trial(),
                        verdict.rater(),
                        verdict.policyVersion(),
                        verdict.locale(),
                        context.policyVersion(),
                        verdict.externalId());
                var id = writer.write(origin, checked, receipt, verdict.attention(), "verdict.corrected");
                notes.take(id, receipt.revision(), origin, checked.form());
                yield new VerdictOutcome.Stored(id, receipt);
            }
            case Revision.Repeated(Receipt receipt) -> new VerdictOutcome.Repeated(verdict.id(), receipt);
            case Revision.Conflict conflict -> new VerdictOutcome.Conflict(conflict.currentRevision());
            case Revision.ClientIdReused reused -> new VerdictOutcome.Refused(REUSED);
            case Revision.Unknown unknown -> new VerdictOutcome.Refused("The verdict was taken back");
        };
    }

    private boolean mayCorrect(Verdict verdict) {
        var reviews = currentUser.has(Role.REVIEWER) || currentUser.has(Role.QUALITY_LEAD);
        return verdict.rater().equals(currentUser.id()) || (reviews && !verdict.trial());
    }

    /** Takes back the last verdict of the current user, within a minute; its form becomes the draft again. */
    public VerdictUndo undoLast() {
        return once(_ -> undone());
    }

    private VerdictUndo undone() {
        return switch (submissions.undoLast()) {
            case Undo.Undone(Receipt undone, Lease lease) -> {
                var id = new VerdictId(undone.answerId());
                var verdict = rows.revision(id, undone.revision()).orElseThrow();
                writer.supersede(id, lease.takenAt().isAfter(undone.at()) ? lease.takenAt() : undone.at());
                var details = new TreeMap<String, String>();
                details.put("revision", Integer.toString(undone.revision()));
                writer.record("verdict.undone", verdict, details);
                notes.takeBack(verdict);
                var base =
                        drafts.find(lease.id()).map(draft -> draft.revision()).orElse(0);
                drafts.save(lease.id(), base, VerdictJson.write(verdict.form()));
                yield new VerdictUndo.Undone(lease, verdict.form());
            }
            case Undo.TooLate late -> new VerdictUndo.TooLate();
            case Undo.NothingToUndo nothing -> new VerdictUndo.NothingToUndo();
        };
    }

    /** Saves an unfinished form over the draft with {@code baseRevision}; 0 when there is none yet. */
    @Transactional
    public DraftSave saveDraft(LeaseId lease, int baseRevision, VerdictForm form) {
        return drafts.save(lease, baseRevision, VerdictJson.write(form));
    }

    /** The verdict as it stands: one's own, or any for those who may read all. */
    @Transactional(readOnly = true)
    public Optional<Verdict> find(VerdictId id) {
        return rows.standing(id).filter(verdict -> mayRead(verdict));
    }

    private boolean mayRead(Verdict verdict) {
        return verdict.rater().equals(currentUser.id())
                || currentUser.roles().stream().anyMatch(VerdictArchive.READERS::contains);
    }

    /** What the current user has judged, the newest first, from before one; only what stands. */
    @Transactional(readOnly = true)
    public List<Verdict> mine(@Nullable VerdictId before, int limit) {
        return rows.byRater(currentUser.id(), before, limit);
    }
}
