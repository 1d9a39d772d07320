package org.conjoint.exchange.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conjoint.exchange.format.Incoming;
import org.conjoint.meaning.JointGrade;
import org.conjoint.testing.Samples;
import org.junit.jupiter.api.Test;

/** The mappings under docs, over the data sets for which they were written. */
class TriedMappingsTest {

    @Test
    void tuxpaint_makes_a_post_per_stamp_and_language_with_its_spoken_caption() throws IOException {
        var folder = Samples.folder("post-tuxpaint");
        var posts = posts(read("tuxpaint.yaml", folder));
        assertThat(posts).hasSize(37_895);
        assertThat(posts).extracting(Incoming.NewPost::id).doesNotHaveDuplicates();
        assertThat(distinct(posts.stream().map(Incoming.NewPost::language))).isEqualTo(78);
        assertThat(distinct(posts.stream().map(Incoming.NewPost::image))).isEqualTo(160);
        assertThat(posts.stream().filter(post -> post.audio() != null)).hasSize(635);
        assertThat(distinct(posts.stream().map(post -> post.place().line()))).isEqualTo(579);
        assertThat(posts.stream().filter(post -> post.image() != null)).hasSize(10_606);
        assertThat(posts)
                .flatExtracting(post -> Stream.of(post.image(), post.audio())
                        .filter(Objects::nonNull)
                        .toList())
                .allMatch(path -> Files.exists(folder.resolve(path.toString())));
    }

    @Test
    void nlvr_makes_a_post_and_five_verdicts_per_item() throws IOException {
        var all = read("nlvr.yaml", Samples.folder("nlvr-image-caption-verdicts"));
        assertThat(posts(all)).hasSize(989);
        var verdicts = all.stream()
                .filter(Incoming.NewVerdict.class::isInstance)
                .map(Incoming.NewVerdict.class::cast)
                .toList();
        assertThat(all).hasSize(989 + 4945);
        assertThat(verdicts.stream().collect(Collectors.groupingBy(v -> v.form().joint(), Collectors.counting())))
                .containsEntry(JointGrade.NONE, 2685L)
                .containsEntry(JointGrade.VIOLATING, 2197L)
                .containsEntry(JointGrade.CANNOT_TELL, 63L);
        assertThat(distinct(verdicts.stream().map(Incoming.NewVerdict::rater))).isEqualTo(10);
        assertThat(verdicts).extracting(Incoming.NewVerdict::answer).containsOnly("true", "false", "nonsense");
        assertThat(verdicts.getFirst().id())
                .isEqualTo(
                        verdicts.getFirst().post() + "/" + verdicts.getFirst().rater());
    }

    private static List<Incoming> read(String name, Path folder) throws IOException {
        var file = Path.of("docs/formats/mappings", name);
        var all = new ArrayList<Incoming>();
        try (var reader = Mapping.parse(name, Files.readString(file)).open(folder)) {
            for (var next = reader.next(); next != null; next = reader.next()) {
                all.add(next);
            }
        }
        return all;
    }

    private static List<Incoming.NewPost> posts(List<Incoming> all) {
        assertThat(all).noneMatch(Incoming.Unreadable.class::isInstance);
        return all.stream()
                .filter(Incoming.NewPost.class::isInstance)
                .map(Incoming.NewPost.class::cast)
                .toList();
    }

    private static long distinct(Stream<?> values) {
        return values.filter(Objects::nonNull).distinct().count();
    }
}
