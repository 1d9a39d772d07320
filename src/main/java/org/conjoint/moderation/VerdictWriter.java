package org.conjoint.moderation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.conjoint.access.CurrentUser;
import org.conjoint.audit.AuditEvent;
import org.conjoint.audit.AuditTrail;
import org.conjoint.content.PostId;
import org.conjoint.meaning.Carriers;
import org.conjoint.meaning.Part;
import org.conjoint.policy.PolicyVersion;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.shared.UserId;
import org.conjoint.work.QueueId;
import org.conjoint.work.Receipt;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes a checked form down as a revision of a verdict, with its audit entry and its event, in one transaction. */
@Component
class VerdictWriter {

    private final VerdictRows rows;
    private final AuditTrail audit;
    private final CurrentUser currentUser;
    private final ApplicationEventPublisher events;

    VerdictWriter(VerdictRows rows, AuditTrail audit, CurrentUser currentUser, ApplicationEventPublisher events) {
        this.rows = rows;
        this.audit = audit;
        this.currentUser = currentUser;
        this.events = events;
    }

    /**
     * What stays the same through all revisions of a verdict.
     *
     * @param trial whether it tries something out and is no verdict on the post
     * @param seen the policy text as the rater saw it
     */
    record Origin(
            PostId post,
            int postRevision,
            @Nullable QueueId queue,
            boolean trial,
            UserId rater,
            PolicyVersionId policyVersion,
            String locale,
            PolicyVersion seen,
            @Nullable String externalId) {}

    @Transactional(propagation = Propagation.MANDATORY)
    VerdictId write(Origin origin, VerdictRules.Checked checked, Receipt receipt, Attention attention, String action) {
        var id = new VerdictId(receipt.answerId());
        var composition = Objects.requireNonNull(checked.guide().composition());
        var verdict = new Verdict(
                id,
                receipt.revision(),
                receipt.submissionId(),
                null,
                origin.externalId(),
                origin.post(),
                origin.postRevision(),
                origin.queue(),
                origin.trial(),
                origin.rater(),
                origin.policyVersion(),
                origin.locale(),
                checked.form(),
                cited(checked.form(), origin.seen()),
                composition,
                Objects.requireNonNullElseGet(checked.guide().carriers(), () -> new Carriers(List.of(), Set.of())),
                attention,
                receipt.at());
        rows.insert(verdict);
        var details = new TreeMap<>(Map.of(
                "revision", Integer.toString(receipt.revision()),
                "post", Long.toString(origin.post().value()),
                "policyVersion", Long.toString(origin.policyVersion().value()),
                "composition", composition.code()));
        record(action, verdict, details);
        return id;
    }

    /** The standing revision no longer stands. */
    @Transactional(propagation = Propagation.MANDATORY)
    void supersede(VerdictId id, Instant at) {
        if (!rows.supersede(id, at)) {
            throw new IllegalStateException("The verdict %d has no standing revision".formatted(id.value()));
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void record(String action, Verdict verdict, TreeMap<String, String> details) {
        var id = verdict.id();
        audit.record(new AuditEvent(currentUser.actor(), action, "verdict:" + id.value(), details));
        events.publishEvent(
                verdict.trial() && verdict.queue() != null
                        ? new TrialRecorded(id, verdict.queue(), verdict.rater())
                        : new VerdictRecorded(id, verdict.post()));
    }

    private static List<CitedClause> cited(VerdictForm form, PolicyVersion seen) {
        var cited = new ArrayList<CitedClause>();
        for (var part : Part.values()) {
            add(cited, part, form.clauses(part), seen);
        }
        add(cited, null, form.jointClauses(), seen);
        return cited;
    }

    private static void add(List<CitedClause> cited, @Nullable Part part, Set<String> clauses, PolicyVersion seen) {
        for (var clauseId : new TreeSet<>(clauses)) {
            var clause = seen.clause(clauseId).orElseThrow();
            cited.add(new CitedClause(part, clause.id(), clauseId, clause.textHash()));
        }
    }
}
