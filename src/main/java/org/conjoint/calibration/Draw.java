package org.conjoint.calibration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conjoint.content.Family;
import org.conjoint.content.PostId;
import org.conjoint.content.Twins;
import org.conjoint.moderation.SampleRequest;
import org.conjoint.moderation.Trials;
import org.conjoint.policy.ChangeKind;
import org.conjoint.policy.ClauseChange;
import org.conjoint.policy.Lifecycle;
import org.conjoint.policy.PolicyVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Draws the posts of a round: those with a known answer, and of what was judged two thirds near the line and one third not,
 * since grades that are all near the line would agree badly under any text. Of a family of twins it draws one.
 */
@Component
class Draw {

    /** How many times as many posts are looked at as are wanted. */
    private static final int CANDIDATES_EACH = 3;

    private final Trials trials;
    private final Twins twins;
    private final Lifecycle lifecycle;
    private final ItemRows items;

    Draw(Trials trials, Twins twins, Lifecycle lifecycle, ItemRows items) {
        this.trials = trials;
        this.twins = twins;
        this.lifecycle = lifecycle;
        this.items = items;
    }

    /** @param against the version in force, under which the posts were judged; null when there is none */
    List<RoundPost> posts(RoundPlan plan, @Nullable PolicyVersion against) {
        var known = against == null ? List.<RoundPost>of() : known(CalibrationSet.of(against, plan.locale()));
        var near = candidates(plan, against, true);
        var other = candidates(plan, against, false);
        var picked =
                new Picked(known, Stream.concat(near.stream(), other.stream()).toList());
        picked.take(near, Drawn.NEAR, Math.ceilDiv(plan.posts() * 2, 3));
        picked.take(other, Drawn.OTHER, plan.posts());
        picked.take(near, Drawn.NEAR, plan.posts());
        return picked.all();
    }

    private List<RoundPost> known(CalibrationSet set) {
        return items.known(set).stream()
                .limit(RoundPlan.MOST_POSTS)
                .map(item -> new RoundPost(item.post(), Drawn.KNOWN, item.expected(), null, null))
                .toList();
    }

    private List<PostId> candidates(RoundPlan plan, @Nullable PolicyVersion against, boolean near) {
        var changed = lifecycle.changes(plan.version()).stream()
                .filter(change -> change.kind() != ChangeKind.EDITORIAL)
                .map(ClauseChange::clauseId)
                .collect(Collectors.toSet());
        return trials.sample(new SampleRequest(
                against == null ? null : against.id(),
                plan.locale(),
                changed,
                near,
                plan.seed(),
                plan.posts() * CANDIDATES_EACH));
    }

    /** What is picked so far; never a post twice, nor two of a family. */
    private final class Picked {
        private final List<RoundPost> known;
        private final List<RoundPost> drawn = new ArrayList<>();
        private final Set<PostId> taken = new HashSet<>();
        private final Map<PostId, Family> families;

        Picked(List<RoundPost> known, Collection<PostId> candidates) {
            var asked = Stream.concat(known.stream().map(RoundPost::post), candidates.stream())
                    .collect(Collectors.toSet());
            families = twins.families(asked);
            this.known =
                    known.stream().filter(post -> taken.add(first(post.post()))).toList();
        }

        private PostId first(PostId post) {
            var family = families.get(post);
            return family == null ? post : family.first();
        }

        void take(List<PostId> from, Drawn why, int upTo) {
            for (var post : from) {
                if (drawn.size() >= upTo) {
                    return;
                }
                if (taken.add(first(post))) {
                    drawn.add(new RoundPost(post, why, null, null, null));
                }
            }
        }

        List<RoundPost> all() {
            return Stream.concat(drawn.stream(), known.stream()).toList();
        }
    }
}
