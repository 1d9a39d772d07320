package org.conjoint.policy;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.conjoint.access.CurrentUser;
import org.conjoint.audit.AuditEvent;
import org.conjoint.audit.AuditTrail;
import org.conjoint.policy.files.ChangesAgree;
import org.conjoint.policy.files.FileProblem;
import org.conjoint.policy.files.PolicyFiles;
import org.conjoint.policy.files.PolicyFolder;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes files a version that is in review; from then on what it says is fixed. */
@Service
@Transactional
@PreAuthorize(Lifecycle.MAY_MOVE)
public class Proposals {

    private final IntakeRows rows;
    private final PolicyRows policies;
    private final MoveRows moves;
    private final CurrentUser user;
    private final AuditTrail audit;
    private final Clock clock;

    Proposals(IntakeRows rows, PolicyRows policies, MoveRows moves, CurrentUser user, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.policies = policies;
        this.moves = moves;
        this.user = user;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes files as a version whose author is the current user.
     *
     * @param slug the policy, which need not be known yet
     * @param files the bytes of the files by name
     * @param basedOn the version that they grew out of; null for the first of a policy
     */
    public Proposal propose(String slug, Map<String, byte[]> files, @Nullable PolicyVersionId basedOn) {
        return switch (PolicyFiles.read(slug, files)) {
            case PolicyFiles.Result.Refused(var problems) -> new Proposal.Refused(problems);
            case PolicyFiles.Result.Read(var folder) -> {
                var silent = basedOn == null
                        ? List.<FileProblem>of()
                        : ChangesAgree.problems(Readings.folder(slug, policies.documents(basedOn)), folder);
                yield silent.isEmpty() ? propose(folder) : new Proposal.Refused(silent);
            }
        };
    }

    private Proposal propose(PolicyFolder folder) {
        var description = folder.description();
        if (rows.known(folder).isPresent()) {
            return new Proposal.NumberTaken(description.version());
        }
        var owner = rows.prefixTakenBy(folder);
        if (owner.isPresent()) {
            return new Proposal.PrefixTaken(description.prefix(), owner.get());
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var id = rows.insert(folder, new IntakeRows.Decision(PolicyState.IN_REVIEW, user.actor(), null, now));
        moves.note(id, PolicyState.IN_REVIEW, user.actor(), null, now);
        audit.record(new AuditEvent(
                user.actor(),
                "policy.in-review",
                "policy-version:" + id.value(),
                new TreeMap<>(Map.of(
                        "policy", description.slug(),
                        "version", description.version(),
                        "jurisdiction", description.jurisdiction(),
                        "hash", folder.contentHash()))));
        return new Proposal.Taken(id);
    }
}
