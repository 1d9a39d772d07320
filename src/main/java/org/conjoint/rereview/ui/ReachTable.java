package org.conjoint.rereview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import org.conjoint.moderation.staleness.BlastRadius.ClauseEffect;
import org.conjoint.moderation.staleness.BlastRadius.Reached;

/** Which verdicts each change has read again and which it leaves, those that violate apart from the others. */
final class ReachTable extends NativeTable {

    private final Locale locale;

    ReachTable(List<ClauseEffect> effects, Locale locale) {
        this.locale = locale;
        addClassName("reach-table");
        var head = new NativeTableRow(
                new NativeTableHeaderCell(""),
                column("None, borderline", "Also those who could not tell"),
                column("Violating", ""));
        var body = new NativeTableBody();
        effects.forEach(effect -> body.add(row(effect)));
        add(new NativeTableHeader(head), body);
    }

    private static NativeTableHeaderCell column(String words, String more) {
        var cell = new NativeTableHeaderCell(words);
        cell.getElement().setAttribute("scope", "col");
        if (!more.isEmpty()) {
            cell.getElement().setAttribute("title", more);
        }
        return cell;
    }

    private NativeTableRow row(ClauseEffect effect) {
        var name = new NativeTableHeaderCell(
                "%s %s".formatted(RadiusWords.number(effect.change()), RadiusWords.kind(effect.change())));
        name.getElement()
                .setAttribute("scope", "row")
                .setAttribute("title", effect.change().clauseId());
        return new NativeTableRow(name, cell(effect.notViolating()), cell(effect.violating()));
    }

    private NativeTableCell cell(Reached reached) {
        var numbers = new Div();
        numbers.addClassName("reach-cell");
        if (reached.stale() > 0) {
            numbers.add(number("again", reached.stale(), "read again"));
        }
        if (reached.kept() > 0) {
            numbers.add(number("on-purpose", reached.kept(), "kept on purpose"));
        }
        if (reached.untouched() > 0 || reached.stale() + reached.kept() == 0) {
            numbers.add(number("untouched", reached.untouched(), "kept"));
        }
        return new NativeTableCell((Component) numbers);
    }

    private Span number(String name, long count, String words) {
        var number = new Span("%s %s".formatted(RadiusWords.count(count, locale), words));
        number.addClassNames("reach", name);
        return number;
    }
}
