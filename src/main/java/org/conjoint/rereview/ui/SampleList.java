package org.conjoint.rereview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.conjoint.content.Post;
import org.conjoint.content.PostId;
import org.conjoint.media.MediaUrls;
import org.conjoint.media.PreviewSize;
import org.conjoint.moderation.staleness.BlastRadius.Sampled;
import org.conjoint.policy.ways.WayStep;
import org.conjoint.ui.Icon;
import org.conjoint.ui.OriginalText;
import org.conjoint.ui.Pill;
import org.conjoint.ui.ShieldedThumbnail;
import org.conjoint.ui.Words;
import org.jspecify.annotations.Nullable;

/** Some of the verdicts that go stale, with their posts. */
final class SampleList extends UnorderedList {

    SampleList(List<Sampled> sample, Map<PostId, Post> posts) {
        addClassName("radius-sample");
        sample.forEach(each -> add(row(each, posts.get(each.post()))));
    }

    private static ListItem row(Sampled sampled, @Nullable Post post) {
        var name = new Anchor(
                "posts/" + sampled.post().value(),
                post == null ? "post " + sampled.post().value() : post.data().externalId());
        var facts = new Span("%s · %s"
                .formatted(
                        Words.of(sampled.composition()).toLowerCase(Locale.ROOT),
                        sampled.because().stream()
                                .map(WayStep::clauseId)
                                .distinct()
                                .collect(Collectors.joining(", "))));
        facts.addClassName("hint");
        var words = new Div(name);
        if (post != null && post.data().caption() != null) {
            var caption = new OriginalText(post.data().caption(), post.data().language());
            caption.addClassName("caption-line");
            words.add(caption);
        }
        words.add(facts);
        words.addClassName("sample-words");
        return new ListItem(picture(post), words, Pill.of(sampled.grade()));
    }

    private static Component picture(@Nullable Post post) {
        var data = post == null ? null : post.data();
        var image = data == null ? null : data.image() == null ? data.video() : data.image();
        if (data == null || image == null) {
            var none = new Div(new Icon("image"));
            none.addClassNames("thumbnail", "no-picture");
            none.getElement().setAttribute("aria-hidden", "true");
            return none;
        }
        var address = data.image() == null ? MediaUrls.poster(image) : MediaUrls.preview(image, PreviewSize.SMALL);
        return new ShieldedThumbnail(address.substring(1), data.altText() == null ? data.externalId() : data.altText());
    }
}
