package org.conjoint.content.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.conjoint.content.Post;
import org.conjoint.content.Transcript;
import org.conjoint.media.Derivative;
import org.conjoint.media.DerivativeKind;
import org.conjoint.media.Media;
import org.conjoint.media.MediaId;
import org.conjoint.media.MediaKind;
import org.conjoint.media.MediaState;
import org.conjoint.media.MediaUrls;
import org.conjoint.media.PreviewSize;
import org.conjoint.ui.Moments;
import org.conjoint.ui.StageNeed;
import org.conjoint.ui.StagePost;
import org.jspecify.annotations.Nullable;

/** Puts posts into the form that the stage shows. */
public final class StagePosts {

    /** Sounds and videos of more bytes are fetched ahead only in their beginning. */
    private static final long LONGEST_AHEAD = 8L << 20;

    private static final long BEGINNING = 1L << 20;

    private StagePosts() {}

    /** The post with what is known of its media; one that is not known yet is shown as pending. */
    public static StagePost of(Post post, Map<MediaId, Media> media) {
        var data = post.data();
        var created = data.createdAt();
        return new StagePost(
                data.externalId(),
                data.author() == null ? "Unknown author" : data.author(),
                created == null ? "date unknown" : Moments.dateTime(created),
                created == null ? "" : created.toString(),
                data.language() == null ? "" : Moments.language(data.language()),
                data.language() == null ? "" : data.language(),
                data.caption(),
                data.altText(),
                medium(data.image(), media),
                medium(data.audio(), media),
                medium(data.video(), media),
                script(data.transcript()),
                sensors(data.sensors(), media));
    }

    /** What the browser can fetch of a post before it is shown: its picture first; of what is long, only the beginning. */
    public static List<StageNeed> needs(Post post, Map<MediaId, Media> media) {
        var needs = new ArrayList<StageNeed>();
        for (var id : new @Nullable MediaId[] {
            post.data().image(), post.data().video(), post.data().audio()
        }) {
            var medium = id == null ? null : media.get(id);
            if (medium != null && medium.isReady()) {
                needs.addAll(needs(medium));
            }
        }
        return needs;
    }

    private static List<StageNeed> needs(Media medium) {
        var needs = new ArrayList<StageNeed>();
        var shown = ready(medium);
        if (medium.kind() != MediaKind.VIDEO && !shown.srcset().isEmpty()) {
            needs.add(new StageNeed(shown.src(), shown.srcset(), shown.width(), shown.height(), false, 0));
        }
        for (var address : List.of(shown.poster(), shown.peaks(), shown.scenes())) {
            if (!address.isEmpty()) {
                needs.add(new StageNeed(address, "", 0, 0, false, 0));
            }
        }
        medium.derivative(medium.kind() == MediaKind.VIDEO ? DerivativeKind.VIDEO : DerivativeKind.AUDIO)
                .ifPresent(played -> needs.add(new StageNeed(
                        MediaUrls.of(medium.id(), played.kind()),
                        "",
                        0,
                        0,
                        played.kind() == DerivativeKind.AUDIO,
                        played.bytes() <= LONGEST_AHEAD ? 0 : BEGINNING)));
        return needs;
    }

    private static StagePost.@Nullable Medium medium(@Nullable MediaId id, Map<MediaId, Media> media) {
        if (id == null) {
            return null;
        }
        var medium = media.get(id);
        if (medium == null) {
            return StagePost.Medium.pending();
        }
        return switch (medium.state()) {
            case MediaState.Pending() -> StagePost.Medium.pending();
            case MediaState.Refused(var _, var reason) -> StagePost.Medium.refused(reason);
            case MediaState.Ready() -> ready(medium);
        };
    }

    private static StagePost.Medium ready(Media medium) {
        var id = medium.id();
        var pictures = medium.derivatives().stream()
                .filter(derivative -> derivative.kind().name().startsWith("PREVIEW_") && derivative.width() != null)
                .toList();
        return new StagePost.Medium(
                "ready",
                "",
                source(medium, pictures),
                pictures.stream()
                        .map(picture -> "%s %dw".formatted(MediaUrls.of(id, picture.kind()), picture.width()))
                        .collect(Collectors.joining(", ")),
                medium.animated() && has(medium, DerivativeKind.VIDEO) ? MediaUrls.video(id) : "",
                has(medium, DerivativeKind.POSTER) ? MediaUrls.poster(id) : "",
                has(medium, DerivativeKind.PEAKS) ? MediaUrls.peaks(id) : "",
                has(medium, DerivativeKind.AUDIO) ? MediaUrls.spectrogram(id) : "",
                has(medium, DerivativeKind.SCENES) ? MediaUrls.scenes(id) : "",
                rate(medium),
                medium.loudnessLufs() == null ? 0 : medium.loudnessLufs(),
                medium.width() == null ? 0 : medium.width(),
                medium.height() == null ? 0 : medium.height(),
                medium.durationMillis() == null ? 0 : medium.durationMillis());
    }

    private static String source(Media medium, List<Derivative> pictures) {
        if (medium.kind() == MediaKind.VIDEO && has(medium, DerivativeKind.VIDEO)) {
            return MediaUrls.video(medium.id());
        }
        if (medium.kind() == MediaKind.AUDIO) {
            return MediaUrls.audio(medium.id());
        }
        return pictures.isEmpty()
                ? MediaUrls.preview(medium.id(), PreviewSize.MEDIUM)
                : MediaUrls.of(medium.id(), pictures.getLast().kind());
    }

    /** Pictures a second of a video; 0 where not known. */
    private static double rate(Media medium) {
        var frames = medium.frames();
        var millis = medium.durationMillis();
        return frames == null || millis == null || millis == 0 ? 0 : 1000.0 * frames / millis;
    }

    private static String sensors(@Nullable MediaId id, Map<MediaId, Media> media) {
        var medium = id == null ? null : media.get(id);
        return id != null && medium != null && has(medium, DerivativeKind.LANES) ? MediaUrls.lanes(id) : "";
    }

    private static boolean has(Media medium, DerivativeKind kind) {
        return medium.derivative(kind).isPresent();
    }

    private static StagePost.@Nullable Script script(@Nullable Transcript transcript) {
        return transcript == null
                ? null
                : new StagePost.Script(
                        transcript.text(),
                        transcript.cues().stream()
                                .map(cue -> new StagePost.Cue(cue.startMillis(), cue.endMillis(), cue.text()))
                                .toList());
    }
}
