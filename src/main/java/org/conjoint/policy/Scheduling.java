package org.conjoint.policy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.conjoint.access.CurrentUser;
import org.conjoint.access.Roles;
import org.conjoint.audit.AuditEvent;
import org.conjoint.audit.AuditTrail;
import org.conjoint.policy.MoveRows.Candidate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts versions into force: in their turn after the others, or at once for a limited time in an emergency. Items taken
 * before a turn are judged under the version that they were taken under.
 */
@Service
@Transactional
@PreAuthorize(Lifecycle.MAY_MOVE)
public class Scheduling {

    /** The longest that an emergency version judges before it is ratified or lapses. */
    public static final Duration LONGEST_EMERGENCY = Duration.ofDays(30);

    /** A version, or one that overlays it, with the turns of its policy and jurisdiction, which nobody else changes. */
    private record Locked(PolicyVersionId version, TurnRows.Line line, Timeline standing) {}

    private final MoveRows rows;
    private final TurnRows turns;
    private final ObjectProvider<ScheduleGate> gates;
    private final CurrentUser user;
    private final AuditTrail audit;
    private final Clock clock;

    Scheduling(
            MoveRows rows,
            TurnRows turns,
            ObjectProvider<ScheduleGate> gates,
            CurrentUser user,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.turns = turns;
        this.gates = gates;
        this.user = user;
        this.audit = audit;
        this.clock = clock;
    }

    /** Who judges from when, in the policy and jurisdiction of a version. */
    @Transactional(readOnly = true)
    @PreAuthorize(Roles.SIGNED_IN)
    public Plan plan(PolicyVersionId id) {
        var standing = turns.read(turns.line(id)).turns();
        return new Plan(standing.isEmpty() ? List.of(Turn.NOBODYS) : standing);
    }

    /** What keeps a version from being scheduled, in sentences. */
    @Transactional(readOnly = true)
    public List<String> hindrances(PolicyVersionId id) {
        return gates.stream()
                .map(gate -> gate.read(id))
                .flatMap(reading -> switch (reading) {
                    case ScheduleGate.Reading.Open() -> Stream.<String>empty();
                    case ScheduleGate.Reading.Shut(var words) -> Stream.of(words);
                })
                .toList();
    }

    /**
     * Puts an approved version into force from an instant on, after everything that is planned.
     *
     * @param effectiveFrom later than now
     * @param penaltyFrom not before effectiveFrom
     * @param seen the mark of the plan that the person saw
     */
    public MoveOutcome schedule(PolicyVersionId id, Instant effectiveFrom, Instant penaltyFrom, String seen) {
        var version = candidate(id);
        var from = effectiveFrom.truncatedTo(ChronoUnit.MICROS);
        if (version.stage() != PolicyState.APPROVED) {
            return wrongState("Version %s is not approved".formatted(version.number()));
        }
        if (!from.isAfter(now()) || penaltyFrom.isBefore(from)) {
            return dates("A version begins later than now, and its penalties not before it begins");
        }
        var hindrances = hindrances(id);
        if (!hindrances.isEmpty()) {
            return new MoveOutcome.Refused(MoveRefusal.GATE_SHUT, String.join(" ", hindrances));
        }
        var family = lock(id);
        if (!unchanged(family, seen)) {
            return planChanged();
        }
        for (var member : family) {
            var last = member.standing().turns().getLast();
            if (member.version().equals(last.version())) {
                return wrongState("Version %s is planned already".formatted(version.number()));
            }
            if (!last.startsAt().isBefore(from)) {
                return dates("Another turn begins at %s; choose a later date, or withdraw what is planned there"
                        .formatted(last.startsAt()));
            }
        }
        family.forEach(member ->
                turns.write(member.line(), member.standing(), member.standing().then(member.version(), from)));
        endOverlays(version, family, from);
        rows.dates(id, from, penaltyFrom.truncatedTo(ChronoUnit.MICROS), now());
        return moved(version, PolicyState.SCHEDULED, null, from);
    }

