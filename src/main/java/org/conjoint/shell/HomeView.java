package org.conjoint.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.text.NumberFormat;
import java.util.Comparator;
import java.util.List;
import org.conjoint.access.CurrentUser;
import org.conjoint.ui.EmptyState;
import org.conjoint.ui.HomeTile;
import org.conjoint.ui.HomeTiles;
import org.conjoint.ui.Icon;
import org.springframework.beans.factory.ObjectProvider;

/** The start page: what one can do now. */
@Route("")
@PageTitle("Start")
@Menu(title = "Start", order = 0, icon = "home")
@PermitAll
class HomeView extends Div {

    HomeView(CurrentUser currentUser, ObjectProvider<HomeTiles> sources) {
        addClassNames("page-scroll", "home");
        var tiles = sources.orderedStream()
                .flatMap(source -> source.now().stream())
                .sorted(Comparator.comparingInt(HomeTile::order))
                .toList();
        var head = new Div(
                new H1(getTranslation("home.hello", currentUser.name())), new Paragraph(getTranslation("home.text")));
        head.addClassName("page-head");
        add(head, tiles.isEmpty() ? nothing() : grid(tiles));
    }

    private Component nothing() {
        return new EmptyState("ok", getTranslation("home.empty.title"), getTranslation("home.empty.text"));
    }

    private Component grid(List<HomeTile> tiles) {
        var grid = new Div();
        grid.addClassName("tiles");
        tiles.forEach(tile -> grid.add(card(tile)));
        return grid;
    }

    private Component card(HomeTile tile) {
        var title = new Span(tile.title());
        title.addClassName("tile-title");
        var detail = new Span(tile.detail());
        detail.addClassName("muted");
        var card = new Anchor(tile.path(), new Icon(tile.icon()), title, detail);
        card.addClassNames("card", "tile");
        if (tile.count() != null) {
            var count = new Span(NumberFormat.getIntegerInstance(getLocale()).format(tile.count()));
            count.addClassNames("tile-count", "num");
            var line = new Span(count, new Span(tile.unit()));
            line.addClassName("tile-line");
            card.add(line);
        }
        return card;
    }
}
