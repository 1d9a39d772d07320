package org.conjoint.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.conjoint.meaning.JointGrade;
import org.conjoint.meaning.Part;

/** Three circles, one a part, with every sufficient set filled; the words beside it say the same. */
@Tag("conjoint-glyph")
public final class CompositionGlyph extends Component {

    public CompositionGlyph() {
        Scripts.kit(this);
    }

    /**
     * Draws a composition.
     *
     * @param present the parts that the post has
     * @param sufficient the sets of parts that reach the joint grade alone
     */
    public void show(Set<Part> present, List<Set<Part>> sufficient, JointGrade grade) {
        getElement().setProperty("present", codes(present, " "));
        getElement().setProperty("grade", grade.code());
        getElement()
                .setProperty(
                        "sets", sufficient.stream().map(set -> codes(set, "+")).collect(Collectors.joining(" ")));
    }

    private static String codes(Set<Part> parts, String between) {
        return parts.stream().sorted().map(Part::code).collect(Collectors.joining(between));
    }
}
