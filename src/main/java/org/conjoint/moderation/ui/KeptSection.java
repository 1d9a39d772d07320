package org.conjoint.moderation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import java.util.List;
import java.util.Map;
import org.conjoint.content.Post;
import org.conjoint.content.PostId;
import org.conjoint.moderation.KeptVerdict;
import org.conjoint.moderation.KeptVerdicts;
import org.conjoint.ui.Moments;
import org.conjoint.ui.Pill;
import org.jspecify.annotations.Nullable;

/** Answers that came too late to count, each with the reason and the way to what stands now. */
final class KeptSection extends Div {

    private final KeptVerdicts verdicts;

    /** @param about the posts as far as they are still there */
    KeptSection(List<KeptVerdict> kept, Map<PostId, Post> about, KeptVerdicts verdicts) {
        this.verdicts = verdicts;
        var heading = new H2("Kept, but not counted");
        heading.addClassName("label");
        add(heading);
        addClassName("kept-answers");
        kept.forEach(each -> add(row(each, each.post() == null ? null : about.get(each.post()))));
    }

    private Div row(KeptVerdict kept, @Nullable Post post) {
        var line = new Div(JudgementsView.caption(post));
        line.addClassName("kept-answer");
        if (kept.form().joint() != null) {
            line.add(Pill.of(kept.form().joint()));
        }
        if (kept.form().reading() != null) {
            line.add(new Div(
                    new Span("Together, this post says that "),
                    new Span(kept.form().reading())));
        }
        var why = new Span("%s · %s".formatted(Moments.dateTime(kept.keptAt()), why(kept)));
        why.addClassName("hint");
        line.add(why, new Button("See both sides", _ -> open(kept)));
        return line;
    }

    /** Why it does not count, as a sentence. */
    static String why(KeptVerdict kept) {
        return kept.cause().map(Labels::of).orElse("The policy changed while you judged.");
    }

    private void open(KeptVerdict kept) {
        verdicts.bothSides(kept.clientId())
                .ifPresentOrElse(
                        sides -> new KeptDialog(sides, () -> verdicts.resubmit(kept.clientId())).open(),
                        () -> Notification.show("The policy version that you saw is no longer known."));
    }
}
