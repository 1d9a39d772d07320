package org.conjoint.rereview;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.TreeMap;
import org.conjoint.access.CurrentUser;
import org.conjoint.audit.AuditEvent;
import org.conjoint.audit.AuditTrail;
import org.conjoint.moderation.staleness.Effects;
import org.conjoint.policy.Policies;
import org.conjoint.policy.PolicyVersion;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.work.Queues;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plans what is read again because of a version. The queue is filled by a job once the version is in force, since whatever
 * is taken from it is judged under the version in force; planning again puts in what has become stale since, nothing twice.
 */
@Service
@Transactional
@PreAuthorize(Effects.MAY_WEIGH)
public class Rereviews {

    private final PlanRows rows;
    private final Policies policies;
    private final Queues queues;
    private final Filling filling;
    private final CurrentUser user;
    private final AuditTrail audit;
    private final Clock clock;

    Rereviews(
            PlanRows rows,
            Policies policies,
            Queues queues,
            Filling filling,
            CurrentUser user,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.policies = policies;
        this.queues = queues;
        this.filling = filling;
        this.user = user;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Has posts read again whose verdicts a version makes stale. A version has one plan; planned again, it takes the new
     * limit and sample, and the name and the overlap as long as its queue is not there yet.
     *
     * @throws IllegalArgumentException when there is no such version
     */
    public PlanOutcome plan(PlanData data) {
        var version = version(data.target());
        var known = rows.of(data.target());
        if (known.flatMap(plan -> Optional.ofNullable(plan.queue())).isEmpty()
                && queues.findByName(data.name()).isPresent()) {
            return new PlanOutcome.Refused("There is a queue named “%s”; choose another name".formatted(data.name()));
        }
        return switch (version.state()) {
            case REJECTED, WITHDRAWN, ARCHIVED, SUPERSEDED ->
                new PlanOutcome.Refused(
                        "Version %s judges no more; plan under the one in force".formatted(version.number()));
            case IN_FORCE, EMERGENCY -> {
                var plan = put(data, known, version);
                filling.begin(plan);
                yield new PlanOutcome.Begun(plan);
            }
            case DRAFT, IN_REVIEW, CALIBRATING, APPROVED, SCHEDULED -> new PlanOutcome.Waits(put(data, known, version));
        };
    }

    private PlanId put(PlanData data, Optional<RereviewPlan> known, PolicyVersion version) {
        var id = known.map(RereviewPlan::id).orElseGet(() -> rows.insert(data, user.id(), now()));
        if (known.isPresent()) {
            rows.change(id, data);
        }
        var details = new TreeMap<String, String>();
        details.put("policy", version.slug());
        details.put("version", version.number());
        details.put("jurisdiction", version.jurisdiction());
        details.put("queue", data.name());
        details.put("limit", data.most() == null ? "none" : data.most().toString());
        audit.record(new AuditEvent(user.actor(), "rereview.planned", "rereview:" + id.value(), details));
        return id;
    }

    /** Forgets a plan whose version is not in force yet; false when it has begun. */
    public boolean forget(PlanId id) {
        var forgotten = rows.forget(id);
        if (forgotten) {
            audit.record(new AuditEvent(user.actor(), "rereview.forgotten", "rereview:" + id.value(), new TreeMap<>()));
        }
        return forgotten;
    }

    /** The plan of a version. */
    @Transactional(readOnly = true)
    public Optional<RereviewPlan> of(PolicyVersionId target) {
        return rows.of(target);
    }

    private PolicyVersion version(PolicyVersionId id) {
        return policies.version(id, "en")
                .orElseThrow(() -> new IllegalArgumentException("There is no policy version " + id.value()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
