package org.conjoint.discovery;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.conjoint.content.PostId;

/** An event in the publication registry that is complete once the entries of its posts are durable in the index. */
sealed interface Publication {

    /**
     * Notes that a post is durable; the same again changes nothing.
     *
     * @return what is to be completed now: the publication itself when it waits for no other post
     */
    Optional<Single> durable(PostId post);

    /** One entry of the registry. */
    sealed interface Single extends Publication {
        @Override
        default Optional<Single> durable(PostId post) {
            return Optional.of(this);
        }
    }

    /** Made by this process. */
    record Live(Object event) implements Single {}

    /** Left incomplete by a process before this one. */
    record Left(UUID id) implements Single {}

    /** Several posts changed in one event, which is complete when the last of them is; told by one thread at a time. */
    final class Shared implements Publication {
        private final Single whole;
        private final Set<PostId> open;

        Shared(Single whole, Set<PostId> posts) {
            this.whole = whole;
            this.open = new HashSet<>(posts);
        }

        @Override
        public Optional<Single> durable(PostId post) {
            open.remove(post);
            return open.isEmpty() ? Optional.of(whole) : Optional.empty();
        }
    }
}
