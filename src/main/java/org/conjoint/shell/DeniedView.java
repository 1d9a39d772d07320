package org.conjoint.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Collectors;
import org.conjoint.access.CurrentUser;
import org.conjoint.ui.EmptyState;

/** The page exists, and is not for the roles at work. */
@ParentLayout(MainLayout.class)
@PageTitle("Not for your roles")
@AnonymousAllowed
class DeniedView extends Div implements HasErrorParameter<AccessDeniedException> {

    private final CurrentUser currentUser;

    DeniedView(CurrentUser currentUser) {
        this.currentUser = currentUser;
        addClassName("whole");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> problem) {
        var roles = currentUser.roles().stream()
                .sorted()
                .map(role -> getTranslation("role." + role.name()))
                .collect(Collectors.joining(", "));
        add(new EmptyState(
                "shield",
                getTranslation("error.denied.title"),
                getTranslation("error.denied.text", currentUser.name(), roles),
                Links.home()));
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
