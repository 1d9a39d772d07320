package org.conjoint.moderation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.conjoint.access.CurrentUser;
import org.conjoint.access.Roles;
import org.conjoint.moderation.SeenVerdict.SeenWording;
import org.conjoint.policy.ClauseNotes;
import org.conjoint.policy.KeptWordings;
import org.conjoint.policy.Policies;
import org.conjoint.policy.PolicyReading;
import org.conjoint.policy.PolicyVersion;
import org.conjoint.work.QueueData;
import org.conjoint.work.Queues;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens verdicts with the policy exactly as their raters saw it, and proves the wording by its hashes. */
@Service
@PreAuthorize(Roles.SIGNED_IN)
public class VerdictTimeMachine {

    private final VerdictRows rows;
    private final Policies policies;
    private final KeptWordings wordings;
    private final ObjectProvider<ClauseNotes> beside;
    private final Queues queues;
    private final CurrentUser currentUser;
    private final Clock clock;

    VerdictTimeMachine(
            VerdictRows rows,
            Policies policies,
            KeptWordings wordings,
            ObjectProvider<ClauseNotes> beside,
            Queues queues,
            CurrentUser currentUser,
            Clock clock) {
        this.rows = rows;
        this.policies = policies;
        this.wordings = wordings;
        this.beside = beside;
        this.queues = queues;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * A verdict as its rater saw the policy: one's own, or any for those who may read all.
     *
     * @param revision its number; {@code null} for the one that stands, or the last when none does
     */
    @Transactional(readOnly = true)
    public Optional<SeenVerdict> open(VerdictId id, @Nullable Integer revision) {
        var history = rows.history(id).stream().filter(this::mayRead).toList();
        return history.stream()
                .filter(verdict -> revision == null || verdict.revision() == revision)
                .findFirst()
                .flatMap(verdict -> policies.reading(verdict.policyVersion(), verdict.locale())
                        .map(seen -> open(verdict, history, seen)));
    }

    private SeenVerdict open(Verdict verdict, List<Verdict> newestFirst, PolicyReading seen) {
        return new SeenVerdict(
                verdict,
                newestFirst.reversed().stream()
                        .map(each -> new SeenVerdict.Revision(each.revision(), each.submittedAt(), each.supersededAt()))
                        .toList(),
                seen,
                beside.orderedStream()
                        .flatMap(source -> source.on(seen.version(), verdict.submittedAt()).stream())
                        .toList(),
                wordings(verdict, seen.version()),
                policies.inForce(
                                seen.version().slug(),
                                jurisdiction(verdict, seen.version()),
                                clock.instant(),
                                verdict.locale())
                        .orElse(null));
    }

    private List<SeenWording> wordings(Verdict verdict, PolicyVersion seen) {
        var kept = wordings.hashes(seen);
        return verdict.cited().stream()
                .map(cited -> new SeenWording(
                        cited.clauseId(),
                        cited.textHash(),
                        seen.clause(cited.clauseId())
                                .filter(clause -> clause.id().equals(cited.version()))
                                .map(clause -> kept.get(cited.clauseId()))
                                .orElse(null)))
                .distinct()
                .toList();
    }

    private String jurisdiction(Verdict verdict, PolicyVersion seen) {
        return Optional.ofNullable(verdict.queue())
                .map(queues::data)
                .map(QueueData::jurisdiction)
                .orElse(seen.jurisdiction());
    }

    private boolean mayRead(Verdict verdict) {
        return verdict.rater().equals(currentUser.id())
                || currentUser.roles().stream().anyMatch(VerdictArchive.READERS::contains);
    }
}
