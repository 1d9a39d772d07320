package org.conjoint.content.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.conjoint.content.Post;
import org.conjoint.media.MediaUrls;
import org.conjoint.media.PreviewSize;
import org.conjoint.ui.Moments;
import org.conjoint.ui.OriginalText;
import org.conjoint.ui.ShieldedThumbnail;

/** A post at one of its revisions, to read something about it: its texts, and its picture small and shielded. */
public final class PostCard extends Div {

    public PostCard(Post post) {
        addClassNames("post-card", "card");
        var data = post.data();
        var words = new Div();
        words.addClassName("post-words");
        words.add(new H2(new Anchor(PostLine.path(post.id()), data.externalId())));
        if (data.caption() != null) {
            var caption = new Paragraph();
            caption.add(new OriginalText(data.caption(), data.language()));
            words.add(caption);
        }
        var facts = new Span("%s · %s · revision %d of the post"
                .formatted(
                        data.author() == null ? "unknown author" : data.author(),
                        data.createdAt() == null ? "date unknown" : Moments.dateTime(data.createdAt()),
                        post.revision()));
        facts.addClassName("hint");
        words.add(facts);
        if (data.image() != null) {
            add(new ShieldedThumbnail(
                    MediaUrls.preview(data.image(), PreviewSize.SMALL),
                    data.altText() == null ? "the image of the post" : data.altText()));
        }
        add(words);
    }
}
