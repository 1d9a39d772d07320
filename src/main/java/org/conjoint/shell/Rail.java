package org.conjoint.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import java.util.LinkedHashMap;
import java.util.Map;
import org.conjoint.ui.Icon;

/**
 * The labelled navigation: what the menu of the routes offers to the roles at work. An entry of {@code @Menu} gives its
 * title, its order, and as icon a name in {@code icons.css}; from order 100 on it stands at the foot. Entries whose path
 * lies below {@code settings/} are listed on the settings page instead.
 */
final class Rail extends Nav {

    private static final double FOOT = 100;

    private final Map<String, Anchor> links = new LinkedHashMap<>();

    Rail() {
        addClassName("rail");
        setAriaLabel(getTranslation("frame.navigation"));
        var foot = false;
        for (var entry : MenuConfiguration.getMenuEntries()) {
            if (isBelowSettings(entry)) {
                continue;
            }
            if (!foot && entry.order() != null && entry.order() >= FOOT) {
                var grow = new Span();
                grow.addClassName("grow");
                add(grow);
                foot = true;
            }
            var link = link(entry);
            links.put(path(entry), link);
            add(link);
        }
    }

    static boolean isBelowSettings(MenuEntry entry) {
        return path(entry).startsWith("settings/");
    }

    static String path(MenuEntry entry) {
        return entry.path().startsWith("/") ? entry.path().substring(1) : entry.path();
    }

    /** Marks the entry that leads to a path or to its parent. */
    void show(String path) {
        links.forEach((own, link) -> {
            var here = path.equals(own) || (!own.isEmpty() && path.startsWith(own + "/"));
            if (here) {
                link.getElement().setAttribute("aria-current", "page");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
    }

    private static Anchor link(MenuEntry entry) {
        var path = path(entry);
        var link = new Anchor(path.isEmpty() ? "." : path, "");
        link.add(new Icon(entry.icon() == null ? "list" : entry.icon()), new Span(entry.title()));
        return link;
    }
}
