package org.conjoint.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.conjoint.access.Accounts;
import org.conjoint.access.Role;
import org.conjoint.agreement.Agreement;
import org.conjoint.content.Post;
import org.conjoint.content.PostId;
import org.conjoint.meaning.JointGrade;
import org.conjoint.moderation.VerdictArchive;
import org.conjoint.moderation.VerdictForm;
import org.conjoint.policy.Lifecycle;
import org.conjoint.policy.MoveOutcome;
import org.conjoint.policy.MoveRefusal;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.policy.Scheduling;
import org.conjoint.policy.TestPolicy;
import org.conjoint.shared.UserId;
import org.conjoint.testing.Forms;
import org.conjoint.testing.Panels;
import org.conjoint.testing.People;
import org.conjoint.testing.PersistenceTest;
import org.conjoint.testing.PostNumbers;
import org.conjoint.work.Queues;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;

/** A panel tries a version out, and the gate on agreement reads what it found. */
@PersistenceTest
class RoundsPersistenceTest {

    private static final int SAMPLE = RoundPlan.LEAST_POSTS;

    @Autowired
    ApplicationContext context;

    @Autowired
    Accounts accounts;

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    Scheduling scheduling;

    @Autowired
    Rounds rounds;

    @Autowired
    Queues queues;

    @Autowired
    VerdictArchive archive;

    @Autowired
    DSLContext db;

    private TestPolicy policy;
    private Panels panels;
    private PolicyVersionId version;
    private UserId lead;

    @BeforeEach
    void calibrating() {
        PostNumbers.farOff(db);
        policy = new TestPolicy(context);
        panels = new Panels(context);
        lead = People.person(accounts, Role.QUALITY_LEAD);
        version = calibrating(policy.later());
    }

    @Test
    void a_sample_is_two_thirds_near_the_line_and_the_same_for_the_same_seed() {
        var near = judged(30, JointGrade.BORDERLINE);
        judged(5, JointGrade.VIOLATING);
        panels.judged(policy.slug(), 25, _ -> Forms.benign());
        var round = panels.opened(version);
        var posts = panels.report(round.id()).posts();
        assertThat(posts).hasSize(SAMPLE);
        assertThat(drawn(posts, Drawn.NEAR)).hasSize(14).isSubsetOf(near);
        assertThat(drawn(posts, Drawn.OTHER)).hasSize(6).doesNotContainAnyElementsOf(near);
        as(() -> rounds.withdraw(round.id()));
        assertThat(panels.report(panels.opened(version).id()).posts()).isEqualTo(posts);
    }

    @Test
    void too_few_judged_posts_open_no_panel() {
        judged(SAMPLE - 1, JointGrade.BORDERLINE);
        assertThat(panels.open(version))
                .isInstanceOfSatisfying(
                        RoundOutcome.Refused.class,
                        refused -> assertThat(refused.words())
                                .isEqualTo(
                                        "Only 19 posts were judged under version 1.0.0 in this language, and a panel needs 20."));
    }

    @Test
    void one_panel_at_a_time_tries_a_version_out() {
        judged(SAMPLE, JointGrade.BORDERLINE);
        panels.opened(version);
        assertThat(panels.open(version)).isInstanceOf(RoundOutcome.Refused.class);
        assertThat(panels.open(policy.first())).isInstanceOf(RoundOutcome.Refused.class);
    }

    @Test
    void grades_under_both_texts_stand_side_by_side_with_flips_and_agreement() {
        var posts = new TreeSet<Long>();
        judged(SAMPLE, JointGrade.BORDERLINE).forEach(post -> posts.add(post.value()));
        var graver = posts.stream().limit(5).collect(Collectors.toSet());
        var milder = posts.descendingSet().stream().limit(3).collect(Collectors.toSet());
        var round = panels.opened(version);
        panels.judge(round.oldText(), 2, _ -> form(JointGrade.BORDERLINE));
        Function<Post, VerdictForm> moved = post -> form(
                graver.contains(post.id().value())
                        ? JointGrade.VIOLATING
                        : milder.contains(post.id().value()) ? JointGrade.NONE : JointGrade.BORDERLINE);
        panels.judge(round.newText(), 2, moved);
        var live = panels.report(round.id());
        assertThat(live.answered()).isEqualTo(live.wanted()).isEqualTo(80);
        assertThat(live.figures())
                .isEqualTo(new RoundFigures(
                        SAMPLE,
                        5,
                        3,
                        12,
                        0,
                        0,
                        new Agreement.Measured(SAMPLE, 1, 1, 1),
                        live.figures().severe(),
                        new Agreement.AllTheSame(SAMPLE)));
        assertThat(panels.close(round)).isEqualTo(new RoundOutcome.Done(round.id()));
        var closed = panels.report(round.id());
        assertThat(closed.figures()).isEqualTo(live.figures());
        assertThat(closed.posts()).isEqualTo(live.posts());
        assertThat(panels.close(round)).isInstanceOf(RoundOutcome.Refused.class);
        assertThat(as(() -> archive.byPosts(
                        closed.posts().stream().map(RoundPost::post).toList())))
                .hasSize(SAMPLE);
        assertThat(as(queues::forCurrentUser)).noneMatch(queue -> queue.id().equals(round.newText()));
    }

    @Test
    void a_panel_that_has_answered_too_little_is_not_closed() {
        judged(SAMPLE, JointGrade.BORDERLINE);
        var round = panels.opened(version);
        panels.judge(round.newText(), 1, Panels.alternating(policy.clause("2.1")));
        assertThat(panels.close(round))
                .isInstanceOfSatisfying(
                        RoundOutcome.Refused.class,
                        refused -> assertThat(refused.words()).startsWith("0 posts have two answers"));
    }

