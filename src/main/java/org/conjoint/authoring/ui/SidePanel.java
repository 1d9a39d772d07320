package org.conjoint.authoring.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.function.Consumer;
import org.conjoint.authoring.Side;

/** What somebody wrote over a passage that another had changed, and the choice between the two. */
final class SidePanel extends Section {

    /** @param chosen takes whether what was kept aside shall stand */
    SidePanel(Side side, ActorNames names, Consumer<Boolean> chosen) {
        addClassNames("card", "side-panel");
        var mine = side.mine();
        add(new H2("Also written, by %s".formatted(names.of(side.writtenBy()))));
        if (!mine.title().isEmpty()) {
            add(new Paragraph(mine.title()));
        }
        var text = new Paragraph(mine.text());
        text.addClassName("kept-words");
        add(text);
        if (!mine.test().isEmpty()) {
            add(new Paragraph(mine.test()));
        }
        var keep = new Button("Let this stand", click -> chosen.accept(true));
        keep.addThemeVariants(ButtonVariant.PRIMARY);
        var row = new Div(new Button("Keep what stands", click -> chosen.accept(false)), keep);
        row.addClassName("steps-buttons");
        add(row);
    }
}
