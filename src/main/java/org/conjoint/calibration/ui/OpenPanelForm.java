package org.conjoint.calibration.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.function.Consumer;
import org.conjoint.calibration.RoundPlan;
import org.conjoint.policy.PolicyLocale;
import org.conjoint.policy.PolicyVersion;
import org.conjoint.ui.Moments;

/** What a panel is to judge, and how many raters judge each post. */
final class OpenPanelForm extends Div {

    private static final int USUAL_POSTS = 60;

    private final PolicyVersion version;
    private final Select<String> language = new Select<>();
    private final IntegerField posts = number("Posts", USUAL_POSTS, RoundPlan.LEAST_POSTS, RoundPlan.MOST_POSTS);
    private final IntegerField raters =
            number("Raters a post", RoundPlan.LEAST_RATERS, RoundPlan.LEAST_RATERS, RoundPlan.MOST_RATERS);
    private final IntegerField seed = number("Draw", 1, 1, 999_999);
    private final Button open = new Button("Open the panel");

    /** @param draw a number that no panel of the version was drawn by */
    OpenPanelForm(PolicyVersion version, int draw, Consumer<RoundPlan> opened) {
        this.version = version;
        addClassNames("card", "panel-form");
        language.setLabel("Language");
        language.setItems(version.locales().stream().map(PolicyLocale::tag).toList());
        language.setItemLabelGenerator(Moments::language);
        language.setValue(version.locale());
        seed.setValue(draw);
        seed.setHelperText("The same number draws the same posts");
        open.addThemeVariants(ButtonVariant.PRIMARY);
        open.setDisableOnClick(true);
        open.addClickListener(_ -> send(opened));
        var what = new Paragraph(
                "Posts that were judged under the version in force: two thirds near the line or under a clause that changes, one third others; and those with a known answer. Each is judged under this text and, by other raters, under the text in force. None of it counts for the posts.");
        what.addClassName("muted");
        var fields = new Div(language, posts, raters, seed);
        fields.addClassName("panel-fields");
        add(new H2("Have a panel try it out"), what, fields, open);
    }

    private void send(Consumer<RoundPlan> opened) {
        try {
            if (posts.isInvalid()
                    || raters.isInvalid()
                    || seed.isInvalid()
                    || posts.isEmpty()
                    || raters.isEmpty()
                    || seed.isEmpty()) {
                return;
            }
            opened.accept(new RoundPlan(
                    version.id(), language.getValue(), posts.getValue(), raters.getValue(), seed.getValue()));
        } finally {
            open.setEnabled(true);
        }
    }

    private static IntegerField number(String label, int value, int least, int most) {
        var field = new IntegerField(label);
        field.setMin(least);
        field.setMax(most);
        field.setValue(value);
        field.setStepButtonsVisible(true);
        field.setErrorMessage("%d to %d".formatted(least, most));
        return field;
    }
}
