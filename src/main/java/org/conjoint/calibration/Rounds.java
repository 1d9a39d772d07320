package org.conjoint.calibration;

import static java.util.stream.Collectors.partitioningBy;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conjoint.access.CurrentUser;
import org.conjoint.access.Role;
import org.conjoint.agreement.Agreement;
import org.conjoint.audit.AuditEvent;
import org.conjoint.audit.AuditTrail;
import org.conjoint.content.PostId;
import org.conjoint.content.Posts;
import org.conjoint.moderation.PanelAnswer;
import org.conjoint.moderation.Trials;
import org.conjoint.policy.Clause;
import org.conjoint.policy.ClauseSeverity;
import org.conjoint.policy.Policies;
import org.conjoint.policy.PolicyState;
import org.conjoint.policy.PolicyVersion;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.work.Protocol;
import org.conjoint.work.QueueData;
import org.conjoint.work.QueueId;
import org.conjoint.work.Queues;
import org.conjoint.work.Subject;
import org.conjoint.work.SubjectKind;
import org.conjoint.work.TaskKind;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has a panel try a version out: it judges a sample of posts under that version and, by other raters, under the one in
 * force, and posts with a known answer under the version tried out. None of it counts for the posts.
 *
 * @see <a href="file:../../../../../../docs/decisions/0017-trying-versions-out.md">Trying versions out</a>
 */
@Service
@Transactional
@PreAuthorize(Rounds.MAY_TRY)
public class Rounds {

    /** Who tries versions out. */
    public static final String MAY_TRY = "hasAnyRole('POLICY_AUTHOR','QUALITY_LEAD')";

    private static final Set<PolicyState> TRIED_OUT = EnumSet.of(PolicyState.CALIBRATING, PolicyState.APPROVED);
    private static final int LEASE_MINUTES = 30;
    private static final int PRIORITY = 5;

    private final RoundRows rows;
    private final Draw draw;
    private final Trials trials;
    private final Policies policies;
    private final Queues queues;
    private final Posts posts;
    private final CurrentUser user;
    private final AuditTrail audit;
    private final Clock clock;

    Rounds(
            RoundRows rows,
            Draw draw,
            Trials trials,
            Policies policies,
            Queues queues,
            Posts posts,
            CurrentUser user,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.draw = draw;
        this.trials = trials;
        this.policies = policies;
        this.queues = queues;
        this.posts = posts;
        this.user = user;
        this.audit = audit;
        this.clock = clock;
    }

    /** The rounds of a version, the latest first. */
    @Transactional(readOnly = true)
    public List<Round> of(PolicyVersionId version) {
        return rows.of(version);
    }

    /** Draws the posts and opens the queues, for a version that is calibrating, or approved and not scheduled yet. */
    public RoundOutcome open(RoundPlan plan) {
        var version = policies.version(plan.version(), plan.locale()).orElseThrow();
        if (!TRIED_OUT.contains(version.state())) {
            return new RoundOutcome.Refused(
                    "Version %s is %s; a panel tries out what is calibrating, or approved and not scheduled yet."
                            .formatted(version.number(), version.state().code().replace('_', ' ')));
        }
        if (rows.of(plan.version()).stream().anyMatch(Round::isOpen)) {
            return new RoundOutcome.Refused(
                    "A panel is trying out version %s already; close it, or break it off.".formatted(version.number()));
        }
        var against = policies.inForce(version.slug(), version.jurisdiction(), now(), plan.locale());
        var drawn = draw.posts(plan, against.orElse(null));
        var judged = drawn.stream().filter(post -> post.drawn() != Drawn.KNOWN).count();
        if (judged < RoundPlan.LEAST_POSTS) {
            return new RoundOutcome.Refused("Only %d posts were judged %s in this language, and a panel needs %d."
                    .formatted(
                            judged,
                            against.map(before -> "under version " + before.number())
                                    .orElse("at all"),
                            RoundPlan.LEAST_POSTS));
        }
        return new RoundOutcome.Done(opened(plan, version, against.orElse(null), drawn));
    }

    private RoundId opened(
            RoundPlan plan, PolicyVersion version, @Nullable PolicyVersion against, List<RoundPost> drawn) {
        var number = rows.next(plan.version());
        var id = rows.insert(plan, against == null ? null : against.id(), version.slug(), user.id(), now());
        rows.posts(id, drawn);
        var sample = drawn.stream().collect(partitioningBy(post -> post.drawn() != Drawn.KNOWN));
        var underNew = queues.openTrial(queue(plan, id, number, version, version), subjects(drawn));
        var underOld = against == null
                ? null
                : queues.openTrial(
                        queue(plan, id, number, version, against), subjects(Objects.requireNonNull(sample.get(true))));
        rows.queues(id, underNew, underOld);
        record(id, "panel.opened", version, drawn.size());
        return id;
    }

    private static QueueData queue(
            RoundPlan plan, RoundId round, int number, PolicyVersion version, PolicyVersion under) {
        var name = "Trying out %s %s · panel %d · under %s"
                .formatted(version.slug(), version.number(), number, under.number());
        return new QueueData(
                        name,
                        TaskKind.VERDICT,
                        version.slug(),
                        version.jurisdiction(),
                        plan.locale(),
                        Protocol.STAGED,
                        plan.raters(),
                        Role.RATER,
                        LEASE_MINUTES,
                        PRIORITY)
                .trying(new QueueData.Trial(under.id(), round.value(), null));
    }

