package org.conjoint.moderation.staleness;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.conjoint.access.CurrentUser;
import org.conjoint.audit.AuditEvent;
import org.conjoint.audit.AuditTrail;
import org.conjoint.moderation.VerdictId;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.policy.ways.Reach;
import org.conjoint.policy.ways.VersionTree;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps verdicts that are stale, on purpose: with a reason, by a person, at a time. A decision may be ended again. */
@Service
@Transactional
@PreAuthorize(Effects.MAY_WEIGH)
public class Grandfathering {

    /** Characters that a reason may have. */
    public static final int LONGEST_REASON = 2000;

    private final TargetViews views;
    private final StaleRows stale;
    private final GrandfatheredRows rows;
    private final CurrentUser user;
    private final AuditTrail audit;
    private final Clock clock;

    Grandfathering(
            TargetViews views,
            StaleRows stale,
            GrandfatheredRows rows,
            CurrentUser user,
            AuditTrail audit,
            Clock clock) {
        this.views = views;
        this.stale = stale;
        this.rows = rows;
        this.user = user;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps all verdicts that the changes of a clause make stale, up to a version. A verdict that another change makes
     * stale as well stays so.
     *
     * @throws IllegalArgumentException when no change of the clause makes verdicts stale, or the reason is none
     */
    public GrandfatheredId keep(PolicyVersionId target, String clauseId, String reason) {
        var view = views.of(target);
        var reaches = view.tree().ids().stream()
                .flatMap(version -> view.steps(version).stream())
                .filter(step -> step.clauseId().equals(clauseId))
                .anyMatch(step -> step.reach() != Reach.NONE && step.reach() != Reach.SAMPLE);
        if (!reaches) {
            throw new IllegalArgumentException("No change of %s makes a verdict stale under version %s"
                    .formatted(clauseId, view.tree().number(target)));
        }
        var id = rows.insert(target, clauseId, null, kept(reason));
        record("verdicts.kept", "clause:" + clauseId, view.tree(), target, reason);
        return id;
    }

    /**
     * Keeps one verdict, as far as changes up to a version make it stale.
     *
     * @throws IllegalArgumentException when the version does not make the verdict stale, or the reason is none
     */
    public GrandfatheredId keep(PolicyVersionId target, VerdictId verdict, String reason) {
        var view = views.of(target);
        var reached = stale.judged(List.of(verdict)).stream()
                .filter(judged -> view.tree().has(judged.facts().version()))
                .anyMatch(judged -> view.stale(judged.facts(), List.of()).isPresent());
        if (!reached) {
            throw new IllegalArgumentException("Version %s does not make the verdict %d stale"
                    .formatted(view.tree().number(target), verdict.value()));
        }
        var id = rows.insert(target, null, verdict, kept(reason));
        record("verdict.kept", "verdict:" + verdict.value(), view.tree(), target, reason);
        return id;
    }

    /** Lets what was kept be stale again; false when that was done before. */
    public boolean end(GrandfatheredId id) {
        var ended = rows.end(id, user.id(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (ended) {
            audit.record(new AuditEvent(
                    user.actor(), "verdicts.kept-no-more", "grandfathered:" + id.value(), new TreeMap<>()));
        }
        return ended;
    }

    /** The decisions that stand up to a version or one of its policy before or beside it, the latest first. */
    @Transactional(readOnly = true)
    public List<Grandfathered> list(PolicyVersionId target) {
        var targets = views.of(target).tree().ids();
        var all = new ArrayList<>(rows.rules(targets));
        all.addAll(rows.singles(targets));
        all.sort(Comparator.comparingLong((Grandfathered each) -> each.id().value())
                .reversed());
        return List.copyOf(all);
    }

    private Kept kept(String reason) {
        var words = reason.strip();
        if (words.isEmpty() || words.length() > LONGEST_REASON) {
            throw new IllegalArgumentException(
                    "Say why they are kept, in at most %d characters".formatted(LONGEST_REASON));
        }
        return new Kept(words, user.id(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private void record(String action, String subject, VersionTree tree, PolicyVersionId target, String reason) {
        var details = new TreeMap<String, String>();
        details.put("policy", tree.slug());
        details.put("version", tree.number(target));
        details.put("jurisdiction", tree.jurisdiction());
        details.put("reason", reason.strip());
        audit.record(new AuditEvent(user.actor(), action, subject, details));
    }
}
