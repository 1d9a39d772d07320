package org.conjoint.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.conjoint.ui.EmptyState;

/** No page at this address. */
@ParentLayout(MainLayout.class)
@PageTitle("Not found")
@AnonymousAllowed
class NotFoundView extends Div implements HasErrorParameter<NotFoundException> {

    NotFoundView() {
        addClassName("whole");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> problem) {
        add(new EmptyState(
                "search",
                getTranslation("error.missing.title"),
                getTranslation("error.missing.text", "/" + event.getLocation().getPath()),
                Links.home()));
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