    private List<Subject> subjects(List<RoundPost> drawn) {
        var found = posts.find(drawn.stream().map(RoundPost::post).toList());
        return found.values().stream()
                .map(post -> new Subject(SubjectKind.POST, post.id().value(), post.revision()))
                .toList();
    }

    /** Ends a round and writes its figures; the gate reads those of the latest one that was closed. */
    public RoundOutcome close(RoundId id) {
        var report = report(id).orElseThrow();
        var items = report.figures().joint().items();
        if (items < RoundPlan.LEAST_POSTS) {
            return new RoundOutcome.Refused(
                    "%d posts have two answers or more under the text tried out, and %d are needed; let the panel go on."
                            .formatted(items, RoundPlan.LEAST_POSTS));
        }
        if (!rows.end(id, false, user.id(), now())) {
            return ended();
        }
        rows.write(id, report.posts());
        rows.write(id, Measure.JOINT, report.figures().joint());
        if (report.figures().severe() != null) {
            rows.write(id, Measure.SEVERE, report.figures().severe());
        }
        if (report.figures().old() != null) {
            rows.write(id, Measure.OLD, report.figures().old());
        }
        queues(report.round()).forEach(queues::closeTrial);
        var version = policies.version(report.round().version(), report.round().locale());
        record(id, "panel.closed", version.orElseThrow(), items);
        return new RoundOutcome.Done(id);
    }

    /** Breaks a round off; it never had figures. */
    public RoundOutcome withdraw(RoundId id) {
        var round = rows.find(id).orElseThrow();
        if (!rows.end(id, true, user.id(), now())) {
            return ended();
        }
        queues(round).forEach(queues::closeTrial);
        var version = policies.version(round.version(), round.locale());
        record(id, "panel.withdrawn", version.orElseThrow(), 0);
        return new RoundOutcome.Done(id);
    }

    private static RoundOutcome ended() {
        return new RoundOutcome.Refused("This panel has ended already; look at it again.");
    }

    /** What a round has come to. */
    @Transactional(readOnly = true)
    public Optional<RoundReport> report(RoundId id) {
        return rows.find(id).map(this::report);
    }

    /** The latest round of a version that was closed. */
    @Transactional(readOnly = true)
    public Optional<RoundReport> lastClosed(PolicyVersionId version) {
        return rows.of(version).stream()
                .filter(round -> round.closedAt() != null)
                .findFirst()
                .map(this::report);
    }

    private RoundReport report(Round round) {
        var given = queues.some(queues(round));
        var answered =
                given.stream().mapToLong(queue -> queue.counts().answered()).sum();
        var wanted = given.stream().mapToLong(queue -> queue.counts().wanted()).sum();
        var kept = rows.posts(round.id());
        if (round.closedAt() != null) {
            var figures = rows.agreements(round.id());
            return new RoundReport(
                    round,
                    kept,
                    RoundFigures.of(
                            kept,
                            figures.getOrDefault(Measure.JOINT, new Agreement.NoPairs()),
                            figures.get(Measure.SEVERE),
                            figures.get(Measure.OLD)),
                    answered,
                    wanted);
        }
        return live(round, kept, answered, wanted);
    }

    private RoundReport live(Round round, List<RoundPost> kept, long answered, long wanted) {
        var seed = rows.seed(round.id());
        var under = trials.answers(queues(round)).stream()
                .collect(partitioningBy(answer -> answer.queue().equals(round.newText())));
        var after = new PanelTally(answers(under.get(true)), seed);
        var before = new PanelTally(answers(under.get(false)), seed);
        var graded = kept.stream()
                .map(post -> new RoundPost(
                        post.post(),
                        post.drawn(),
                        post.expected(),
                        before.grade(post.post()),
                        after.grade(post.post())))
                .toList();
        var sample = graded.stream()
                .filter(post -> post.drawn() != Drawn.KNOWN)
                .map(RoundPost::post)
                .toList();
        var figures = RoundFigures.of(
                graded,
                after.joint(sample),
                severe(round, after, sample),
                round.oldText() == null ? null : before.joint(sample));
        return new RoundReport(round, graded, figures, answered, wanted);
    }

    private static List<PanelAnswer> answers(@Nullable List<PanelAnswer> some) {
        return some == null ? List.of() : some;
    }

    private @Nullable Agreement severe(Round round, PanelTally tally, List<PostId> sample) {
        var severe = policies.version(round.version(), round.locale()).orElseThrow().clauses().stream()
                .filter(clause -> clause.severity() == ClauseSeverity.SEVERE)
                .map(Clause::clauseId)
                .collect(Collectors.toSet());
        return severe.isEmpty() ? null : tally.violating(sample, severe);
    }

    private static List<QueueId> queues(Round round) {
        return Stream.of(Optional.of(round.newText()), Optional.ofNullable(round.oldText()))
                .flatMap(Optional::stream)
                .toList();
    }

    private void record(RoundId id, String action, PolicyVersion version, int posts) {
        var details = new TreeMap<String, String>();
        details.put("policy", version.slug());
        details.put("version", version.number());
        details.put("posts", Integer.toString(posts));
        audit.record(new AuditEvent(user.actor(), action, "panel:" + id.value(), details));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
