package org.conjoint.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.menu.MenuConfiguration;
import org.conjoint.access.CurrentUser;
import org.conjoint.ui.BarContent;
import org.jspecify.annotations.Nullable;

/** The frame: the bar above, the navigation at the side, one view in the middle. */
@Layout
@AnonymousAllowed
class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private final Rail rail = new Rail();
    private final Div start = new Div();
    private final Div end = new Div();
    private final Main main = new Main();

    private @Nullable Component content;

    MainLayout(CurrentUser currentUser, AccountMenu accountMenu) {
        addClassName("frame");
        start.addClassName("bar-start");
        end.addClassName("bar-end");
        main.setId("content");
        main.getElement().setAttribute("tabindex", "-1");

        var skip = new Anchor("#content", getTranslation("frame.skip"));
        skip.addClassName("skip");
        skip.getElement().setAttribute("router-ignore", true);
        var brand = new RouterLink(getTranslation("product"), HomeView.class);
        brand.addClassName("brand");
        var grow = new Span();
        grow.addClassName("grow");
        var bar = new Header(brand, start, grow, end);
        bar.addClassName("topbar");
        if (currentUser.isSignedIn()) {
            bar.add(accountMenu.build(currentUser));
        }
        add(skip, bar, rail, main);
    }

    @Override
    public void showRouterLayoutContent(@Nullable HasElement shown) {
        main.getElement().removeAllChildren();
        content = shown == null ? null : shown.getElement().getComponent().orElse(null);
        if (shown != null) {
            main.getElement().appendChild(shown.getElement());
        }
    }

    @Override
    public void removeRouterLayoutContent(@Nullable HasElement old) {
        main.getElement().removeAllChildren();
        content = null;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        rail.show(event.getLocation().getPath());
        start.removeAll();
        end.removeAll();
        if (content instanceof BarContent own) {
            start.add(own.barStart());
            end.add(own.barEnd());
        } else {
            MenuConfiguration.getPageHeader(content).ifPresent(title -> start.add(crumb(title)));
        }
    }

    private static Component crumb(String title) {
        var here = new Span(title);
        here.getElement().setAttribute("aria-current", "page");
        var crumb = new Span(here);
        crumb.addClassName("crumb");
        return crumb;
    }
}
