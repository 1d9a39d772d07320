package org.conjoint.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.conjoint.access.Accounts;
import org.conjoint.access.Role;
import org.conjoint.meaning.JointGrade;
import org.conjoint.meaning.Part;
import org.conjoint.media.MediaId;
import org.conjoint.shared.UserId;
import org.conjoint.testing.People;
import org.conjoint.testing.PersistenceTest;
import org.conjoint.testing.PostNumbers;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@PersistenceTest
class TwinsPersistenceTest {

    @Autowired
    Accounts accounts;

    @Autowired
    Posts posts;

    @Autowired
    Twins twins;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DSLContext db;

    private final String name = "twins-" + UUID.randomUUID();
    private UserId reviewer;
    private Post original;

    @BeforeEach
    void original() {
        PostNumbers.farOff(db);
        reviewer = People.person(accounts, Role.REVIEWER);
        original = put(PostData.of(name).withCaption("see you at 8"));
    }

    @Test
    void a_twin_is_a_post_of_its_own_that_knows_its_original() {
        var free = accounts.runAs(reviewer, () -> twins.freeName(original));
        assertThat(free).isEqualTo(name + "-twin-1");
        var made = made(original, "see you never", free);
        var found = accounts.runAs(reviewer, () -> twins.find(made.post())).orElseThrow();
        assertThat(found.of()).isEqualTo(original.id());
        assertThat(found.family()).isEqualTo(original.id());
        assertThat(found.changedPart()).isEqualTo(Part.CAPTION);
        assertThat(found.expectedJoint()).isEqualTo(JointGrade.NONE);
        assertThat(accounts.runAs(reviewer, () -> twins.of(original.id(), 5))).containsExactly(found);
        assertThat(post(made).data().caption()).isEqualTo("see you never");
        assertThat(accounts.runAs(reviewer, () -> twins.freeName(original))).isEqualTo(name + "-twin-2");
    }

    @Test
    void a_twin_of_a_twin_keeps_its_source_and_belongs_to_the_first_post() {
        var first = made(original, "b", name + "-b");
        var second = made(post(first), "c", name + "-c");
        var found = accounts.runAs(reviewer, () -> twins.find(second.post())).orElseThrow();
        assertThat(found.of()).isEqualTo(first.post());
        assertThat(found.family()).isEqualTo(original.id());
        var all = List.of(
                original.id(),
                first.post(),
                second.post(),
                put(PostData.of(name + "-alone")).id());
        assertThat(accounts.runAs(reviewer, () -> twins.families(all)))
                .containsOnlyKeys(original.id(), first.post(), second.post())
                .allSatisfy((_, family) -> assertThat(family).isEqualTo(new Family(original.id(), name)));
    }

    @Test
    void what_is_no_twin_is_refused_and_nothing_is_written() {
        var picture = new MediaId("a".repeat(64));
        var before = accounts.runAsSystem(posts::count);
        assertThat(refused("see you at 8", null, Part.CAPTION, "x")).isEqualTo(new TwinRefusal.Same());
        assertThat(refused("see you at 8", picture, Part.CAPTION, "x")).isInstanceOf(TwinRefusal.OtherParts.class);
        assertThat(refused("see you at 8", picture, Part.IMAGE, "x"))
                .isEqualTo(new TwinRefusal.WrongMedium(Part.IMAGE));
        assertThat(refused("b", null, Part.CAPTION, "")).isEqualTo(new TwinRefusal.NameTaken(name));
        assertThat(accounts.runAsSystem(posts::count)).isEqualTo(before);
    }

    @Test
    void a_post_with_twins_does_not_become_one_and_a_twin_stays_what_it_was_declared() {
        var twin = made(original, "b", name + "-b");
        var other = put(PostData.of(name + "-other").withCaption("x"));
        var same = new TwinDeclaration(twin.post(), original.id(), Part.CAPTION, JointGrade.NONE);
        assertThat(accounts.runAsSystem(() -> twins.refusal(same, "b"))).isEmpty();
        var changed = new TwinDeclaration(twin.post(), other.id(), Part.CAPTION, JointGrade.NONE);
        assertThat(accounts.runAsSystem(() -> twins.refusal(changed, "b"))).contains(new TwinRefusal.TwinAlready("b"));
        var upward = new TwinDeclaration(original.id(), other.id(), Part.CAPTION, JointGrade.NONE);
        assertThatThrownBy(() -> accounts.runAsSystem(() -> transaction.execute(_ -> {
                    twins.declare(List.of(upward));
                    return true;
                })))
                .hasMessageContaining("has twins of its own");
    }

    private TwinRefusal refused(String caption, MediaId image, Part part, String suffix) {
        var data = PostData.of(name + suffix).withCaption(caption).withMedia(image, null, null);
        var draft = new TwinDraft(original.id(), data, part, JointGrade.NONE);
        return ((TwinOutcome.Refused) accounts.runAs(reviewer, () -> twins.make(draft))).why();
    }

    private TwinOutcome.Made made(Post of, String caption, String id) {
        var draft = new TwinDraft(of.id(), PostData.of(id).withCaption(caption), Part.CAPTION, JointGrade.NONE);
        return (TwinOutcome.Made) accounts.runAs(reviewer, () -> twins.make(draft));
    }

    private Post post(TwinOutcome.Made made) {
        return accounts.runAs(reviewer, () -> posts.find(made.post())).orElseThrow();
    }

    private Post put(PostData data) {
        return accounts.runAsSystem(() -> posts.find(posts.put(data).id())).orElseThrow();
    }
}
