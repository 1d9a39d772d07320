package org.conjoint.discovery.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Objects;
import org.conjoint.discovery.FoundPost;
import org.conjoint.discovery.FoundPost.FoundVerdict;
import org.conjoint.meaning.Part;
import org.conjoint.media.MediaUrls;
import org.conjoint.media.PreviewSize;
import org.conjoint.ui.Icon;
import org.conjoint.ui.Moments;
import org.conjoint.ui.PartDot;
import org.conjoint.ui.Pill;
import org.conjoint.ui.ShieldedThumbnail;

/** A post among the results: shielded picture, a line for caption, sound and reading, the verdict at the side. */
final class ResultRow extends Article {

    private final FoundPost post;

    ResultRow(FoundPost post) {
        this.post = post;
        addClassName("result");
        getElement().setAttribute("data-post", post.externalId());
        add(picture(), lines(), facts());
    }

    FoundPost post() {
        return post;
    }

    void current(boolean current) {
        setClassName("current", current);
        if (current) {
            getElement().setAttribute("aria-current", "true");
            getElement().executeJs("this.scrollIntoView({block:'nearest'})");
        } else {
            getElement().removeAttribute("aria-current");
        }
    }

    private Component picture() {
        var id = post.picture();
        if (id == null) {
            var none = new Div(new Icon("image"), new Span("no picture"));
            none.addClassName("no-picture");
            return none;
        }
        var alt = post.altText();
        var address = post.video() ? MediaUrls.poster(id) : MediaUrls.preview(id, PreviewSize.SMALL);
        return new ShieldedThumbnail(address.substring(1), alt == null ? post.externalId() : alt.text());
    }

    private Div lines() {
        var lines = new Div();
        lines.addClassName("lines");
        var caption = post.caption();
        line(
                lines,
                new PartDot(Part.CAPTION).absent(caption == null),
                "caption-line",
                caption == null ? quiet("no caption") : new Marked(caption));
        var alt = post.altText();
        if (alt != null && !alt.marks().isEmpty()) {
            line(lines, new PartDot(Part.CAPTION), "alt-line", quiet("Alt text: "), new Marked(alt));
        }
        sound(lines);
        var verdict = post.verdict();
        var reading = verdict == null ? null : verdict.reading();
        if (reading != null) {
            line(lines, PartDot.joint(), "reading-line", quiet("Together, this post says that "), new Marked(reading));
        } else {
            line(
                    lines,
                    PartDot.joint().unseen(verdict == null),
                    "reading-line",
                    quiet(verdict == null ? "not judged yet" : "no reading"));
        }
        return lines;
    }

    private void sound(Div lines) {
        var heard = post.heard();
        if (heard != null) {
            var millis = heard.millis();
            var words = new Marked(heard.words());
            if (millis == null) {
                line(lines, new PartDot(Part.AUDIO), "sound-line", words);
            } else {
                line(lines, new PartDot(Part.AUDIO), "sound-line", jump(millis), words);
            }
        } else {
            line(
                    lines,
                    new PartDot(Part.AUDIO).absent(!post.sound()),
                    "sound-line",
                    quiet(post.sound() ? "sound without a transcript" : "no sound"));
        }
    }

    private Anchor jump(long millis) {
        var jump = new Anchor(SearchNavigation.post(post.id(), millis), "");
        jump.addClassName("jump");
        jump.add(new Icon("play"), new Span("%d:%04.1f".formatted(millis / 60_000, millis % 60_000 / 1000.0)));
        jump.getElement().setAttribute("aria-label", "Open at %s of the sound".formatted(jump.getText()));
        return jump;
    }

    private static void line(Div lines, PartDot dot, String name, Component... words) {
        var line = new Div(words);
        line.addClassNames("line", name);
        lines.add(dot, line);
    }

    private static Span quiet(String words) {
        var span = new Span(words);
        span.addClassName("muted");
        return span;
    }

    private Div facts() {
        var facts = new Div();
        facts.addClassName("facts");
        var verdict = post.verdict();
        if (verdict != null) {
            facts.add(pills(verdict), agreement(verdict));
        }
        var link = new Anchor(SearchNavigation.post(post.id()), post.externalId());
        var last = new Div(link);
        last.addClassName("num");
        if (verdict != null) {
            last.add(new Span(" · rated " + Moments.dateTime(verdict.rated())));
        }
        facts.add(last);
        return facts;
    }

    private static Div pills(FoundVerdict verdict) {
        var pills = new Div();
        pills.addClassName("pills");
        if (verdict.together() != null) {
            pills.add(Pill.of(verdict.together()));
        }
        pills.add(Pill.of(verdict.composition()));
        return pills;
    }

    private static Div agreement(FoundVerdict verdict) {
        var clause = Objects.requireNonNullElse(verdict.principal(), "no clause");
        return new Div(new Span("%s · %d of %d %s"
                .formatted(
                        clause,
                        verdict.agreeing(),
                        verdict.verdicts(),
                        verdict.verdicts() == 1 ? "rater" : "raters agree")));
    }
}
