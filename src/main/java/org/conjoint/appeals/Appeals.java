package org.conjoint.appeals;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.conjoint.access.CurrentUser;
import org.conjoint.appeals.Appeal.AppealedClause;
import org.conjoint.appeals.Appeal.Decision;
import org.conjoint.audit.AuditEvent;
import org.conjoint.audit.AuditTrail;
import org.conjoint.content.PostAt;
import org.conjoint.moderation.Verdict;
import org.conjoint.moderation.VerdictArchive;
import org.conjoint.moderation.VerdictId;
import org.conjoint.policy.Policies;
import org.conjoint.policy.PolicyVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Objections to verdicts. Somebody who did not make the verdict answers two questions: was it right under the text that
 * its rater saw, and does it stand under the text in force. The verdict itself stays as it is; where it was wrong, a
 * correction is a further revision of its own.
 */
@Service
@PreAuthorize(Appeals.MAY_DECIDE)
public class Appeals {

    /** Characters of the appellant's words. */
    public static final int LONGEST_STATEMENT = 4000;

    /** Characters of the reference of another system. */
    public static final int LONGEST_REFERENCE = 200;

    /** Characters of the reason of an answer. */
    public static final int LONGEST_REASON = 2000;

    /** Who reads and decides appeals. */
    public static final String MAY_DECIDE = "hasAnyRole('REVIEWER','QUALITY_LEAD')";

    /** Who opens appeals. */
    public static final String MAY_OPEN = "hasAnyRole('REVIEWER','QUALITY_LEAD','DATA_ENGINEER','ADMIN')";

