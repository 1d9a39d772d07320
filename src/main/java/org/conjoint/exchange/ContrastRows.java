package org.conjoint.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.conjoint.content.Post;
import org.conjoint.content.PostId;
import org.conjoint.content.Posts;
import org.conjoint.content.Twin;
import org.conjoint.content.Twins;
import org.conjoint.meaning.JointGrade;
import org.conjoint.moderation.VerdictArchive;
import org.conjoint.moderation.VerdictFilter;
import org.jspecify.annotations.Nullable;

/** Pairs of a post and its twin, with what the raters said of both; a page of twins costs four statements. */
final class ContrastRows {

    private final Posts posts;
    private final Twins twins;
    private final VerdictArchive archive;
    private final VerdictFilter filter;
    private final ExportSplit split;

    ContrastRows(Posts posts, Twins twins, VerdictArchive archive, VerdictFilter filter, ExportSplit split) {
        this.posts = posts;
        this.twins = twins;
        this.archive = archive;
        this.filter = filter;
        this.split = split;
    }

    /** The pairs of which at least one was judged; the others say nothing yet. */
    List<ContrastRow> of(List<Twin> page) {
        var ids = new LinkedHashSet<PostId>();
        page.forEach(twin -> {
            ids.add(twin.of());
            ids.add(twin.post());
        });
        var found = posts.find(ids);
        var families = twins.families(ids);
        var grades = grades(found);
        var rows = new ArrayList<ContrastRow>();
        for (var twin : page) {
            var anchor = side(Objects.requireNonNull(found.get(twin.of())), grades);
            var other = side(Objects.requireNonNull(found.get(twin.post())), grades);
            if (anchor.grades().isEmpty() && other.grades().isEmpty()) {
                continue;
            }
            var family = Objects.requireNonNull(families.get(twin.post())).externalId();
            rows.add(new ContrastRow(
                    "contrast",
                    family,
                    split.of(family),
                    twin.changedPart().code(),
                    twin.expectedJoint().code(),
                    kind(anchor.joint(), other.joint()),
                    anchor,
                    other));
        }
        return rows;
    }

    /** How many gave each joint grade, by post; of verdicts on the revision that stands. */
    private Map<PostId, SortedMap<String, Long>> grades(Map<PostId, Post> found) {
        var grades = new HashMap<PostId, SortedMap<String, Long>>();
        for (var verdict : archive.byPosts(found.keySet())) {
            var post = Objects.requireNonNull(found.get(verdict.post()));
            var joint = verdict.form().joint();
            var wanted = filter.queue() == null || filter.queue().equals(verdict.queue());
            if (wanted && joint != null && verdict.postRevision() == post.revision()) {
                grades.computeIfAbsent(post.id(), any -> new TreeMap<>()).merge(joint.code(), 1L, Long::sum);
            }
        }
        return grades;
    }

    private static ContrastRow.Side side(Post post, Map<PostId, SortedMap<String, Long>> all) {
        var grades = all.getOrDefault(post.id(), new TreeMap<>());
        return new ContrastRow.Side(VerdictRows.post(post), most(grades), grades);
    }

    private static @Nullable String most(SortedMap<String, Long> grades) {
        var determined = grades.entrySet().stream()
                .filter(entry -> JointGrade.of(entry.getKey()).determined())
                .toList();
        var highest = determined.stream().mapToLong(Map.Entry::getValue).max().orElse(0);
        var best =
                determined.stream().filter(entry -> entry.getValue() == highest).toList();
        return best.size() == 1 ? best.getFirst().getKey() : null;
    }

    private static @Nullable String kind(@Nullable String anchor, @Nullable String twin) {
        return anchor == null || twin == null ? null : anchor.equals(twin) ? "matching" : "distractor";
    }
}
