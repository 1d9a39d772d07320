package org.conjoint.policy;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.conjoint.access.CurrentUser;
import org.conjoint.access.Roles;
import org.conjoint.audit.AuditEvent;
import org.conjoint.audit.AuditTrail;
import org.conjoint.policy.ChangeKind.Bump;
import org.conjoint.policy.MoveRows.Candidate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps of a version from its draft to its approval: draft, in review, calibrating, approved; besides them rejected,
 * withdrawn and archived. Whoever wrote it does not decide on it. {@link Scheduling} puts it into force.
 */
@Service
@Transactional
@PreAuthorize(Lifecycle.MAY_MOVE)
public class Lifecycle {

    /** Who takes a version further. */
    public static final String MAY_MOVE = "hasAnyRole('POLICY_AUTHOR','QUALITY_LEAD')";

    private static final Set<PolicyState> NOT_YET_JUDGING =
            EnumSet.of(PolicyState.DRAFT, PolicyState.IN_REVIEW, PolicyState.CALIBRATING, PolicyState.APPROVED);

    private final MoveRows rows;
    private final TurnRows turns;
    private final CurrentUser user;
    private final AuditTrail audit;
    private final Clock clock;

    Lifecycle(MoveRows rows, TurnRows turns, CurrentUser user, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.turns = turns;
        this.user = user;
        this.audit = audit;
        this.clock = clock;
    }

    /** The steps taken with a version, the first first. */
    @Transactional(readOnly = true)
    @PreAuthorize(Roles.SIGNED_IN)
    public List<PolicyMove> moves(PolicyVersionId id) {
        return rows.moves(id);
    }

    /** What a version does to each clause. */
    @Transactional(readOnly = true)
    @PreAuthorize(Roles.SIGNED_IN)
    public List<ClauseChange> changes(PolicyVersionId id) {
        return rows.changes(id);
    }

    /** Whether the current user is the author, who may not decide on it. */
    @Transactional(readOnly = true)
    public boolean mine(PolicyVersionId id) {
        return candidate(id).author().equals(user.actor());
    }

    /** Sends a draft to review. */
    public MoveOutcome review(PolicyVersionId id) {
        return step(candidate(id), PolicyState.DRAFT, PolicyState.IN_REVIEW, null);
    }

    /**
     * Confirms, as the second person, that a change is of the kind that its author says.
     *
     * @throws IllegalArgumentException when the version does not change the clause
     */
    public MoveOutcome confirmKind(PolicyVersionId id, String clauseId) {
        var version = candidate(id);
        if (isAuthor(version)) {
            return samePerson(version, "confirm the kinds of its changes");
        }
        if (version.stage() != PolicyState.IN_REVIEW) {
            return wrongState(version, PolicyState.IN_REVIEW);
        }
        if (!rows.confirm(id, clauseId, user.actor())) {
            throw new IllegalArgumentException(
                    "%s %s does not change %s".formatted(version.slug(), version.number(), clauseId));
        }
        record(version, "policy.kind-confirmed", clauseId);
        return new MoveOutcome.Moved(version.stage());
    }

    /** Tries a version out, as the second person, once the kind of each change is confirmed. */
    public MoveOutcome calibrate(PolicyVersionId id) {
        var version = candidate(id);
        if (isAuthor(version)) {
            return samePerson(version, "take it out of review");
        }
        var refusal = kindsConfirmed(version);
        return refusal != null ? refusal : step(version, PolicyState.IN_REVIEW, PolicyState.CALIBRATING, null);
    }

    /**
     * Approves a version, as the second person, after it was tried out; where its changes are only editorial, out of
     * review.
     */
    public MoveOutcome approve(PolicyVersionId id, @Nullable String note) {
        var version = candidate(id);
        if (isAuthor(version)) {
            return samePerson(version, "approve it");
        }
        var from = version.stage();
        if (from != PolicyState.CALIBRATING && !(from == PolicyState.IN_REVIEW && bump(id) == Bump.PATCH)) {
            return wrongState(version, PolicyState.CALIBRATING);
        }
        var refusal = kindsConfirmed(version);
        if (refusal != null) {
            return refusal;
        }
        if (!rows.decide(id, from, PolicyState.APPROVED, user.actor(), now())) {
            return wrongState(candidate(id), from);
        }
        return moved(version, PolicyState.APPROVED, note);
    }

