package org.conjoint.moderation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Locale;
import org.conjoint.evidence.Entity;
import org.conjoint.evidence.Evidence;
import org.conjoint.evidence.Interval;
import org.conjoint.evidence.Link;
import org.conjoint.evidence.Region;
import org.conjoint.evidence.Target;
import org.conjoint.moderation.Attention;
import org.conjoint.ui.PartDot;

/** What a verdict points at, link by link, and how much of the seconds pointed at was heard. */
final class EvidenceList extends Div {

    /** So many links are written out. */
    private static final int MOST = 50;

    EvidenceList(Evidence evidence, Attention attention) {
        addClassName("evidence-list");
        var heading = new Span("Evidence");
        heading.addClassName("label");
        var list = new UnorderedList();
        evidence.links().stream().limit(MOST).forEach(link -> list.add(item(link, evidence, attention)));
        add(heading, list);
        if (evidence.links().size() > MOST) {
            var rest = new Span("and %,d more".formatted(evidence.links().size() - MOST));
            rest.addClassName("muted");
            add(rest);
        }
    }

    private static ListItem item(Link link, Evidence evidence, Attention attention) {
        var item = new ListItem();
        for (var target : link.targets()) {
            if (item.getChildren().findAny().isPresent()) {
                var tie = new Span("⟂");
                tie.addClassName("muted");
                item.add(tie);
            }
            item.add(new PartDot(target.part()), new Span(words(target, evidence, attention)));
        }
        var relation = link.relation();
        if (relation != null) {
            var how = new Span(Labels.of(relation).toLowerCase(Locale.ROOT));
            how.addClassName("name");
            item.add(how);
        }
        if (link.alignment() != null) {
            item.add(new Span(Labels.of(link.alignment())));
        }
        return item;
    }

    private static String words(Target target, Evidence evidence, Attention attention) {
        var name = evidence.entities().stream()
                .filter(entity -> entity.id().equals(target.entity()))
                .map(Entity::name)
                .findFirst();
        return switch (target) {
            case org.conjoint.evidence.Span span -> "“%s”".formatted(span.quote());
            case Region region -> name.orElse("region");
            case Interval interval ->
                "%s%s–%s%s"
                        .formatted(
                                name.map(each -> each + " ").orElse(""),
                                seconds(interval.startMillis()),
                                seconds(interval.endMillis()),
                                attention.equals(Attention.NONE)
                                        ? ""
                                        : " (%.0f %% heard)".formatted(100 * attention.heard(interval)));
        };
    }

    private static String seconds(long millis) {
        return "%d:%02d.%d".formatted(millis / 60_000, millis / 1000 % 60, millis / 100 % 10);
    }
}
