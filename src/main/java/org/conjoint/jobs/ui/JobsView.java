package org.conjoint.jobs.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.conjoint.access.Roles;
import org.conjoint.jobs.Jobs;
import org.conjoint.ui.EmptyState;

/** All jobs, the newest first, with live progress. */
@Route(JobNavigation.JOBS)
@PageTitle("Jobs")
@Menu(title = "Jobs", order = 60, icon = "jobs")
@RolesAllowed({Roles.DATA_ENGINEER, Roles.ADMIN})
class JobsView extends Div {

    JobsView(Jobs jobs) {
        addClassNames("page-scroll", "jobs");
        var intro = new Paragraph(
                "Imports, exports and other long work. A job goes on where it stopped, also after a crash.");
        intro.addClassName("muted");
        add(new H1("Jobs"), intro);
        var list = new LiveJobs(jobs, job -> true);
        add(list);
        if (list.isEmpty()) {
            add(new EmptyState("jobs", "No job yet", "Start an import or an export under Data; it appears here."));
        }
    }
}