    /**
     * Puts a version into force at once, as the second person, until it is ratified or lapses; then what judged before
     * goes on.
     *
     * @param expiresAt later than now, at most {@link #LONGEST_EMERGENCY} away
     * @param seen the mark of the plan that the person saw
     */
    public MoveOutcome emergency(PolicyVersionId id, Instant expiresAt, String reason, String seen) {
        var version = candidate(id);
        var now = now();
        var until = expiresAt.truncatedTo(ChronoUnit.MICROS);
        if (isAuthor(version)) {
            return samePerson(version, "put it into force");
        }
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST_EMERGENCY))) {
            return dates("An emergency version ends later than now and within %d days"
                    .formatted(LONGEST_EMERGENCY.toDays()));
        }
        if (reason.isBlank() || reason.length() > 2000) {
            throw new IllegalArgumentException("Say what the emergency is, in at most 2000 characters");
        }
        var family = lock(id);
        if (!unchanged(family, seen)) {
            return planChanged();
        }
        for (var member : family) {
            var ends = member.standing().holding(now).endsAt();
            if (until.isAfter(ends)) {
                return dates("Another turn begins at %s, before the emergency would end; let it end earlier"
                        .formatted(ends));
            }
        }
        if (!rows.hasten(id, user.actor(), now, until)) {
            return wrongState("Version %s is neither in review nor approved".formatted(version.number()));
        }
        family.forEach(member ->
                turns.write(member.line(), member.standing(), member.standing().between(member.version(), now, until)));
        rows.dates(id, now, now, now);
        return moved(version, PolicyState.EMERGENCY, reason, now);
    }

    /** Lets an emergency version judge on without end, as a person other than its author, before it lapses. */
    public MoveOutcome ratify(PolicyVersionId id, String seen) {
        var version = candidate(id);
        if (isAuthor(version)) {
            return samePerson(version, "ratify it");
        }
        var family = lock(id);
        if (!unchanged(family, seen)) {
            return planChanged();
        }
        var judges = family.getFirst().standing().at(now()).filter(id::equals).isPresent();
        if (!judges || !rows.ratify(id, user.actor(), now())) {
            return wrongState("Version %s is no emergency version in force".formatted(version.number()));
        }
        family.forEach(member ->
                turns.write(member.line(), member.standing(), member.standing().lasting(member.version())));
        return moved(version, PolicyState.IN_FORCE, "ratified", now());
    }

    private List<Locked> lock(PolicyVersionId id) {
        var family = new ArrayList<Locked>();
        for (var member : rows.family(id)) {
            var line = turns.line(member);
            family.add(new Locked(member, line, turns.lock(line)));
        }
        return family;
    }

    /** A jurisdiction that the version no longer overlays goes back to what holds everywhere. */
    private void endOverlays(Candidate version, List<Locked> family, Instant from) {
        var held = family.stream().map(member -> member.line().jurisdiction()).toList();
        for (var line : turns.overlaid(version.id())) {
            var standing = turns.lock(line);
            if (!held.contains(line.jurisdiction())
                    && standing.turns().getLast().version() != null) {
                turns.write(line, standing, standing.then(null, from));
            }
        }
    }

    private static boolean unchanged(List<Locked> family, String seen) {
        return new Plan(family.getFirst().standing().turns()).mark().equals(seen);
    }

    private MoveOutcome moved(Candidate version, PolicyState to, @Nullable String note, Instant from) {
        rows.note(version.id(), to, user.actor(), note, now());
        var details = new TreeMap<String, String>();
        details.put("policy", version.slug());
        details.put("version", version.number());
        details.put("jurisdiction", version.jurisdiction());
        details.put("from", from.toString());
        audit.record(new AuditEvent(
                user.actor(),
                "policy." + to.code().replace('_', '-'),
                "policy-version:" + version.id().value(),
                details));
        return new MoveOutcome.Moved(to);
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

    private static MoveOutcome wrongState(String words) {
        return new MoveOutcome.Refused(MoveRefusal.WRONG_STATE, words);
    }

    private static MoveOutcome dates(String words) {
        return new MoveOutcome.Refused(MoveRefusal.DATES, words);
    }

    private static MoveOutcome planChanged() {
        return new MoveOutcome.Refused(
                MoveRefusal.PLAN_CHANGED,
                "Somebody planned another version meanwhile; look at the timeline and decide again");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
