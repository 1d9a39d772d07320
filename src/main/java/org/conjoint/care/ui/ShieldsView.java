package org.conjoint.care.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.conjoint.access.CurrentUser;
import org.conjoint.access.Role;
import org.conjoint.care.ShieldChoices;
import org.conjoint.care.ShieldFrom;
import org.conjoint.ui.Shield;
import org.jspecify.annotations.Nullable;

/** One's own shields, and for those who look after the work the floor for everyone. Each choice holds at once. */
@Route("settings/shields")
@PageTitle("Shields")
@Menu(title = "Shields", order = 125, icon = "shield")
@PermitAll
class ShieldsView extends Div {

    private final ShieldChoices shields;
    private final ShieldCard mine;
    private final @Nullable ShieldCard floor;
    private final Paragraph said = new Paragraph();

    ShieldsView(ShieldChoices shields, CurrentUser currentUser) {
        this.shields = shields;
        addClassNames("page-scroll", "page");
        var head = new Div(new H1(getTranslation("shields.title")), new Paragraph(getTranslation("shields.text")));
        head.addClassName("page-head");
        said.addClassName("shields-said");
        said.getElement().setAttribute("role", "status");
        mine = new ShieldCard("shields.mine", this::choose);
        add(head, mine);
        if (currentUser.has(Role.QUALITY_LEAD) || currentUser.has(Role.ADMIN)) {
            floor = new ShieldCard("shields.floor", this::setFloor);
            add(floor);
        } else {
            floor = null;
        }
        add(said);
        show();
    }

    private void choose(Shield shield, ShieldFrom from) {
        shields.choose(shield, from);
        kept("shields.kept.mine", shield, from);
    }

    private void setFloor(Shield shield, ShieldFrom from) {
        shields.setFloor(shield, from);
        kept("shields.kept.floor", shield, from);
    }

    private void kept(String key, Shield shield, ShieldFrom from) {
        show();
        said.setText(getTranslation(
                key, getTranslation("shield." + shield.code()), getTranslation("shields.from." + from.code())));
    }

    private void show() {
        var asked = shields.floor();
        mine.show(shields.mine().union(asked), asked);
        if (floor != null) {
            floor.show(asked);
        }
    }

    ShieldCard mine() {
        return mine;
    }

    @Nullable ShieldCard floor() {
        return floor;
    }

    String said() {
        return said.getText();
    }
}
