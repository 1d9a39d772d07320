package org.conjoint.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.conjoint.meaning.Part;
import org.jspecify.annotations.Nullable;

/**
 * Where a post is seen and heard as its audience did: picture or video, caption, sound with waveform and transcript on
 * one clock. One part can be shown alone; the others are masked and keep their places.
 */
@Tag("conjoint-stage")
public final class Stage extends Component {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("post", "The post"),
            Map.entry("caption", "Caption"),
            Map.entry("altText", "Alt text"),
            Map.entry("imageAlt", "The image of the post; it has no alt text"),
            Map.entry("video", "The video of the post"),
            Map.entry("noImage", "No image"),
            Map.entry("noCaption", "No caption"),
            Map.entry("noSound", "No sound"),
            Map.entry("imageMasked", "The image is masked"),
            Map.entry("captionMasked", "The caption is masked"),
            Map.entry("soundMasked", "The sound is masked"),
            Map.entry("imagePending", "The image is being prepared"),
            Map.entry("imageRefused", "The image cannot be shown"),
            Map.entry("imageBroken", "The image did not arrive"),
            Map.entry("videoPending", "The video is being prepared"),
            Map.entry("videoRefused", "The video cannot be shown"),
            Map.entry("soundPending", "The sound is being prepared"),
            Map.entry("soundRefused", "The sound cannot be played"),
            Map.entry("cannotPlay", "The sound did not arrive; press play to try again"),
            Map.entry("noTranscript", "No transcript"),
            Map.entry("transcript", "Transcript"),
            Map.entry("position", "Position in the sound"),
            Map.entry("play", "Play"),
            Map.entry("pause", "Pause"),
            Map.entry("again", "Try again"));

    private @Nullable Part shown;

    public Stage() {
        Scripts.stage(this);
        getElement().setPropertyMap("words", WORDS);
    }

    /** Puts a post on the stage. */
    public void show(StagePost post) {
        getElement().setPropertyBean("post", post);
    }

    /** Shows one part alone, or all of them for {@code null}. */
    public void showPart(@Nullable Part part) {
        shown = part;
        getElement().setProperty("shown", part == null ? "joint" : part.code());
    }

    /** The part that is shown alone; {@code null} when all are. */
    public @Nullable Part shownPart() {
        return shown;
    }

    /** Where the sound or the video stands before it is played, in milliseconds. */
    public void startAt(long millis) {
        getElement().setProperty("from", millis);
    }

    /** Blurs the picture until it is pointed at. */
    public void blur(boolean blurred) {
        getElement().setProperty("blurred", blurred);
    }

    /** Addresses that the next posts need; the page fetches them meanwhile. */
    public void prefetch(List<String> addresses) {
        getElement().setPropertyList("next", addresses);
    }

    /** Called now and then with the milliseconds for which this post has had the person's attention. */
    public void onAttention(LongConsumer listener) {
        getElement()
                .addEventListener(
                        "attention",
                        event -> listener.accept(
                                event.getEventData().get("event.detail").asLong()))
                .addEventData("event.detail");
    }
}
