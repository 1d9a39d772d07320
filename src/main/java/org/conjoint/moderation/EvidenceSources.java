package org.conjoint.moderation;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.conjoint.content.Post;
import org.conjoint.content.PostId;
import org.conjoint.content.Posts;
import org.conjoint.evidence.Sources;
import org.conjoint.evidence.TextKind;
import org.conjoint.media.DerivativeKind;
import org.conjoint.media.Media;
import org.conjoint.media.MediaId;
import org.conjoint.media.MediaKind;
import org.conjoint.media.MediaLibrary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What evidence can point at in a post, as it is shown. */
@Component
class EvidenceSources {

    private final Posts posts;
    private final MediaLibrary library;

    EvidenceSources(Posts posts, MediaLibrary library) {
        this.posts = posts;
        this.library = library;
    }

    /** @throws IllegalArgumentException when there is no such revision */
    Sources of(PostId id, int revision) {
        var post = posts.find(id, revision)
                .orElseThrow(() ->
                        new IllegalArgumentException("No post %d at revision %d".formatted(id.value(), revision)));
        return of(post, library.find(Presence.media(post.data())));
    }

    /** Of a post whose media were read. */
    Sources of(Post post, Map<MediaId, Media> media) {
        var data = post.data();
        var texts = new EnumMap<TextKind, String>(TextKind.class);
        if (data.caption() != null) {
            texts.put(TextKind.CAPTION, data.caption());
        }
        if (data.altText() != null) {
            texts.put(TextKind.ALT_TEXT, data.altText());
        }
        if (data.transcript() != null) {
            texts.put(TextKind.TRANSCRIPT, data.transcript().text());
        }
        var picture = picture(data.image(), media);
        var sound = sound(data.audio(), media);
        return new Sources(
                texts,
                picture == null ? picture(data.video(), media) : picture,
                sound == null && data.audio() == null ? sound(data.video(), media) : sound);
    }

    private static Sources.@Nullable Picture picture(@Nullable MediaId id, Map<MediaId, Media> media) {
        var medium = id == null ? null : media.get(id);
        if (medium == null || medium.width() == null || medium.height() == null) {
            return null;
        }
        var millis = medium.kind() == MediaKind.VIDEO ? medium.durationMillis() : null;
        return new Sources.Picture(medium.id().sha256(), medium.width(), medium.height(), millis == null ? 0 : millis);
    }

    private Sources.@Nullable Sound sound(@Nullable MediaId id, Map<MediaId, Media> media) {
        var medium = id == null ? null : media.get(id);
        var millis = medium == null ? null : medium.durationMillis();
        if (medium == null || millis == null) {
            return null;
        }
        return medium.derivative(DerivativeKind.AUDIO)
                .flatMap(proxy -> Optional.ofNullable(proxy.contentSha256()))
                .map(hash -> new Sources.Sound(hash, millis))
                .orElse(null);
    }
}
