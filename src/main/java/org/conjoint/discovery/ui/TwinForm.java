package org.conjoint.discovery.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.conjoint.content.Post;
import org.conjoint.content.PostData;
import org.conjoint.content.Transcript;
import org.conjoint.content.TwinDraft;
import org.conjoint.content.TwinOutcome;
import org.conjoint.meaning.JointGrade;
import org.conjoint.meaning.Part;
import org.conjoint.ui.Words;
import org.jspecify.annotations.Nullable;

/** What of a post shall be another: the part, its new content, and the joint grade that is expected. */
final class TwinForm extends Div {

    private final transient Post original;
    private final transient Consumer<PostData> preview;
    private final transient Function<TwinDraft, TwinOutcome> making;
    private final transient Supplier<String> freeName;
    private final RadioButtonGroup<Part> part = new RadioButtonGroup<>("Changed part");
    private final TextArea caption = new TextArea("Caption");
    private final TextField altText = new TextField("Alt text");
    private final TwinMedium medium;
    private final TextArea transcript = new TextArea("Transcript of the new sound");
    private final RadioButtonGroup<JointGrade> expected = new RadioButtonGroup<>("Expected for the whole");
    private final Div change = new Div();
    private final Div problem = new Div();

    /**
     * @param preview shown the twin after every change
     * @param making makes it
     * @param freeName an id for it
     */
    TwinForm(
            Post original,
            TwinMedium medium,
            Consumer<PostData> preview,
            Function<TwinDraft, TwinOutcome> making,
            Supplier<String> freeName) {
        this.original = original;
        this.medium = medium;
        this.preview = preview;
        this.making = making;
        this.freeName = freeName;
        addClassNames("card", "twin-form");
        var heading = new H2("Change one part");
        heading.addClassName("label");
        part.setItems(parts(original.data()));
        part.setItemLabelGenerator(Words::of);
        part.setValue(Part.CAPTION);
        part.addValueChangeListener(_ -> choose());
        expected.setItems(JointGrade.NONE, JointGrade.BORDERLINE, JointGrade.VIOLATING);
        expected.setItemLabelGenerator(Words::of);
        caption.setValue(orEmpty(original.data().caption()));
        altText.setValue(orEmpty(original.data().altText()));
        for (var text : List.of(caption, transcript)) {
            text.setValueChangeMode(ValueChangeMode.LAZY);
            text.setMaxLength(200_000);
            text.addValueChangeListener(_ -> show());
        }
        altText.setValueChangeMode(ValueChangeMode.LAZY);
        altText.addValueChangeListener(_ -> show());
        medium.onChosen(this::show);
        change.addClassName("twin-change");
        problem.addClassName("form-problem");
        problem.getElement().setAttribute("role", "alert");
        var make = new Button("Make the twin", _ -> make());
        make.addThemeVariants(ButtonVariant.PRIMARY);
        add(heading, part, hint(original.data()), change, expected, problem, make);
        choose();
    }

    /** A video is image and sound at once; of a post with one only the caption can change. */
    private static List<Part> parts(PostData data) {
        return data.video() == null ? List.of(Part.IMAGE, Part.CAPTION, Part.AUDIO) : List.of(Part.CAPTION);
    }

    private static Component hint(PostData data) {
        var hint = new Span(
                data.video() == null
                        ? "The smallest change to one part that changes the whole; the others stay as they are."
                        : "A video is image and sound at once, so only the caption can change.");
        hint.addClassName("hint");
        return hint;
    }

    private void choose() {
        change.removeAll();
        medium.choose(part.getValue());
        switch (part.getValue()) {
            case CAPTION -> change.add(caption, altText);
            case IMAGE -> change.add(medium);
            case AUDIO -> change.add(medium, transcript);
        }
        show();
    }

    private void show() {
        try {
            preview.accept(data(original.data().externalId()));
            problem.setText("");
        } catch (IllegalArgumentException e) {
            problem.setText(e.getMessage());
        }
    }

    private void make() {
        var grade = expected.getValue();
        if (grade == null) {
            problem.setText("Say which grade you expect for the whole.");
            return;
        }
        try {
            var draft = new TwinDraft(original.id(), data(freeName.get()), part.getValue(), grade);
            problem.setText(
                    switch (making.apply(draft)) {
                        case TwinOutcome.Made _ -> "";
                        case TwinOutcome.Refused(var why) -> why.message() + ".";
                    });
        } catch (IllegalArgumentException e) {
            problem.setText(e.getMessage());
        }
    }

    private PostData data(String id) {
        var data = original.data();
        var changed = part.getValue();
        var sound = changed == Part.AUDIO && medium.chosen() != null;
        return new PostData(
                id,
                changed == Part.CAPTION ? orNull(caption.getValue()) : data.caption(),
                changed == Part.CAPTION ? orNull(altText.getValue()) : data.altText(),
                data.language(),
                data.author(),
                data.createdAt(),
                data.source(),
                changed == Part.IMAGE && medium.chosen() != null ? medium.chosen() : data.image(),
                sound ? medium.chosen() : data.audio(),
                data.video(),
                sound ? script() : data.transcript());
    }

    private @Nullable Transcript script() {
        var text = orNull(transcript.getValue());
        return text == null ? null : Transcript.read(text).transcript();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
