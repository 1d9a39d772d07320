package org.conjoint.calibration.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import org.conjoint.calibration.RoundFigures;
import org.conjoint.policy.AgreementBar;

/** The gate on agreement: what the panel came to, what the policy asks for, and how grades move. */
final class GateSection extends Section {

    GateSection(RoundFigures figures, AgreementBar bar) {
        addClassName("gate");
        var title = new H2("Gate on agreement, joint grade");
        var head = new Div(title, new Span("α (95 %)"));
        head.addClassName("gate-head");
        add(head, new GateReading("All clauses", figures.joint(), bar.joint()));
        if (figures.severe() != null) {
            add(new GateReading("Severe", figures.severe(), bar.severe()));
        }
        if (figures.old() != null) {
            var before = new GateReading("As it is", figures.old(), bar.joint());
            before.addClassName("gate-before");
            add(before);
        }
        add(axis(), moves(figures));
    }

    private static Div axis() {
        var axis = new Div(new Span("0.5"), new Span("1.0"));
        axis.addClassNames("gate-axis", "num");
        axis.getElement().setAttribute("aria-hidden", "true");
        return axis;
    }

    private static Paragraph moves(RoundFigures figures) {
        var words = new ArrayList<String>();
        if (figures.known() > 0) {
            words.add("Gold replay %d of %d the same".formatted(figures.knownSame(), figures.known()));
        }
        if (figures.old() != null) {
            words.add("shadow panel %d of %d up, %d down".formatted(figures.up(), figures.posts(), figures.down()));
        }
        var line = new Paragraph(sentence(String.join("; ", words)));
        line.addClassName("hint");
        return line;
    }

    private static String sentence(String words) {
        return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