    private final AppealRows rows;
    private final VerdictArchive verdicts;
    private final Policies policies;
    private final CurrentUser user;
    private final AuditTrail audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Appeals(
            AppealRows rows,
            VerdictArchive verdicts,
            Policies policies,
            CurrentUser user,
            AuditTrail audit,
            Clock clock,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.verdicts = verdicts;
        this.policies = policies;
        this.user = user;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Opens an appeal against the revision of a verdict that stands. Safe to repeat with the same reference, also at the
     * same time.
     */
    @PreAuthorize(MAY_OPEN)
    public Opening open(AppealDraft draft) {
        try {
            return Objects.requireNonNull(transaction.execute(_ -> opened(draft)));
        } catch (DuplicateKeyException e) {
            return Objects.requireNonNull(transaction.execute(_ -> opened(draft)));
        }
    }

    private Opening opened(AppealDraft draft) {
        var statement = draft.statement().strip();
        if (statement.isEmpty() || statement.length() > LONGEST_STATEMENT) {
            return new Opening.Refused("The statement has 1 to %,d characters; this one has %,d"
                    .formatted(LONGEST_STATEMENT, statement.length()));
        }
        var reference = draft.reference() == null || draft.reference().isBlank()
                ? null
                : draft.reference().strip();
        if (reference != null
                && (reference.length() > LONGEST_REFERENCE || reference.chars().anyMatch(Character::isISOControl))) {
            return new Opening.Refused(
                    "The reference has at most %d characters and no control characters".formatted(LONGEST_REFERENCE));
        }
        var before = reference == null ? Optional.<Appeal>empty() : rows.byReference(reference);
        if (before.isPresent()) {
            var same = before.get().verdict().equals(draft.verdict())
                    && before.get().statement().equals(statement);
            return same
                    ? new Opening.Known(before.get().id())
                    : new Opening.Refused(
                            "Another appeal has the reference %s; give this one its own".formatted(reference));
        }
        var standing = standing(draft.verdict());
        if (standing.isEmpty()) {
            return new Opening.Refused("There is no verdict %d, or it was taken back"
                    .formatted(draft.verdict().value()));
        }
        var verdict = standing.get();
        var policy = policies.version(verdict.policyVersion(), verdict.locale()).orElseThrow();
        var id = rows.insert(appeal(verdict, policy, reference, statement));
        record(
                "appeal.opened",
                id,
                Map.of(
                        "verdict", Long.toString(verdict.id().value()),
                        "revision", Integer.toString(verdict.revision())));
        return new Opening.Opened(id);
    }

    private Appeal appeal(Verdict verdict, PolicyVersion policy, @Nullable String reference, String statement) {
        return new Appeal(
                new AppealId(1),
                reference,
                verdict.id(),
                verdict.revision(),
                new PostAt(verdict.post(), verdict.postRevision()),
                policy.slug(),
                policy.id(),
                verdict.locale(),
                statement,
                user.id(),
                now(),
                verdict.cited().stream()
                        .map(cited -> new AppealedClause(
                                cited.clauseId(),
                                cited.version(),
                                cited.clauseId().equals(verdict.form().principal())))
                        .distinct()
                        .toList(),
                null);
    }

    private Optional<Verdict> standing(VerdictId id) {
        return verdicts.history(id).stream()
                .filter(verdict -> verdict.supersededAt() == null)
                .findFirst();
    }

    /** Appeals in the order of {@link AppealPlace}, after one. */
    @Transactional(readOnly = true)
    public List<Appeal> page(AppealFilter filter, @Nullable AppealPlace after, int limit) {
        return rows.page(filter, after, limit);
    }

    /** The appeals against a verdict, open ones first. */
    @Transactional(readOnly = true)
    public List<Appeal> against(VerdictId verdict) {
        return rows.ofVerdict(verdict);
    }

    /** An appeal with all that one decides by. */
    @Transactional(readOnly = true)
    public Optional<AppealCase> hear(AppealId id) {
        return rows.find(id).map(this::heard);
    }

    private AppealCase heard(Appeal appeal) {
        var history = verdicts.history(appeal.verdict());
        var verdict = history.stream()
                .filter(revision -> revision.revision() == appeal.revision())
                .findFirst()
                .orElseThrow();
        var then = policies.version(appeal.version(), appeal.locale()).orElseThrow();
        var decision = appeal.decision();
        var now = decision == null
                ? inForce(then)
                : Optional.ofNullable(decision.nowVersion()).flatMap(id -> policies.version(id, appeal.locale()));
        return new AppealCase(
                appeal,
                verdict,
                history.stream()
                        .filter(revision -> revision.supersededAt() == null)
                        .map(Verdict::revision)
                        .findFirst()
                        .orElse(null),
                then,
                now.orElse(null),
                hindrance(appeal));
    }

    private Optional<PolicyVersion> inForce(PolicyVersion then) {
        return policies.inForce(then.slug(), then.jurisdiction(), clock.instant(), then.locale());
    }

    private @Nullable String hindrance(Appeal appeal) {
        if (!appeal.isOpen()) {
            return "It is decided.";
        }
        return verdicts.makers(appeal.verdict()).contains(user.id())
                ? "You made this verdict or corrected it; somebody else decides."
                : null;
    }

    /** Decides an open appeal; the verdict stays as it is. */
    @Transactional
    public Deciding decide(DecisionDraft draft) {
        var found = rows.find(draft.appeal());
        if (found.isEmpty()) {
            return refused("", "There is no such appeal");
        }
        var heard = heard(found.get());
        if (heard.hindrance() != null) {
            return refused("", heard.hindrance());
        }
        var now = heard.now();
        if (!Objects.equals(now == null ? null : now.id(), draft.nowVersion())
                || (draft.now() == null) != (now == null)) {
            return refused("", "Another version came into force meanwhile; read it, then answer again");
        }
        var problem = AppealChecks.problem(heard, draft);
        if (problem.isPresent()) {
            return problem.get();
        }
        var second = draft.now();
        var outcome = AppealOutcome.of(draft.then().right(), second == null ? null : second.right());
        var decision = new Decision(user.id(), now(), outcome, draft.then(), draft.nowVersion(), second);
        if (!rows.decide(draft.appeal(), decision)) {
            return refused("", "It is decided.");
        }
        record(
                "appeal.decided",
                draft.appeal(),
                Map.of(
                        "outcome", outcome.code(),
                        "verdict", Long.toString(heard.verdict().id().value()),
                        "revision", Integer.toString(heard.verdict().revision())));
        return new Deciding.Decided(outcome);
    }

    private static Deciding refused(String field, String words) {
        return new Deciding.Refused(field, words);
    }

    private void record(String action, AppealId id, Map<String, String> details) {
        audit.record(new AuditEvent(user.actor(), action, "appeal:" + id.value(), new TreeMap<>(details)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
