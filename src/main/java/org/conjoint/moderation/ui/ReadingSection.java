package org.conjoint.moderation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;
import org.conjoint.moderation.VerdictGuide;
import org.conjoint.ui.Answers;

/** Completes the sentence “Together, this post says that …”: what is meant, not what is shown; 10 to 240 characters. */
final class ReadingSection extends Section {

    private static final int LEAST = 10;
    private static final int MOST = 240;

    private final TextArea text = new TextArea();
    private final Span count = new Span();

    ReadingSection(Consumer<String> written) {
        super("What it means");
        addClassName("reading");
        var lead = new Span("Together, this post says that");
        lead.addClassNames("lead", "muted");
        lead.setId("reading-lead");
        text.setAriaLabel("Together, this post says that");
        text.getElement().setAttribute("aria-describedby", troubleId());
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(250);
        Answers.text(text, "reading");
        text.setMinRows(2);
        text.setMaxRows(4);
        text.setWidthFull();
        text.setPlaceholder("…  R to write");
        count.addClassNames("num", "count", "hint");
        text.addValueChangeListener(change -> {
            counted(change.getValue());
            if (change.isFromClient()) {
                written.accept(change.getValue());
            }
        });
        var say = new Div(lead, text);
        say.addClassName("say");
        add(say, count);
        counted("");
    }

    private void counted(String value) {
        var length = value.strip().codePointCount(0, value.strip().length());
        count.setText("%d / %d".formatted(length, MOST));
        count.setClassName("off", length > MOST || (length > 0 && length < LEAST));
    }

    TextArea field() {
        return text;
    }

    @Override
    void show(FormState form, VerdictGuide guide) {
        if (!text.getValue().equals(form.reading())) {
            text.setValue(form.reading());
        }
    }

    @Override
    boolean owns(String field) {
        return field.equals("reading");
    }

    @Override
    void focusField(String field) {
        text.focus();
    }
}
