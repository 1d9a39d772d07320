package org.conjoint.moderation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.conjoint.access.Roles;
import org.conjoint.content.PostId;
import org.conjoint.policy.Policies;
import org.conjoint.policy.PolicyVersion;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.work.Draft;
import org.conjoint.work.Drafts;
import org.conjoint.work.ItemStanding;
import org.conjoint.work.ItemTake;
import org.conjoint.work.KeptAnswer;
import org.conjoint.work.KeptAnswers;
import org.conjoint.work.Lease;
import org.conjoint.work.QueueData;
import org.conjoint.work.Queues;
import org.conjoint.work.TakeRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Verdicts of the current user that came too late to count, beside what stands now, and the way to give them anew. */
@Service
@PreAuthorize(Roles.SIGNED_IN)
public class KeptVerdicts {

    /** The locale of the wordings where the queue is no longer known. */
    private static final String ANY_LOCALE = "en";

    private final KeptAnswers answers;
    private final Drafts drafts;
    private final Queues queues;
    private final Policies policies;
    private final Clock clock;

    KeptVerdicts(KeptAnswers answers, Drafts drafts, Queues queues, Policies policies, Clock clock) {
        this.answers = answers;
        this.drafts = drafts;
        this.queues = queues;
        this.policies = policies;
        this.clock = clock;
    }

    /** What the current user sent too late or under another policy version, the newest first. */
    @Transactional(readOnly = true)
    public List<KeptVerdict> mine(int limit) {
        return answers.mine(limit).stream().map(KeptVerdicts::verdict).toList();
    }

    private static KeptVerdict verdict(KeptAnswer kept) {
        return new KeptVerdict(
                kept.clientId(),
                kept.lossCause(),
                kept.policyVersion(),
                kept.subject() == null ? null : new PostId(kept.subject().id()),
                VerdictJson.read(kept.body()),
                kept.keptAt());
    }

    /**
     * A kept verdict beside what stands now; empty when it is not the current user's, or was made under a version that
     * there never was.
     */
    @Transactional(readOnly = true)
    public Optional<KeptSides> bothSides(UUID clientId) {
        return answers.find(clientId).flatMap(kept -> {
            var standing = answers.standing(clientId);
            var queue = standing.map(each -> queues.data(each.queue()));
            var locale = queue.map(QueueData::locale).orElse(ANY_LOCALE);
            var triedOut = queue.map(QueueData::trial).map(QueueData.Trial::version);
            return policies.version(kept.policyVersion(), locale)
                    .map(seen -> sides(verdict(kept), seen, standing.orElse(null), triedOut, locale));
        });
    }

    private KeptSides sides(
            KeptVerdict kept,
            PolicyVersion seen,
            @Nullable ItemStanding standing,
            Optional<PolicyVersionId> triedOut,
            String locale) {
        var bound = Optional.ofNullable(standing)
                .flatMap(each -> Optional.ofNullable(each.inHand()))
                .map(Lease::policyVersion)
                .or(() -> triedOut);
        var now = bound.isPresent()
                ? policies.version(bound.get(), locale)
                : policies.inForce(seen.slug(), seen.jurisdiction(), clock.instant(), locale);
        return new KeptSides(
                kept,
                seen,
                now.orElse(null),
                now.map(version -> changes(kept.form(), seen, version)).orElse(List.of()),
                standing != null && standing.answeredByOthers(),
                standing == null ? TakeRefusal.NO_ITEM : standing.refusal());
    }

    private static List<ClauseChange> changes(VerdictForm form, PolicyVersion seen, PolicyVersion now) {
        var cited = new TreeSet<>(form.jointClauses());
        form.clauses().values().forEach(cited::addAll);
        return cited.stream()
                .map(id -> new ClauseChange(
                        id, seen.clause(id).orElse(null), now.clause(id).orElse(null)))
                .filter(KeptVerdicts::differs)
                .toList();
    }

    private static boolean differs(ClauseChange change) {
        return change.seen() == null || change.now() == null
                ? change.seen() != change.now()
                : !change.seen().textHash().equals(change.now().textHash());
    }

    /**
     * Puts the post of a kept verdict into the current user's hand again, with the kept form as the draft, to be read and
     * submitted as a new answer.
     */
    @Transactional
    public Resubmission resubmit(UUID clientId) {
        var kept = answers.find(clientId);
        if (kept.isEmpty()) {
            return new Resubmission.Refused(TakeRefusal.NO_ITEM);
        }
        return switch (answers.takeAgain(clientId)) {
            case ItemTake.Taken(var lease) -> new Resubmission.Ready(lease, !drafted(kept.get(), lease));
            case ItemTake.Refused(var why) -> new Resubmission.Refused(why);
        };
    }

    /** Saves the kept form as the draft, unless a draft is newer. */
    private boolean drafted(KeptAnswer kept, Lease lease) {
        var draft = drafts.find(lease.id());
        var newer = draft.filter(each -> each.savedAt().isAfter(kept.keptAt())).isPresent();
        if (!newer) {
            drafts.save(lease.id(), draft.map(Draft::revision).orElse(0), kept.body());
        }
        return !newer;
    }
}
