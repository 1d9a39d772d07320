package org.conjoint.moderation.ui;

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

/** The post of a judgement, at the revision that was judged: its texts, and its picture small and shielded. */
final class JudgedPost extends Div {

    JudgedPost(Post post) {
        addClassNames("judged-post", "card");
        var data = post.data();
        var words = new Div();
        words.addClassName("judged-words");
        words.add(new H2(data.externalId()));
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