    @Test
    void a_version_that_no_panel_tried_out_is_not_scheduled() {
        approve();
        refusedBecause("No panel has tried this version out");
    }

    @Test
    void a_version_on_which_a_panel_differs_is_not_scheduled_and_the_refusal_says_how_far() {
        judged(SAMPLE, JointGrade.BORDERLINE);
        approve();
        var round = panels.opened(version);
        panels.judge(round.newText(), 1, Panels.alternating(policy.clause("2.1")));
        panels.judge(
                round.newText(), 1, post -> form(post.id().value() % 4 == 1 ? JointGrade.VIOLATING : JointGrade.NONE));
        panels.close(round);
        refusedBecause("α = 0.4")
                .contains("over 20 posts; the policy asks for 0.67")
                .contains("joint grade");
    }

    @Test
    void a_severe_clause_asks_for_more() {
        var severe = policy.clause("3.1");
        judged(40, JointGrade.BORDERLINE);
        approve();
        var round = opened(40);
        panels.judge(round.newText(), 1, post -> graded(post, 10, severe));
        panels.judge(round.newText(), 1, post -> graded(post, 7, severe));
        panels.close(round);
        refusedBecause("whether a severe clause is violated")
                .contains("the policy asks for 0.80")
                .doesNotContain("on the joint");
    }

    @Test
    void a_version_on_which_a_panel_agrees_is_scheduled() {
        approve();
        panels.pass(version, policy.slug(), policy.clause("2.1"));
        assertThat(schedule()).isInstanceOf(MoveOutcome.Moved.class);
    }

    @Test
    void the_latest_panel_counts() {
        approve();
        panels.pass(version, policy.slug(), policy.clause("2.1"));
        var again = panels.opened(version);
        panels.judge(again.newText(), 1, _ -> Forms.benign());
        panels.judge(again.newText(), 1, Panels.alternating(policy.clause("2.1")));
        panels.close(again);
        assertThat(schedule()).isInstanceOf(MoveOutcome.Refused.class);
    }

    @Test
    void answers_that_are_all_the_same_open_the_gate() {
        judged(SAMPLE, JointGrade.BORDERLINE);
        approve();
        var round = panels.opened(version);
        panels.judge(round.newText(), 2, _ -> Forms.benign());
        panels.close(round);
        assertThat(panels.report(round.id()).figures().joint()).isEqualTo(new Agreement.AllTheSame(SAMPLE));
        assertThat(schedule()).isInstanceOf(MoveOutcome.Moved.class);
    }

    @Test
    void a_version_that_changes_words_alone_passes_without_a_panel() {
        var files = policy.laterFiles("1.0.1");
        files.replaceAll((_, bytes) -> new String(bytes, java.nio.charset.StandardCharsets.UTF_8)
                .replace("kind: clarify", "kind: editorial")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        version = calibrating(policy.taken(files));
        approve();
        assertThat(schedule()).isInstanceOf(MoveOutcome.Moved.class);
    }

    @Test
    void raters_open_no_panel() {
        var rater = People.person(accounts, Role.RATER);
        assertThatThrownBy(() -> accounts.runAs(rater, () -> rounds.of(version)))
                .isInstanceOf(AccessDeniedException.class);
    }

    private VerdictForm graded(Post post, int violating, String severe) {
        var place = post.id().value() % 40;
        if (place < violating) {
            return Forms.together(JointGrade.VIOLATING, severe);
        }
        return place < 20 ? form(JointGrade.BORDERLINE) : Forms.benign();
    }

    private Round opened(int posts) {
        var outcome = as(() -> rounds.open(new RoundPlan(version, "en", posts, 2, 7)));
        return panels.report(((RoundOutcome.Done) outcome).round()).round();
    }

    private org.assertj.core.api.AbstractStringAssert<?> refusedBecause(String words) {
        var outcome = schedule();
        assertThat(outcome).isInstanceOf(MoveOutcome.Refused.class);
        var refused = (MoveOutcome.Refused) outcome;
        assertThat(refused.why()).isEqualTo(MoveRefusal.GATE_SHUT);
        return assertThat(refused.words()).contains(words);
    }

    private MoveOutcome schedule() {
        var from = Instant.now().plus(Duration.ofDays(1));
        return as(() -> scheduling.schedule(
                version, from, from, scheduling.plan(version).mark()));
    }

    private PolicyVersionId calibrating(PolicyVersionId id) {
        as(() -> lifecycle.review(id));
        as(() -> lifecycle.confirmKind(id, policy.clause("2.2")));
        as(() -> lifecycle.calibrate(id));
        return id;
    }

    private void approve() {
        assertThat(as(() -> lifecycle.approve(version, null))).isInstanceOf(MoveOutcome.Moved.class);
    }

    private List<PostId> judged(int count, JointGrade joint) {
        return panels.judged(policy.slug(), count, _ -> form(joint));
    }

    private VerdictForm form(JointGrade joint) {
        return joint == JointGrade.NONE ? Forms.benign() : Forms.together(joint, policy.clause("2.1"));
    }

    private static List<PostId> drawn(List<RoundPost> posts, Drawn drawn) {
        return posts.stream()
                .filter(post -> post.drawn() == drawn)
                .map(RoundPost::post)
                .toList();
    }

    private <T> T as(Supplier<T> work) {
        return accounts.runAs(lead, work);
    }
}