    /** Sends a version back for good, as the second person, with the reason. */
    public MoveOutcome reject(PolicyVersionId id, String reason) {
        var version = candidate(id);
        if (isAuthor(version)) {
            return samePerson(version, "reject it; withdraw it instead");
        }
        if (version.stage() != PolicyState.IN_REVIEW && version.stage() != PolicyState.CALIBRATING) {
            return wrongState(version, PolicyState.IN_REVIEW);
        }
        requireReason(reason);
        return step(version, version.stage(), PolicyState.REJECTED, reason);
    }

    /** Takes a version back that has not judged yet; its turns to come are gone. */
    public MoveOutcome withdraw(PolicyVersionId id, String reason) {
        var version = candidate(id);
        requireReason(reason);
        if (!NOT_YET_JUDGING.contains(version.stage())) {
            return wrongState(version, PolicyState.APPROVED);
        }
        for (var member : rows.family(id)) {
            var line = turns.line(member);
            var standing = turns.lock(line);
            if (standing.at(now()).filter(member::equals).isPresent() || begun(standing, member)) {
                return new MoveOutcome.Refused(
                        MoveRefusal.WRONG_STATE,
                        "%s has judged already; schedule another version after it".formatted(version.number()));
            }
            turns.write(line, standing, standing.without(member, now()));
        }
        return step(version, version.stage(), PolicyState.WITHDRAWN, reason);
    }

    /** Puts a superseded version away; what was judged under it stays as it is. */
    public MoveOutcome archive(PolicyVersionId id) {
        var version = candidate(id);
        var timeline = turns.read(turns.line(id));
        if (timeline.state(id, version.stage(), now()) != PolicyState.SUPERSEDED) {
            return wrongState(version, PolicyState.SUPERSEDED);
        }
        return step(version, version.stage(), PolicyState.ARCHIVED, null);
    }

    /** How far the version number has to move for what the version does. */
    Bump bump(PolicyVersionId id) {
        return rows.changes(id).stream()
                .map(change -> change.kind().bump())
                .max(Bump::compareTo)
                .orElse(Bump.PATCH);
    }

    private boolean begun(Timeline timeline, PolicyVersionId id) {
        return timeline.turns().stream()
                .anyMatch(turn -> id.equals(turn.version()) && !turn.startsAt().isAfter(now()));
    }

    private @Nullable MoveOutcome kindsConfirmed(Candidate version) {
        var open = rows.changes(version.id()).stream()
                .filter(change ->
                        change.confirmedBy() == null || change.confirmedBy().equals(version.author()))
                .map(ClauseChange::clauseId)
                .toList();
        return open.isEmpty()
                ? null
                : new MoveOutcome.Refused(
                        MoveRefusal.KINDS_NOT_CONFIRMED,
                        "The second person has not confirmed the kind of change of " + String.join(", ", open));
    }

    private MoveOutcome step(Candidate version, PolicyState from, PolicyState to, @Nullable String note) {
        if (!rows.stage(version.id(), from, to)) {
            return wrongState(candidate(version.id()), from);
        }
        return moved(version, to, note);
    }

    private MoveOutcome moved(Candidate version, PolicyState to, @Nullable String note) {
        rows.note(version.id(), to, user.actor(), note, now());
        record(version, "policy." + to.code().replace('_', '-'), null);
        return new MoveOutcome.Moved(to);
    }

    private void record(Candidate version, String action, @Nullable String clauseId) {
        var details = new TreeMap<String, String>();
        details.put("policy", version.slug());
        details.put("version", version.number());
        details.put("jurisdiction", version.jurisdiction());
        if (clauseId != null) {
            details.put("clause", clauseId);
        }
        audit.record(new AuditEvent(
                user.actor(), action, "policy-version:" + version.id().value(), details));
    }

    private Candidate candidate(PolicyVersionId id) {
        return rows.movable(id);
    }

    private boolean isAuthor(Candidate version) {
        return version.author().equals(user.actor());
    }

    private static MoveOutcome samePerson(Candidate version, String what) {
        return new MoveOutcome.Refused(
                MoveRefusal.SAME_PERSON,
                "You wrote version %s; another person has to %s".formatted(version.number(), what));
    }

    private static MoveOutcome wrongState(Candidate version, PolicyState expected) {
        return new MoveOutcome.Refused(
                MoveRefusal.WRONG_STATE,
                "Version %s is %s, not %s; look at it again"
                        .formatted(version.number(), words(version.stage()), words(expected)));
    }

    private static String words(PolicyState state) {
        return state.code().replace('_', ' ');
    }

    private static void requireReason(String reason) {
        if (reason.isBlank() || reason.length() > 2000) {
            throw new IllegalArgumentException("Give a reason of at most 2000 characters");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
