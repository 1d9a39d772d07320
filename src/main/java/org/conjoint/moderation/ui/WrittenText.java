package org.conjoint.moderation.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.conjoint.content.PostData;
import org.conjoint.evidence.Evidence;
import org.conjoint.media.TextReading;
import org.conjoint.ui.Stage;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Suggests the text inside the picture of a post; what stands there already is never written over. */
final class WrittenText {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final TextReading reading;

    WrittenText(TextReading reading) {
        this.reading = reading;
    }

    /** Shows a suggestion on the stage, or says why there is none. */
    void suggest(PostData post, Evidence evidence, Stage stage) {
        var picture = post.image() == null ? post.video() : post.image();
        if (picture == null) {
            return;
        }
        if (!evidence.imageText().isEmpty()) {
            stage.suggestText("[]", "Delete the lines below first; nothing is written over.");
            return;
        }
        try {
            switch (reading.suggest(picture, post.language())) {
                case TextReading.Read(var language, var lines) ->
                    stage.suggestText(
                            json(lines).toString(),
                            lines.isEmpty()
                                    ? "No text was found."
                                    : "Read by machine (%s): check every line.".formatted(language));
                case TextReading.Waiting() -> stage.suggestText("[]", "It is being read; ask again in a moment.");
                case TextReading.NotInstalled(var _, var advice) -> stage.suggestText("[]", advice);
                case TextReading.NotReadable(var reason) -> stage.suggestText("[]", reason);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The text of a picture could not be read", e);
        }
    }

    private static ArrayNode json(java.util.List<org.conjoint.media.TextLine> lines) {
        var all = JSON.createArrayNode();
        for (var line : lines) {
            all.addObject()
                    .put("text", line.text().strip())
                    .putArray("box")
                    .add(line.x())
                    .add(line.y())
                    .add(line.width())
                    .add(line.height());
        }
        return all;
    }
}
