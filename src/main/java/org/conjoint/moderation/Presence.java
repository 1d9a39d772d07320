package org.conjoint.moderation;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.conjoint.content.Post;
import org.conjoint.content.PostData;
import org.conjoint.content.PostId;
import org.conjoint.content.Posts;
import org.conjoint.meaning.Part;
import org.conjoint.media.Media;
import org.conjoint.media.MediaId;
import org.conjoint.media.MediaLibrary;
import org.conjoint.media.MediaState;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which parts a post has. A video is an image and, when it has sound, audio; a transcript stands for speech that was not
 * handed in; alt text belongs to the caption.
 */
@Component
class Presence {

    private static final int REMEMBERED = 20_000;

    private final Posts posts;
    private final MediaLibrary library;
    /** A revision of a post never changes, nor does a medium once it is decoded. */
    private final Map<PostAt, Set<Part>> known = Collections.synchronizedMap(new Recent());

    Presence(Posts posts, MediaLibrary library) {
        this.posts = posts;
        this.library = library;
    }

    private record PostAt(PostId id, int revision) {}

    /** @throws IllegalArgumentException when there is no such revision */
    Set<Part> parts(PostId id, int revision) {
        var parts = known.get(new PostAt(id, revision));
        if (parts != null) {
            return parts;
        }
        var post = posts.find(id, revision)
                .orElseThrow(() ->
                        new IllegalArgumentException("No post %d at revision %d".formatted(id.value(), revision)));
        return parts(post, library.find(media(post.data())));
    }

    /** The parts of a post whose media were read. */
    Set<Part> parts(Post post, Map<MediaId, Media> media) {
        var parts = of(post.data(), media);
        var decided = media(post.data()).stream()
                .map(media::get)
                .noneMatch(medium -> medium == null || medium.state() instanceof MediaState.Pending);
        if (decided) {
            known.put(new PostAt(post.id(), post.revision()), parts);
        }
        return parts;
    }

    static Set<Part> of(PostData post, Map<MediaId, Media> media) {
        var parts = EnumSet.noneOf(Part.class);
        if (post.image() != null || post.video() != null) {
            parts.add(Part.IMAGE);
        }
        if (hasText(post.caption()) || hasText(post.altText())) {
            parts.add(Part.CAPTION);
        }
        var video = post.video() == null ? null : media.get(post.video());
        if (post.audio() != null || post.transcript() != null || video != null && video.hasSound()) {
            parts.add(Part.AUDIO);
        }
        return Collections.unmodifiableSet(parts);
    }

    static Set<MediaId> media(PostData post) {
        var media = new LinkedHashSet<MediaId>();
        for (@Nullable MediaId id : new @Nullable MediaId[] {post.image(), post.audio(), post.video(), post.sensors()}) {
            if (id != null) {
                media.add(id);
            }
        }
        return media;
    }

    private static boolean hasText(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    /** Forgets what was used least recently. */
    private static final class Recent extends LinkedHashMap<PostAt, Set<Part>> {
        Recent() {
            super(1024, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<PostAt, Set<Part>> eldest) {
            return size() > REMEMBERED;
        }
    }
}
