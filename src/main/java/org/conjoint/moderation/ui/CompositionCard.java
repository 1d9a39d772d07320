package org.conjoint.moderation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.conjoint.meaning.Carriers;
import org.conjoint.meaning.JointGrade;
import org.conjoint.meaning.Part;
import org.conjoint.moderation.VerdictGuide;
import org.conjoint.ui.CompositionGlyph;
import org.conjoint.ui.Words;

/** How the whole came about: computed by the server from the grades, in a word, a sentence and a drawing. */
final class CompositionCard extends Section {

    private final CompositionGlyph glyph = new CompositionGlyph();
    private final Span name = new Span();
    private final Span meaning = new Span();
    private final Span carriers = new Span();
    private final Div card = new Div();

    CompositionCard() {
        super("How it comes about");
        addClassName("composition");
        name.addClassName("name");
        carriers.addClassName("muted");
        var words = new Div(name, meaning, carriers);
        words.addClassName("words");
        words.getElement().setAttribute("aria-live", "polite");
        card.add(glyph, words);
        card.addClassName("composition-card");
        add(card);
    }

    @Override
    void show(FormState form, VerdictGuide guide) {
        var joint = form.toForm().joint();
        var composition = guide.composition();
        card.removeClassNames("grade-none", "grade-borderline", "grade-violating");
        card.setClassName("open", composition == null || joint == null);
        if (composition != null && joint != null) {
            card.addClassName(Words.colour(joint).isEmpty() ? "open" : Words.colour(joint));
            name.setText(Words.of(composition));
            meaning.setText(Words.meaning(composition));
            carriers.setText(guide.carriers() == null ? "" : sentence(guide.carriers(), form.present()));
        } else {
            name.setText("Not yet");
            meaning.setText(
                    joint != null && joint.aboveNone() && form.principal() == null
                            ? "It is computed once the whole has its principal clause."
                            : "It is computed when every part and the whole have a grade.");
            carriers.setText("");
        }
        glyph.show(
                form.present(),
                guide.carriers() == null ? List.of() : guide.carriers().sufficientSets(),
                joint == null ? JointGrade.NONE : joint);
    }

    /** Image and caption suffice; the caption is in every set. */
    static String sentence(Carriers carriers, Set<Part> present) {
        if (carriers.sufficientSets().isEmpty()) {
            return "";
        }
        var sets = carriers.sufficientSets().stream().map(CompositionCard::and).toList();
        if (sets.size() == 1 && carriers.sufficientSets().getFirst().equals(present)) {
            return present.size() > 1 ? "It takes all of them." : "";
        }
        var suffice = String.join(", or ", sets)
                + (carriers.sufficientSets().getLast().size() == 1 ? " suffices." : " suffice.");
        return suffice.substring(0, 1).toUpperCase() + suffice.substring(1);
    }

    private static String and(Set<Part> parts) {
        return parts.stream().sorted().map(part -> Words.of(part).toLowerCase()).collect(Collectors.joining(" and "));
    }

    String named() {
        return name.getText();
    }

    @Override
    boolean owns(String field) {
        return false;
    }

    @Override
    void focusField(String field) {}
}
