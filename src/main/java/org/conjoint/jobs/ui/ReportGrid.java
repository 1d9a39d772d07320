package org.conjoint.jobs.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import org.conjoint.jobs.JobId;
import org.conjoint.jobs.JobRow;
import org.conjoint.jobs.Jobs;
import org.conjoint.jobs.RowOutcome;
import org.jspecify.annotations.Nullable;

/** The rows of a report, a page at a time; “More” reads on after the last. */
final class ReportGrid extends Div {
    private static final int PAGE = 200;

    private final transient Jobs jobs;
    private final Grid<JobRow> grid = new Grid<>();
    private final transient List<JobRow> rows = new ArrayList<>();
    private final Button more = new Button("More rows", click -> read());
    private transient @Nullable JobId job;
    private @Nullable RowOutcome outcome;

    ReportGrid(Jobs jobs) {
        this.jobs = jobs;
        grid.addColumn(JobRow::number).setHeader("Row").setAutoWidth(true).setFlexGrow(0);
        grid.addColumn(row -> JobWords.of(row.outcome()))
                .setHeader("Outcome")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(JobRow::subject).setHeader("What").setAutoWidth(true);
        grid.addColumn(JobRow::place).setHeader("Where").setAutoWidth(true);
        grid.addColumn(JobRow::message).setHeader("Why").setFlexGrow(3);
        grid.setAllRowsVisible(true);
        grid.addThemeVariants(GridVariant.WRAP_CELL_CONTENT);
        grid.addClassName("card");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setEmptyStateText("No such rows in the report");
        add(grid, more);
    }

    /** @param wanted only rows of this outcome; all when null */
    void show(JobId id, @Nullable RowOutcome wanted) {
        job = id;
        outcome = wanted;
        rows.clear();
        read();
    }

    private void read() {
        if (job == null) {
            return;
        }
        var page = jobs.rows(job, rows.isEmpty() ? 0 : rows.getLast().number(), PAGE, outcome);
        rows.addAll(page);
        grid.setItems(List.copyOf(rows));
        more.setVisible(page.size() == PAGE);
    }
}
