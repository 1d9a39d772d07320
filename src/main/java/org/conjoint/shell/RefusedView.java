package org.conjoint.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.conjoint.ui.EmptyState;
import org.springframework.security.access.AccessDeniedException;

/** The page is for the roles at work, but what it would show is not. */
@ParentLayout(MainLayout.class)
@PageTitle("Not for you")
@AnonymousAllowed
class RefusedView extends Div implements HasErrorParameter<AccessDeniedException> {

    RefusedView() {
        addClassName("whole");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> problem) {
        add(new EmptyState(
                "shield", getTranslation("error.refused.title"), getTranslation("error.refused.text"), Links.home()));
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
