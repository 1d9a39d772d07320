package org.conjoint.rereview.ui;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableFooter;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.conjoint.moderation.staleness.BlastRadius;
import org.conjoint.moderation.staleness.BlastRadius.ClauseEffect;
import org.conjoint.moderation.staleness.ChangedClause;
import org.conjoint.ui.Words;

/** The stale verdicts by composition and by the change that makes them so. */
final class CompositionTable extends NativeTable {

    /** Columns beside the one of all; the changes that reach most have one. */
    private static final int MOST_COLUMNS = 4;

    private final BlastRadius radius;
    private final Locale locale;
    private final List<ChangedClause> columns;

    CompositionTable(BlastRadius radius, Locale locale) {
        this.radius = radius;
        this.locale = locale;
        this.columns = radius.clauses().stream()
                .filter(effect -> effect.stale() > 0)
                .sorted(Comparator.comparingLong(ClauseEffect::stale).reversed())
                .limit(MOST_COLUMNS)
                .map(ClauseEffect::change)
                .toList();
        addClassName("composition-table");
        var head = new NativeTableRow(header("Stale by composition", "col"));
        columns.forEach(change -> {
            var cell = header(RadiusWords.number(change), "col");
            cell.getElement().setAttribute("title", "%s, %s".formatted(change.clauseId(), RadiusWords.kind(change)));
            head.add(cell);
        });
        head.add(header("All", "col"));
        var body = new NativeTableBody();
        radius.compositions().forEach(each -> {
            var row = new NativeTableRow(header(Words.of(each.composition()), "row"));
            columns.forEach(change -> row.add(number(each.changes().getOrDefault(change, 0L))));
            row.add(number(each.all()));
            body.add(row);
        });
        add(new NativeTableHeader(head), body, new NativeTableFooter(sums()));
    }

    /** Whether changes reach verdicts that have no column of their own. */
    boolean leavesOut() {
        return radius.clauses().stream().filter(effect -> effect.stale() > 0).count() > columns.size();
    }

    /** Whether the columns add up to more than all, since several changes reach the same verdict. */
    boolean overlaps() {
        return radius.clauses().stream().mapToLong(ClauseEffect::stale).sum() > radius.stale();
    }

    private NativeTableRow sums() {
        var row = new NativeTableRow(header("All", "row"));
        columns.forEach(change -> row.add(number(radius.clauses().stream()
                .filter(effect -> effect.change().equals(change))
                .mapToLong(ClauseEffect::stale)
                .sum())));
        row.add(number(radius.stale()));
        return row;
    }

    private static NativeTableHeaderCell header(String words, String scope) {
        var cell = new NativeTableHeaderCell(words);
        cell.getElement().setAttribute("scope", scope);
        return cell;
    }

    private NativeTableCell number(long count) {
        var cell = new NativeTableCell(count == 0 ? "–" : RadiusWords.count(count, locale));
        cell.addClassName("num");
        return cell;
    }
}
