package org.conjoint.calibration;

import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.conjoint.agreement.Agreement;
import org.conjoint.agreement.Krippendorff;
import org.conjoint.agreement.Krippendorff.Scale;
import org.conjoint.content.PostId;
import org.conjoint.meaning.JointGrade;
import org.conjoint.moderation.PanelAnswer;
import org.jspecify.annotations.Nullable;

/**
 * What the answers of a panel come to under one text.
 *
 * @see <a href="file:../../../../../../docs/decisions/0017-trying-versions-out.md">Trying versions out</a>
 */
final class PanelTally {

    private final Map<PostId, List<PanelAnswer>> byPost;
    private final long seed;

    PanelTally(Collection<PanelAnswer> answers, long seed) {
        byPost = answers.stream().collect(groupingBy(PanelAnswer::post));
        this.seed = seed;
    }

    /**
     * The grade of the panel on a post: the middle one of those that were told, of two middle ones the graver; null when
     * nobody could tell.
     */
    @Nullable JointGrade grade(PostId post) {
        var told = byPost.getOrDefault(post, List.of()).stream()
                .map(PanelAnswer::joint)
                .filter(JointGrade::determined)
                .sorted()
                .toList();
        return told.isEmpty() ? null : told.get(told.size() / 2);
    }

    /** Agreement on the joint grade, none &lt; borderline &lt; violating; who could not tell gave no answer. */
    Agreement joint(Collection<PostId> posts) {
        return agreement(Scale.ORDINAL, posts, answer -> answer.joint().ordinal());
    }

    /** Agreement on whether a post violates one of some clauses. */
    Agreement violating(Collection<PostId> posts, Set<String> clauses) {
        return agreement(
                Scale.NOMINAL,
                posts,
                answer -> answer.joint() == JointGrade.VIOLATING
                                && answer.clauses().stream().anyMatch(clauses::contains)
                        ? 1
                        : 0);
    }

    private Agreement agreement(Scale scale, Collection<PostId> posts, Function<PanelAnswer, Integer> value) {
        var items = posts.stream().map(post -> told(post).map(value).toList()).toList();
        return Krippendorff.of(scale, items, seed);
    }

    private Stream<PanelAnswer> told(PostId post) {
        return byPost.getOrDefault(post, List.of()).stream()
                .filter(answer -> answer.joint().determined());
    }
}
