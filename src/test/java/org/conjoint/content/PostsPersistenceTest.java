package org.conjoint.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.conjoint.access.Accounts;
import org.conjoint.media.MediaId;
import org.conjoint.testing.PersistenceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;

@PersistenceTest
class PostsPersistenceTest {

    @Autowired
    Posts posts;

    @Autowired
    Accounts accounts;

    private final String source = "source-" + UUID.randomUUID();

    @Test
    void a_post_comes_back_byte_for_byte() {
        var caption = "  A man holds a 🔪 knife\r\nwhile a siren wails.\te\u0301 \u202Eabc ";
        var transcript = Transcript.read("WEBVTT\r\n\r\n00:01.000 --> 00:02.500\r\n<v Ana>No &amp; no")
                .transcript();
        var data = new PostData(
                "a",
                caption,
                "",
                "sr-Latn",
                "@ana",
                Instant.parse("2026-11-14T09:12:00.123456789Z"),
                source,
                media('a'),
                media('b'),
                null,
                transcript);
        var put = put(data);
        var found = asSystem(() -> posts.find(put.id())).orElseThrow();
        assertThat(found.data()).isEqualTo(data);
        assertThat(found.data().caption()).isEqualTo(caption);
        assertThat(found.data().transcript().cues()).containsExactly(new Cue(1000, 2500, "<v Ana>No &amp; no"));
        assertThat(found.data().transcript().words()).isEqualTo("No & no");
    }

    @Test
    void the_same_post_again_changes_nothing_and_another_text_is_a_new_revision() {
        var first = PostData.of("b").withSource(source).withCaption("one");
        var created = put(first);
        assertThat(created).isEqualTo(new PutResult.Created(created.id(), 1));
        assertThat(put(first)).isEqualTo(new PutResult.Unchanged(created.id(), 1));
        assertThat(put(first.withCaption("two"))).isEqualTo(new PutResult.Revised(created.id(), 2));
        assertThat(asSystem(() -> posts.history(created.id())))
                .extracting(post -> post.data().caption())
                .containsExactly("two", "one");
        assertThat(asSystem(() -> posts.find(created.id(), 1))
                        .orElseThrow()
                        .data()
                        .caption())
                .isEqualTo("one");
    }

    @Test
    void a_time_series_belongs_to_the_post_and_another_one_is_a_new_revision() {
        var plain = PostData.of("s").withSource(source);
        var created = put(plain);
        var with = plain.withSensors(media('d'));
        assertThat(put(with)).isEqualTo(new PutResult.Revised(created.id(), 2));
        assertThat(put(with)).isEqualTo(new PutResult.Unchanged(created.id(), 2));
        assertThat(put(with.withCaption("x").withSensors(media('e'))))
                .isEqualTo(new PutResult.Revised(created.id(), 3));
        assertThat(asSystem(() -> posts.history(created.id())))
                .extracting(post -> post.data().sensors())
                .containsExactly(media('e'), media('d'), null);
    }

    @Test
    void an_external_id_names_one_post_per_source() {
        var here = put(PostData.of("c-" + source).withSource(source));
        var there = put(PostData.of("c-" + source).withSource(source + "-2"));
        var nowhere = put(PostData.of("c-" + source));
        assertThat(asSystem(() -> posts.findByExternalIds(List.of("c-" + source))))
                .extracting(Post::id)
                .containsExactlyInAnyOrder(here.id(), there.id(), nowhere.id());
        assertThat(put(PostData.of("c-" + source))).isInstanceOf(PutResult.Unchanged.class);
    }

    @Test
    void many_posts_are_taken_in_their_order_and_paged_by_id() {
        var data = new ArrayList<PostData>();
        for (var i = 0; i < 250; i++) {
            data.add(PostData.of("p" + i).withSource(source).withCaption("caption " + i));
        }
        var results = asSystem(() -> posts.putAll(data));
        assertThat(results).hasSize(250).allMatch(PutResult.Created.class::isInstance);
        var found =
                asSystem(() -> posts.find(results.stream().map(PutResult::id).toList()));
        for (var i = 0; i < 250; i++) {
            assertThat(found.get(results.get(i).id()).data()).isEqualTo(data.get(i));
        }
        var page = asSystem(() -> posts.page(results.get(9).id(), 5));
        assertThat(page)
                .extracting(post -> post.id().value())
                .isSorted()
                .hasSize(5)
                .doesNotContain(results.get(9).id().value());
    }

    @Test
    void a_batch_that_names_a_post_twice_is_refused_whole() {
        var twice = List.of(
                PostData.of("d").withSource(source),
                PostData.of("d").withSource(source).withCaption("x"));
        assertThatThrownBy(() -> asSystem(() -> posts.putAll(twice)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("“d”");
        assertThat(asSystem(() -> posts.findByExternalIds(List.of("d"))))
                .noneMatch(post -> source.equals(post.data().source()));
    }

    @Test
    void nobody_puts_a_post_without_signing_in() {
        assertThatThrownBy(() -> posts.put(PostData.of("e").withSource(source)))
                .isInstanceOf(AuthenticationCredentialsNotFoundException.class);
    }

    private PutResult put(PostData data) {
        return asSystem(() -> posts.put(data));
    }

    private <T> T asSystem(java.util.function.Supplier<T> work) {
        return accounts.runAsSystem(work);
    }

    private static MediaId media(char digit) {
        return new MediaId(Character.toString(digit).repeat(64));
    }
}
