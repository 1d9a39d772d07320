package org.conjoint.content.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.conjoint.content.Post;
import org.conjoint.content.PostAt;
import org.conjoint.content.PostId;
import org.conjoint.media.MediaUrls;
import org.conjoint.media.PreviewSize;
import org.conjoint.ui.OriginalText;
import org.conjoint.ui.ShieldedThumbnail;
import org.jspecify.annotations.Nullable;

/** A post in one line: its picture, shielded, the beginning of its caption, and the way to its page. */
public final class PostLine extends Div {

    /** @param post {@code null} when it is no longer there */
    public PostLine(PostAt at, @Nullable Post post) {
        addClassName("post-line");
        if (post == null) {
            add(new Span("Post %d, which is no longer there".formatted(at.id().value())));
            return;
        }
        var data = post.data();
        if (data.image() != null) {
            add(new ShieldedThumbnail(
                    MediaUrls.preview(data.image(), PreviewSize.SMALL),
                    data.altText() == null ? "the image of the post" : data.altText()));
        }
        var link = new Anchor(path(at.id()), data.externalId());
        link.addClassName("num");
        var words = new Div(link);
        words.addClassName("post-line-words");
        if (data.caption() != null) {
            var caption = new OriginalText(data.caption(), data.language());
            caption.addClassName("caption-line");
            words.add(caption);
        }
        add(words);
    }

    /** The page of a post, without a leading slash. */
    static String path(PostId id) {
        return "posts/" + id.value();
    }
}
