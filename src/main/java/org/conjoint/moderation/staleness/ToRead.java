package org.conjoint.moderation.staleness;

import java.util.List;
import org.conjoint.content.PostId;
import org.jspecify.annotations.Nullable;

/**
 * Posts that are to be read again, in their order; a post with several stale verdicts may be met several times.
 *
 * @param next where to go on; null at the end
 */
public record ToRead(List<PostId> posts, @Nullable String next) {

    public ToRead {
        posts = List.copyOf(posts);
    }
}
