package org.conjoint.authoring.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.conjoint.authoring.DraftReading;
import org.conjoint.authoring.Passage;
import org.conjoint.authoring.Wording;

/** The canonical words of a passage for those who translate it; sentences that the version before did not have are marked. */
final class SourceText extends Section {

    SourceText(DraftReading reading, Passage canonical) {
        addClassName("source-text");
        var tag = canonical.locale().orElse("en");
        var locale = Locale.forLanguageTag(tag);
        var now = reading.read(canonical).orElse(Wording.of(""));
        var known = Set.copyOf(sentences(reading.readBase(canonical).orElse(Wording.of("")), locale));
        add(new H2("The text to translate"));
        var words = new Div();
        words.getElement().setAttribute("lang", tag).setAttribute("dir", "auto");
        var fresh = false;
        for (var sentence : sentences(now, locale)) {
            var span = new Span(sentence + " ");
            if (!known.isEmpty() && !known.contains(sentence)) {
                span.addClassName("fresh");
                fresh = true;
            }
            words.add(span);
        }
        add(words);
        if (fresh) {
            var note = new Paragraph("Underlined sentences have changed since the version in force.");
            note.addClassName("hint");
            add(note);
        }
    }

    private static List<String> sentences(Wording wording, Locale locale) {
        var all = String.join("\n", wording.title(), wording.text(), wording.test());
        var breaks = BreakIterator.getSentenceInstance(locale);
        breaks.setText(all);
        var sentences = new ArrayList<String>();
        var start = breaks.first();
        for (var end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            var sentence = all.substring(start, end).strip().replaceAll("\\s+", " ");
            if (!sentence.isEmpty()) {
                sentences.add(sentence);
            }
        }
        return sentences;
    }
}
