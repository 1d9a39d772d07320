package org.conjoint.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.conjoint.ui.ErrorState;

/** A page could not be made; the log has the cause under the reference that is shown. */
@ParentLayout(MainLayout.class)
@PageTitle("Something went wrong")
@AnonymousAllowed
class InternalErrorView extends Div implements HasErrorParameter<Exception> {

    InternalErrorView() {
        addClassName("whole");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> problem) {
        var reference =
                Problems.log("at /" + event.getLocation().getPathWithQueryParameters(), problem.getCaughtException());
        add(new ErrorState(
                getTranslation("error.internal.title"),
                getTranslation("error.internal.text", reference),
                new Button(
                        getTranslation("action.reload"),
                        click -> click.getSource()
                                .getUI()
                                .orElseThrow()
                                .getPage()
                                .reload()),
                Links.home()));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
