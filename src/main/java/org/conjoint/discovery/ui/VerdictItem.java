package org.conjoint.discovery.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Objects;
import java.util.stream.Collectors;
import org.conjoint.discovery.PostPage.Judged;
import org.conjoint.meaning.Part;
import org.conjoint.moderation.CitedClause;
import org.conjoint.moderation.Verdict;
import org.conjoint.ui.Moments;
import org.conjoint.ui.OriginalText;
import org.conjoint.ui.Pill;
import org.conjoint.ui.Words;

/** A verdict on a post with what it cites, where it comes from and what it was before. */
final class VerdictItem extends Div {

    VerdictItem(Judged judged) {
        addClassName("verdict");
        judged.revisions().forEach(verdict -> show(verdict, judged));
    }

    private void show(Verdict verdict, Judged judged) {
        var form = verdict.form();
        var pills = new Div();
        pills.addClassName("pills");
        if (form.joint() != null) {
            pills.add(Pill.of(form.joint()));
        }
        pills.add(Pill.of(verdict.composition()));
        add(pills);
        if (form.reading() != null) {
            add(new Div(
                    new Span("Together, this post says that "), new OriginalText(form.reading(), verdict.locale())));
        }
        add(muted(java.util.Arrays.stream(Part.values())
                .filter(form.grades()::containsKey)
                .map(part -> "%s: %s"
                        .formatted(
                                Words.of(part),
                                Words.of(Objects.requireNonNull(form.grades().get(part)))))
                .collect(Collectors.joining(" · "))));
        var cited =
                verdict.cited().stream().map(CitedClause::clauseId).distinct().collect(Collectors.joining(", "));
        add(muted("%s · %s%s"
                .formatted(
                        judged.under(),
                        cited.isEmpty() ? "no clause" : cited,
                        form.principal() == null ? "" : " · principal " + form.principal())));
        if (!form.evidence().links().isEmpty()) {
            add(muted("Evidence: %,d %s to %,d places"
                    .formatted(
                            form.evidence().links().size(),
                            form.evidence().links().size() == 1 ? "link" : "links",
                            form.evidence().targets())));
        }
        add(muted("%s · %s · revision %d on post revision %d%s%s"
                .formatted(
                        judged.rater(),
                        Moments.dateTime(verdict.submittedAt()),
                        verdict.revision(),
                        verdict.postRevision(),
                        judged.queue().map(" · "::concat).orElse(" · imported"),
                        verdict.supersededAt() == null ? "" : " · superseded")));
    }

    private static Div muted(String words) {
        var line = new Div(new Span(words));
        line.addClassName("muted");
        return line;
    }
}
