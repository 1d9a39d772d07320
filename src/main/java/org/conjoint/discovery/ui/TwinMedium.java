package org.conjoint.discovery.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.util.List;
import org.conjoint.content.Posts;
import org.conjoint.meaning.Part;
import org.conjoint.media.Media;
import org.conjoint.media.MediaId;
import org.conjoint.media.MediaKind;
import org.conjoint.media.MediaLibrary;
import org.conjoint.media.MediaState;
import org.jspecify.annotations.Nullable;

/** Another picture or sound for a twin: sent in, or that of another post. */
final class TwinMedium extends Div {

    private final transient Posts posts;
    private final transient MediaLibrary media;
    private final Upload upload = new Upload((UploadHandler) this::take);
    private final TextField other = new TextField();
    private final Button use = new Button("Use it", _ -> useOther());
    private final Span state = new Span();
    private Runnable chosen = () -> {};
    private Part part = Part.IMAGE;
    private @Nullable MediaId id;

    TwinMedium(Posts posts, MediaLibrary media) {
        this.posts = posts;
        this.media = media;
        addClassName("twin-medium");
        upload.setMaxFiles(1);
        state.getElement().setAttribute("role", "status");
        state.addClassName("hint");
        var row = new Div(other, use);
        row.addClassName("row");
        add(upload, row, state);
    }

    /** @param listener told when another medium was chosen */
    void onChosen(Runnable listener) {
        chosen = listener;
    }

    /** Asks for a picture or a sound; what was chosen for another part is forgotten. */
    void choose(Part wanted) {
        part = wanted;
        id = null;
        upload.clearFileList();
        upload.setAcceptedMimeTypes(wanted == Part.IMAGE ? "image/*" : "audio/*");
        other.setLabel(
                wanted == Part.IMAGE
                        ? "Or the picture of another post, by its id"
                        : "Or the sound of another post, by its id");
        other.clear();
        state.setText("");
    }

    /** The medium that was chosen. */
    @Nullable MediaId chosen() {
        return id;
    }

    private void take(UploadEvent event) throws IOException {
        try (var in = event.getInputStream()) {
            var taken = media.take(in);
            event.getUI().access(() -> chosen(taken, event.getFileName()));
        }
    }

    private void chosen(Media taken, String name) {
        if (taken.state() instanceof MediaState.Refused refused) {
            state.setText("“%s” cannot be shown: %s".formatted(name, refused.reason()));
        } else if (taken.kind() != (part == Part.IMAGE ? MediaKind.IMAGE : MediaKind.AUDIO)) {
            state.setText("“%s” is not a %s.".formatted(name, part == Part.IMAGE ? "picture" : "sound"));
        } else {
            choose(taken.id(), "“%s” is taken.".formatted(name));
        }
    }

    private void useOther() {
        var name = other.getValue().strip();
        var found = posts.findByExternalIds(List.of(name)).stream()
                .map(post ->
                        part == Part.IMAGE ? post.data().image() : post.data().audio())
                .filter(java.util.Objects::nonNull)
                .findFirst();
        if (found.isEmpty()) {
            state.setText("There is no post “%s” with a %s.".formatted(name, part == Part.IMAGE ? "picture" : "sound"));
        } else {
            choose(found.get(), "That of “%s” is taken.".formatted(name));
        }
    }

    private void choose(MediaId medium, String words) {
        id = medium;
        state.setText(words);
        chosen.run();
    }
}
