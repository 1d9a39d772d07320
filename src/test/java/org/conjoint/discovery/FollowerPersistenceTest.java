package org.conjoint.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.conjoint.access.Accounts;
import org.conjoint.access.Role;
import org.conjoint.content.PostData;
import org.conjoint.content.PostId;
import org.conjoint.content.Posts;
import org.conjoint.meaning.JointGrade;
import org.conjoint.moderation.ImportOutcome;
import org.conjoint.moderation.ImportedVerdict;
import org.conjoint.moderation.VerdictArchive;
import org.conjoint.policy.Policies;
import org.conjoint.search.SearchRequest.Order;
import org.conjoint.testing.Forms;
import org.conjoint.testing.People;
import org.conjoint.testing.PersistenceTest;
import org.conjoint.testing.Tryout;
import org.conjoint.work.QueueData;
import org.conjoint.work.Queues;
import org.conjoint.work.Subject;
import org.conjoint.work.SubjectKind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

@PersistenceTest
class FollowerPersistenceTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    ApplicationContext context;

    @Autowired
    Posts posts;

    @Autowired
    VerdictArchive verdicts;

    @Autowired
    Policies policies;

    @Autowired
    Queues queues;

    @Autowired
    Accounts accounts;

    @Autowired
    PostSearch search;

    @Autowired
    Reindex reindex;

    @Autowired
    Follower follower;

    @Autowired
    Publications publications;

    @Autowired
    TransactionTemplate transaction;

    final String word = "w" + UUID.randomUUID().toString().replace("-", "");

    @Test
    void a_post_is_found_by_its_words() {
        ready();
        var post = post("a " + word + " caption");
        assertThat(follower.awaitCaughtUp(SOON)).isTrue();
        assertThat(found(word)).extracting(FoundPost::id).containsExactly(post);
        assertThat(found("is:unjudged " + word)).hasSize(1);
    }

    @Test
    void a_verdict_is_found_by_what_it_says_and_its_correction_replaces_it() {
        ready();
        var post = post("caption");
        judge(post, "first", JointGrade.VIOLATING, word + " stinks");
        assertThat(follower.awaitCaughtUp(SOON)).isTrue();
        var first = found("together:violating composition:emergent clause:HAR-2.1 " + word);
        assertThat(first).hasSize(1);
        assertThat(first.getFirst().verdict()).isNotNull();
        assertThat(first.getFirst().verdict().reading().marks()).hasSize(1);
        judge(post, "first", JointGrade.BORDERLINE, word + " smells");
        assertThat(follower.awaitCaughtUp(SOON)).isTrue();
        assertThat(found("together:violating " + word)).isEmpty();
        assertThat(found("together:borderline " + word)).hasSize(1);
    }

    @Test
    void a_post_is_found_by_the_queue_it_was_put_into() {
        ready();
        var post = post(word);
        var name = "Wave " + word;
        as(() -> {
            var queue = queues.create(QueueData.verdicts(name, "harassment", "en", 1));
            return queues.add(queue, List.of(new Subject(SubjectKind.POST, post.value(), 1)));
        });
        assertThat(follower.awaitCaughtUp(SOON)).isTrue();
        assertThat(found("queue:\"" + name + "\"")).extracting(FoundPost::id).containsExactly(post);
    }

    @Test
    void what_is_judged_to_try_a_version_out_is_not_found_and_nor_is_its_queue() {
        ready();
        var tryout = new Tryout(context);
        var post = tryout.captions(1, word);
        var version = as(() -> policies.inForce("harassment", Instant.now(), "en")
                .orElseThrow()
                .id());
        var data = Tryout.data("harassment", version, null, null);
        var queue = tryout.open(data, post);
        tryout.judge(People.person(accounts, Role.RATER), queue, _ -> Forms.violating());
        judge(tryout.captions(1, word).getFirst(), "real", JointGrade.VIOLATING, word + " stinks");
        assertThat(follower.awaitCaughtUp(SOON)).isTrue();
        assertThat(found("is:unjudged " + word)).extracting(FoundPost::id).containsExactlyElementsOf(post);
        assertThat(found("together:violating " + word)).hasSize(1);
        assertThat(found("queue:\"" + data.name() + "\"")).isEmpty();
    }

    @Test
    void a_transaction_that_is_rolled_back_leaves_nothing() {
        ready();
        transaction.executeWithoutResult(status -> {
            post(word);
            status.setRollbackOnly();
        });
        assertThat(follower.awaitCaughtUp(SOON)).isTrue();
        assertThat(found(word)).isEmpty();
    }

    @Test
    void publications_are_completed_once_the_index_is_durable() throws InterruptedException {
        ready();
        post(word);
        var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!publications.left().isEmpty() && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        assertThat(publications.left()).isEmpty();
    }

    @Test
    void search_goes_on_while_the_index_is_built_again_and_nothing_is_missing_afterwards() {
        ready();
        var before = post("before " + word);
        assertThat(follower.awaitCaughtUp(SOON)).isTrue();
        var state = follower.state();
        as(() -> reindex.run(progress -> {}));
        var after = post("after " + word);
        assertThat(follower.awaitCaughtUp(SOON)).isTrue();
        assertThat(found(word)).extracting(FoundPost::id).containsExactlyInAnyOrder(before, after);
        assertThat(follower.state().whole()).isTrue();
        assertThat(follower.state().posts()).isGreaterThan(state.posts());
    }

    @Test
    void a_query_with_a_mistake_is_refused_with_its_place() {
        var refused = as(() -> search.find("together:violatin", Order.BEST, 5));
        assertThat(refused)
                .isInstanceOfSatisfying(
                        FoundPosts.Refused.class,
                        problems -> assertThat(problems.problems().getFirst().instead())
                                .isEqualTo("violating"));
    }

    @Test
    void nobody_searches_without_signing_in() {
        assertThatThrownBy(() -> search.find("x", Order.BEST, 5)).isInstanceOf(RuntimeException.class);
    }

    /** The first start of the application may still be building the index. */
    private void ready() {
        assertThat(follower.awaitCaughtUp(Duration.ofSeconds(60))).isTrue();
    }

    private PostId post(String caption) {
        var data = new PostData(
                "post-" + UUID.randomUUID(), caption, null, "en", null, null, "test", null, null, null, null);
        return as(() -> posts.put(data)).id();
    }

    private void judge(PostId post, String id, JointGrade joint, String reading) {
        var outcome = as(() -> transaction.execute(status -> {
            var version = policies.inForce("harassment", Instant.now(), "en").orElseThrow();
            var form = Forms.benign().toBuilder()
                    .joint(joint)
                    .jointClauses(Set.of(Forms.CLAUSE))
                    .principal(Forms.CLAUSE)
                    .reading(reading)
                    .build();
            var rater = accounts.importedRater("test", "ana");
            return verdicts.recordImported(new ImportedVerdict(
                    word + id, post, 1, rater, version.id(), "en", form, Instant.parse("2026-03-01T12:00:00Z")));
        }));
        assertThat(outcome).isNotInstanceOf(ImportOutcome.Refused.class);
    }

    private List<FoundPost> found(String query) {
        return switch (as(() -> search.find(query, Order.BEST, 10))) {
            case FoundPosts.Page page -> page.someWords() ? List.of() : page.posts();
            case FoundPosts.Refused refused -> throw new AssertionError(refused.problems());
        };
    }

    private <T> T as(Supplier<T> work) {
        return accounts.runAsSystem(work);
    }
}
