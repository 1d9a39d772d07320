package org.conjoint.policy.ui;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.conjoint.policy.ClauseNote;
import org.conjoint.policy.PolicyReading;

/** The whole text of a version with its examples and what stood beside its clauses, for screens of other modules. */
public final class SeenText extends Div {

    public SeenText(PolicyReading reading, List<ClauseNote> notes) {
        addClassName("seen-text");
        add(new PolicyArticle(reading, notes));
    }
}
