package org.conjoint.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.conjoint.meaning.Part;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

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
            Map.entry("again", "Try again"),
            Map.entry("sensors", "Sensors"),
            Map.entry("lanesMissing", "The sensor traces did not arrive"),
            Map.entry("shields", "Shields"),
            Map.entry("shieldFixed", "asked for by your organisation"),
            Map.entry("shield.blur", "Blur; the pointer, or H held, lifts it"),
            Map.entry("shield.greyscale", "Without colours"),
            Map.entry("shield.edges", "Lines only"),
            Map.entry("shield.thumbnail", "Small until opened"),
            Map.entry("shield.transcript", "Words before pictures"),
            Map.entry("shield.muted", "Sound off"),
            Map.entry("shield.levelled", "One loudness"),
            Map.entry("shield.soft", "Soft: no high tones"),
            Map.entry("shield.half-speed", "Half speed"),
            Map.entry("openPicture", "Open the picture"),
            Map.entry("picture", "The picture; plus and minus go nearer and farther"),
            Map.entry("pictureTools", "Picture"),
            Map.entry("zoom", "Zoom"),
            Map.entry("draw", "Draw"),
            Map.entry("written", "Text in image"),
            Map.entry("region", "region"),
            Map.entry("outline", "outline"),
            Map.entry(
                    "regionHelp",
                    "Arrows move it, Shift and arrows size it, Control makes the steps small, Delete removes it, Enter is done"),
            Map.entry(
                    "outlineHelp",
                    "Arrows move the cross, Space sets a corner, Backspace takes one back, Enter closes the outline"),
            Map.entry("intervalStart", "Start of the interval"),
            Map.entry("intervalEnd", "End of the interval"),
            Map.entry("loop", "Play again and again"),
            Map.entry("speed", "Speed"),
            Map.entry("spectrogram", "Spectrogram"),
            Map.entry("evidence", "Evidence"),
            Map.entry("newLink", "New link …"),
            Map.entry("addLink", "+ Link"),
            Map.entry("addToLink", "+ Add to link"),
            Map.entry("done", "Done"),
            Map.entry("earlier", "Earlier links"),
            Map.entry("later", "Later links"),
            Map.entry("linkWaits", "Select words, draw on the picture, drag over the sound: each joins this link"),
            Map.entry("linkHint", "Select words, drag over the sound or draw on the picture, then link them"),
            Map.entry("entity", "as …"),
            Map.entry("entityOf", "Who or what is"),
            Map.entry("takeOut", "Take out"),
            Map.entry("relation", "Relation"),
            Map.entry("alignment", "In time"),
            Map.entry("undo", "Undo"),
            Map.entry("redo", "Redo"),
            Map.entry("dropLink", "Delete the link"),
            Map.entry("writtenHead", "Text in the picture"),
            Map.entry("writtenText", "Text in the picture, as a whole"),
            Map.entry("suggestText", "Read it"),
            Map.entry("line", "Line"),
            Map.entry("newLine", "Add a line"),
            Map.entry("addLine", "Add the line"));

    private static final JsonMapper JSON = JsonMapper.shared();

    private @Nullable Part shown;
    private int shows;

    public Stage() {
        Scripts.stage(this);
        new Given(this, "words", () -> WORDS);
    }

    /** Puts a post on the stage; what was read in the picture of the one before is forgotten. */
    public void show(StagePost post) {
        getElement().removeProperty("suggestion");
        getElement().setPropertyBean("post", post);
    }

    /** Shows one part alone, or all of them for {@code null}. */
    public void showPart(@Nullable Part part) {
        shown = part;
        var code = part == null ? "joint" : part.code();
        getElement().setProperty("shown", code);
        // The page may have gone ahead of the server; a property that did not change is not sent again.
        getElement().executeJs("this.shown = $0", code);
    }

    /** The part that is shown alone; {@code null} when all are. */
    public @Nullable Part shownPart() {
        return shown;
    }

    /** Where the sound or the video stands before it is played, in milliseconds. */
    public void startAt(long millis) {
        getElement().setProperty("from", millis);
    }

    /** Shows the post through shields. */
    public void shields(Shields shields) {
        var node = JSON.createObjectNode();
        var on = node.putArray("on");
        shields.on().forEach(shield -> on.add(shield.code()));
        var fixed = node.putArray("fixed");
        shields.fixed().forEach(shield -> fixed.add(shield.code()));
        getElement().setPropertyJson("shields", node);
    }

    /** Called when the person puts a shield on or takes it off; the page has done so already. */
    public void onShield(BiConsumer<Shield, Boolean> listener) {
        on("shield", json -> {
            var change = JSON.readTree(json);
            Shield.find(change.path("shield").asString(""))
                    .ifPresent(
                            shield -> listener.accept(shield, change.path("on").asBoolean(false)));
        });
    }

    /** What the next posts need, in the order of need; the page fetches it meanwhile and gives up what is no longer named. */
    public void prefetch(List<StageNeed> needs) {
        getElement().setPropertyList("next", needs);
    }

    /** Called now and then with the name of the visit and JSON of what the person did on it so far. */
    public void onAttention(BiConsumer<String, String> listener) {
        on("attention", detail -> {
            var json = detail.indexOf(' ') + 1;
            listener.accept(detail.substring(0, Math.max(0, json - 1)), detail.substring(json));
        });
    }

    /** Called with JSON of each change of the evidence, before whatever the person does next. */
    public void onEvidence(Consumer<String> listener) {
        on("evidence", listener);
    }

    /** Called when the person asks for the text in the picture to be read. */
    public void onSuggestText(Runnable listener) {
        getElement().addEventListener("suggest-text", _ -> listener.run());
    }

    private void on(String event, Consumer<String> listener) {
        getElement()
                .addEventListener(
                        event,
                        heard -> listener.accept(
                                heard.getEventData().get("event.detail").asString()))
                .addEventData("event.detail");
    }

    /** A choice with its code and its words. */
    public record Choice(String code, String words) {}

    /**
     * Collects evidence.
     *
     * @param visit under this name the page remembers the attention given, should it be loaded again
     */
    public void collect(String visit, List<Choice> relations, List<Choice> alignments) {
        getElement().setProperty("marks", true);
        getElement().setProperty("visit", visit);
        getElement().setPropertyList("relations", relations);
        getElement().setPropertyList("alignments", alignments);
    }

    /** Shows evidence, in place of what the page has of it. @param json as the evidence module writes it */
    public void evidence(String json) {
        getElement().setProperty("evidence", "%d %s".formatted(++shows, json));
    }

    /** Lines of text read in the picture, as JSON, and what to say about them. */
    public void suggestText(String linesJson, String news) {
        var suggestion = JSON.createObjectNode().put("news", news);
        suggestion.set("lines", JSON.readTree(linesJson));
        getElement().setPropertyJson("suggestion", suggestion);
    }
}
