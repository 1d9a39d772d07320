package org.conjoint.testing;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.conjoint.access.Accounts;
import org.conjoint.access.Role;
import org.conjoint.calibration.Round;
import org.conjoint.calibration.RoundId;
import org.conjoint.calibration.RoundOutcome;
import org.conjoint.calibration.RoundPlan;
import org.conjoint.calibration.RoundReport;
import org.conjoint.calibration.Rounds;
import org.conjoint.content.Post;
import org.conjoint.content.PostId;
import org.conjoint.meaning.JointGrade;
import org.conjoint.moderation.VerdictForm;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.shared.UserId;
import org.conjoint.work.QueueData;
import org.conjoint.work.QueueId;
import org.springframework.context.ApplicationContext;

/** Panels that try versions out. */
public final class Panels {

    private final Accounts accounts;
    private final Rounds rounds;
    private final Tryout tryout;
    private final UserId lead;

    public Panels(ApplicationContext context) {
        accounts = context.getBean(Accounts.class);
        rounds = context.getBean(Rounds.class);
        tryout = new Tryout(context);
        lead = People.person(accounts, Role.QUALITY_LEAD);
    }

    /** Posts judged under what is in force by one rater. */
    public List<PostId> judged(String slug, int count, Function<Post, VerdictForm> form) {
        var posts = tryout.captions(count, "panel");
        judge(tryout.open(QueueData.verdicts("panel " + posts.getFirst() + slug, slug, "en", 1), posts), 1, form);
        return posts;
    }

    /** Opens a panel of two raters a post on twenty posts. */
    public RoundOutcome open(PolicyVersionId version) {
        return as(() -> rounds.open(new RoundPlan(version, "en", RoundPlan.LEAST_POSTS, 2, 7)));
    }

    /** Opens a panel that has to be opened. */
    public Round opened(PolicyVersionId version) {
        var outcome = open(version);
        if (outcome instanceof RoundOutcome.Done(var id)) {
            return report(id).round();
        }
        throw new AssertionError(outcome);
    }

    public RoundReport report(RoundId id) {
        return as(() -> rounds.report(id)).orElseThrow();
    }

    public RoundOutcome close(Round round) {
        return as(() -> rounds.close(round.id()));
    }

    /** Lets new raters judge all that a queue holds for them. */
    public void judge(QueueId queue, int raters, Function<Post, VerdictForm> form) {
        People.raters(accounts, raters).forEach(rater -> tryout.judge(rater, queue, form));
    }

    /** Has a panel agree on a version, so that the gate on agreement opens. */
    public void pass(PolicyVersionId version, String slug, String clause) {
        judged(slug, RoundPlan.LEAST_POSTS, _ -> Forms.benign());
        var round = opened(version);
        judge(round.newText(), 2, alternating(clause));
        if (!(close(round) instanceof RoundOutcome.Done)) {
            throw new AssertionError("The panel could not be closed");
        }
    }

    /** Every other post violates a clause, by its number, whoever judges. */
    public static Function<Post, VerdictForm> alternating(String clause) {
        return post -> post.id().value() % 2 == 1 ? Forms.together(JointGrade.VIOLATING, clause) : Forms.benign();
    }

    private <T> T as(Supplier<T> work) {
        return accounts.runAs(lead, work);
    }
}
