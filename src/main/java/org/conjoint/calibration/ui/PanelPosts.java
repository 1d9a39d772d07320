package org.conjoint.calibration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import org.conjoint.calibration.Drawn;
import org.conjoint.calibration.Flip;
import org.conjoint.calibration.RoundPost;
import org.conjoint.content.Post;
import org.conjoint.content.PostId;
import org.conjoint.meaning.JointGrade;
import org.conjoint.media.MediaUrls;
import org.conjoint.media.PreviewSize;
import org.conjoint.ui.Icon;
import org.conjoint.ui.OriginalText;
import org.conjoint.ui.Pill;
import org.conjoint.ui.ShieldedThumbnail;
import org.jspecify.annotations.Nullable;

/** The posts of a round, each with its grade under the one text and under the other. */
final class PanelPosts extends UnorderedList {

    PanelPosts(List<RoundPost> judged, Map<PostId, Post> posts) {
        addClassName("panel-posts");
        judged.forEach(post -> add(row(post, posts.get(post.post()))));
    }

    private static ListItem row(RoundPost judged, @Nullable Post post) {
        var words = new Div(name(judged, post), caption(post));
        words.addClassName("panel-words");
        var row = new ListItem(picture(post), words, drawn(judged.drawn()), grades(judged));
        row.getElement().setAttribute("data-flip", judged.flip().name().toLowerCase(java.util.Locale.ROOT));
        return row;
    }

    private static Component picture(@Nullable Post post) {
        if (post == null || post.data().image() == null) {
            var none = new Div(new Icon("image"));
            none.addClassName("no-picture");
            return none;
        }
        var alt = post.data().altText();
        return new ShieldedThumbnail(
                MediaUrls.preview(post.data().image(), PreviewSize.SMALL).substring(1),
                alt == null ? post.data().externalId() : alt);
    }

    private static Component name(RoundPost judged, @Nullable Post post) {
        var link = new Anchor(
                "posts/" + judged.post().value(),
                post == null ? "Post " + judged.post().value() : post.data().externalId());
        link.addClassName("panel-name");
        return link;
    }

    private static Component caption(@Nullable Post post) {
        if (post == null || post.data().caption() == null) {
            var none = new Span("no caption");
            none.addClassName("muted");
            return none;
        }
        var text = new OriginalText(post.data().caption(), post.data().language());
        text.addClassName("caption-line");
        return text;
    }

    private static Span drawn(Drawn drawn) {
        var why = new Span(
                switch (drawn) {
                    case NEAR -> "near the line";
                    case OTHER -> "other";
                    case KNOWN -> "known answer";
                });
        why.addClassName("hint");
        return why;
    }

    private static Div grades(RoundPost judged) {
        var known = judged.drawn() == Drawn.KNOWN;
        var flip = new Span(sign(judged.flip()));
        flip.addClassName("panel-flip");
        flip.getElement().setAttribute("role", "img").setAttribute("aria-label", words(judged.flip()));
        var grades = new Div(pill(known ? judged.expected() : judged.before()), flip, pill(judged.after()));
        grades.addClassName("panel-grades");
        return grades;
    }

    private static Component pill(@Nullable JointGrade grade) {
        if (grade != null) {
            return Pill.of(grade);
        }
        var open = new Span("open");
        open.addClassName("hint");
        return open;
    }

    private static String sign(Flip flip) {
        return switch (flip) {
            case UP, DOWN -> "›";
            case SAME -> "=";
            case OPEN -> "·";
        };
    }

    private static String words(Flip flip) {
        return switch (flip) {
            case UP -> "becomes graver";
            case DOWN -> "becomes milder";
            case SAME -> "stays";
            case OPEN -> "not known yet";
        };
    }
}
