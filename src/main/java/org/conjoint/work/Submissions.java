package org.conjoint.work;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.conjoint.access.CurrentUser;
import org.conjoint.access.Roles;
import org.conjoint.shared.UserId;
import org.conjoint.work.SubmissionRows.Kind;
import org.conjoint.work.SubmissionRows.Submission;
import org.conjoint.work.WorkerRows.Tally;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes answers in; used by the judgement modules inside their transactions. Two that shut each other out at the same
 * instant, by one client id or as the same revision, end in a {@link org.springframework.dao.DuplicateKeyException} for one
 * of them when both get as far as storing; its transaction is void, and run once more it finds what the other stored.
 */
@Service
@PreAuthorize(Roles.SIGNED_IN)
public class Submissions {

    /** How long the last submission can be undone. */
    public static final Duration UNDO_WINDOW = Duration.ofMinutes(1);

    static final String POLICY_CHANGED = "policy_changed";

    private final SubmissionRows rows;
    private final KeptRows keptRows;
    private final AnswerRows answers;
    private final PlaceRows places;
    private final WorkerRows workers;
    private final Queues queues;
    private final CurrentUser currentUser;
    private final Clock clock;

    Submissions(
            SubmissionRows rows,
            KeptRows keptRows,
            AnswerRows answers,
            PlaceRows places,
            WorkerRows workers,
            Queues queues,
            CurrentUser currentUser,
            Clock clock) {
        this.rows = rows;
        this.keptRows = keptRows;
        this.answers = answers;
        this.places = places;
        this.workers = workers;
        this.queues = queues;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** Accepts an answer of the current user and closes its place, or keeps it aside. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Acceptance accept(SubmissionRequest request) {
        var rater = currentUser.id();
        return answers.answer(request, rater, rows.newId(), hash(request.body()), now())
                .<Acceptance>map(answered -> new Acceptance.Stored(answered.receipt(), answered.lease()))
                .orElseGet(() -> notStored(request, rater));
    }

    /** The receipt of what the current user sent under a client id, when it arrived. */
    @Transactional(readOnly = true)
    public Optional<Receipt> receipt(UUID clientId) {
        return rows.byClientId(clientId)
                .filter(sent -> sent.by().equals(currentUser.id()))
                .map(Submission::receipt);
    }

    /** Who had a hand in what an answer says: its rater, and whoever corrected it. */
    @Transactional(readOnly = true)
    public Set<UserId> makers(long answerId) {
        return rows.makers(answerId);
    }

    private Acceptance notStored(SubmissionRequest request, UserId rater) {
        var hash = hash(request.body());
        var before = rows.byClientId(request.clientId());
        if (before.isPresent()) {
            var item = PlaceRows.item(request.lease());
            return sameSender(before.get(), Kind.ANSWER, hash)
                            && item.equals(before.get().item())
                    ? new Acceptance.Repeated(before.get().receipt())
                    : new Acceptance.ClientIdReused();
        }
        var own = places.find(request.lease(), rater);
        if (own.isPresent()) {
            return keptRows.keep(request, rater, POLICY_CHANGED, hash, now())
                    ? new Acceptance.PolicyChanged(
                            request.policyVersion(), own.get().policyVersion())
                    : new Acceptance.ClientIdReused();
        }
        var cause = places.lossCause(request.lease(), rater);
        return keptRows.keep(request, rater, cause.code(), hash, now())
                ? new Acceptance.LeaseGone(cause)
                : new Acceptance.ClientIdReused();
    }

    /** Whether the current user sent the same body before, in the same way; a client id alone proves nothing. */
    private boolean sameSender(Submission before, Kind kind, String bodyHash) {
        return before.by().equals(currentUser.id())
                && before.kind() == kind
                && before.bodyHash().equals(bodyHash);
    }

    /**
     * Records a further revision of an answer by the current user; whether the user may is for the caller to decide.
     *
     * @param baseRevision the revision that the user saw
     * @param body JSON of the whole answer
     * @param reason why, 1 to 500 characters
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Revision revise(UUID clientId, long answerId, int baseRevision, String body, String reason) {
        if (reason.isBlank() || reason.length() > 500) {
            throw new IllegalArgumentException("The reason of a correction has 1 to 500 characters");
        }
        var before = rows.byClientId(clientId);
        var hash = hash(body);
        if (before.isPresent()) {
            return sameSender(before.get(), Kind.CORRECTION, hash)
                            && before.get().receipt().answerId() == answerId
                    ? new Revision.Repeated(before.get().receipt())
                    : new Revision.ClientIdReused();
        }
        var newest = rows.newest(answerId);
        if (newest.isEmpty() || newest.get().kind() == Kind.UNDO) {
            return new Revision.Unknown();
        }
        if (newest.get().receipt().revision() != baseRevision) {
            return new Revision.Conflict(newest.get().receipt().revision());
        }
        return new Revision.Stored(append(newest.get(), clientId, Kind.CORRECTION, reason, hash));
    }

    private Receipt append(Submission newest, UUID clientId, Kind kind, String reason, String bodyHash) {
        var last = newest.receipt();
        var receipt = new Receipt(clientId, rows.newId(), last.answerId(), last.revision() + 1, now());
        rows.insert(new Submission(
                receipt,
                kind,
                newest.queue(),
                newest.item(),
                newest.rater(),
                currentUser.id(),
                reason,
                bodyHash,
                newest.activeMillis()));
        return receipt;
    }

    /** Takes back the last answer of the current user, and puts the item into the user's hand again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Undo undoLast() {
        var rater = currentUser.id();
        var last = rows.last(rater);
        if (last.isEmpty() || last.get().kind() != Kind.ANSWER || last.get().item() == null) {
            return new Undo.NothingToUndo();
        }
        var submission = last.get();
        if (submission.receipt().at().plus(UNDO_WINDOW).isBefore(now())) {
            return new Undo.TooLate();
        }
        var queue = Objects.requireNonNull(submission.queue());
        var until = now().plus(Duration.ofMinutes(queues.data(queue).leaseMinutes()));
        var lease = places.reopen(Objects.requireNonNull(submission.item()), rater, until);
        if (lease.isEmpty()) {
            return new Undo.NothingToUndo();
        }
        append(submission, UUID.randomUUID(), Kind.UNDO, "undone", submission.bodyHash());
        workers.count(queue, rater, new Tally(1, -1, 0, 0));
        return new Undo.Undone(submission.receipt(), lease.get());
    }

    /**
     * Records an answer of an imported rater, which needs no lease, or a further revision of it when it is known with
     * another body. A new answer takes a free place of every item with this subject in the queues under the policy.
     *
     * @param clientId made from the external id, so that a repeated import finds it
     * @param body JSON of the whole answer
     * @param at when the answer was given, as far as known
     */
    @Transactional(propagation = Propagation.MANDATORY)
    @PreAuthorize(Roles.HAS_DATA_ACCESS)
    public ImportedAnswer importAnswer(
            UUID clientId, UserId rater, Subject subject, String policySlug, String body, Instant at) {
        var bodyHash = hash(body);
        var first = rows.byClientId(clientId);
        if (first.isPresent()) {
            var newest = rows.newest(first.get().receipt().answerId()).orElseThrow();
            return newest.bodyHash().equals(bodyHash)
                    ? new ImportedAnswer.Unchanged(newest.receipt())
                    : new ImportedAnswer.Revised(
                            append(newest, UUID.randomUUID(), Kind.IMPORT, "imported again", bodyHash));
        }
        var id = rows.newId();
        var filled = places.answerFreePlaces(subject, policySlug, rater, id);
        for (var queue : filled) {
            workers.ensure(queue, rater, queues.data(queue).overlap() + 1);
            workers.count(queue, rater, new Tally(0, 1, 0, 0));
        }
        var receipt = new Receipt(clientId, id, id, 1, at.truncatedTo(ChronoUnit.MICROS));
        var queue = filled.isEmpty() ? null : filled.getFirst();
        rows.insert(new Submission(receipt, Kind.IMPORT, queue, null, rater, currentUser.id(), null, bodyHash, 0));
        return new ImportedAnswer.Created(receipt, Optional.ofNullable(queue));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String hash(String body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
