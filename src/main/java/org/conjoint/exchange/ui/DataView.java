package org.conjoint.exchange.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.conjoint.access.Roles;
import org.conjoint.exchange.Imports;
import org.conjoint.exchange.Uploads;
import org.conjoint.exchange.VerdictExportJob;
import org.conjoint.jobs.Jobs;
import org.conjoint.jobs.ui.LiveJobs;
import org.conjoint.work.Queues;

/** Bringing data in and handing verdicts out. */
@Route("data")
@PageTitle("Data")
@Menu(title = "Data", order = 50, icon = "import")
@RolesAllowed({Roles.DATA_ENGINEER, Roles.ADMIN})
class DataView extends Div {

    DataView(Imports imports, Uploads uploads, VerdictExportJob exports, Jobs jobs, Queues queues) {
        addClassNames("page-scroll", "data");
        var intro = new Paragraph(
                "Posts and verdicts come in as folders, archives or JSON lines; verdicts go out with their"
                        + " lineage. Both run as jobs and report every row.");
        intro.addClassName("muted");
        var forms = new Div(new ImportForm(imports, uploads), new ExportForm(exports, jobs, queues));
        forms.addClassName("data-forms");
        var recent = new LiveJobs(
                jobs, job -> job.kind().equals(Imports.KIND) || job.kind().equals(VerdictExportJob.KIND));
        var none = new Paragraph(
                "Nothing has come in or gone out yet; each import and export is listed here with its report.");
        none.addClassNames("muted", "no-jobs");
        add(new H1("Data"), intro, forms, new H2("Imports and exports"), recent, none);
    }
}
