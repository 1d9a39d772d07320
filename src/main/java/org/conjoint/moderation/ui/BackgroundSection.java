package org.conjoint.moderation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.conjoint.meaning.Knowledge;
import org.conjoint.meaning.KnowledgeHad;
import org.conjoint.meaning.TargetKind;
import org.conjoint.moderation.VerdictGuide;
import org.conjoint.ui.Answers;

/**
 * What stands behind the judgement: whom it is aimed at, what one must know to see it, what else the post may say, and a
 * word to the authors of the policy. Folded away until it is wanted, so that nothing above it moves.
 */
final class BackgroundSection extends Section {

    private static final int PAUSE = 600;

    private final Select<TargetKind> target = new Select<>();
    private final CheckboxGroup<Knowledge> needed = new CheckboxGroup<>("What must one know to see it?");
    private final Select<KnowledgeHad> had = new Select<>();
    private final TextArea second = new TextArea("It may also say that …");
    private final TextArea note = new TextArea("Note to the authors of the policy");
    private final Details details;
    private final Map<String, Component> fields = new LinkedHashMap<>();
    private FormState form;

    /** @param changed called after the form was changed */
    BackgroundSection(FormState form, Runnable changed) {
        super("Background");
        this.form = form;
        addClassNames("further", "background");
        target.setLabel("Whom is it aimed at?");
        target.setItems(TargetKind.values());
        target.setItemLabelGenerator(value -> value == null ? "" : Labels.of(value));
        target.setEmptySelectionAllowed(true);
        target.addThemeNames("small");
        target.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                this.form.targetKind(change.getValue());
                changed.run();
            }
        });
        needed.setItems(Knowledge.values());
        needed.setItemLabelGenerator(Labels::of);
        needed.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                this.form.knowledgeNeeded(change.getValue());
                changed.run();
            }
        });
        had.setLabel("Did you know it?");
        had.setItems(KnowledgeHad.values());
        had.setItemLabelGenerator(value -> value == null ? "" : Labels.of(value));
        had.setEmptySelectionAllowed(true);
        had.addThemeNames("small");
        had.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                this.form.knowledgeHad(change.getValue());
                changed.run();
            }
        });
        text(second, text -> this.form.secondReading(text), changed);
        text(note, text -> this.form.noteToAuthor(text), changed);
        note.setMaxLength(1000);
        Answers.choice(target, "target_kind", TargetKind.values(), TargetKind::code);
        Answers.choice(needed, "knowledge_needed", Knowledge.values(), Knowledge::code);
        Answers.choice(had, "knowledge_had", KnowledgeHad.values(), KnowledgeHad::code);
        Answers.text(second, "second_reading");
        Answers.text(note, "note_to_author");
        fields.put("target_kind", target);
        fields.put("knowledge_needed", needed);
        fields.put("knowledge_had", had);
        fields.put("second_reading", second);
        fields.put("note_to_author", note);
        var body = new Div(target, needed, had, second, note);
        body.addClassName("fields");
        details = new Details("Target, knowledge, second reading, note", body);
        add(details);
    }

    private static void text(TextArea field, java.util.function.Consumer<String> write, Runnable changed) {
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE);
        field.setMinRows(2);
        field.addThemeNames("small");
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                write.accept(change.getValue());
                changed.run();
            }
        });
    }

    @Override
    void show(FormState shown, VerdictGuide guide) {
        form = shown;
        target.setValue(shown.targetKind());
        needed.setValue(Set.copyOf(shown.knowledgeNeeded()));
        had.setValue(shown.knowledgeHad());
        set(second, shown.secondReading());
        set(note, shown.noteToAuthor());
        fields.forEach((name, field) -> field.setVisible(guide.applies().contains(name)));
    }

    /** What is being typed is not written over. */
    private static void set(TextArea field, String text) {
        if (!field.getValue().strip().equals(text.strip())) {
            field.setValue(text);
        }
    }

    /** Opens it and goes to the note. */
    void writeNote() {
        details.setOpened(true);
        note.focus();
    }

    @Override
    boolean owns(String field) {
        return fields.containsKey(field);
    }

    @Override
    void focusField(String field) {
        details.setOpened(true);
        if (fields.get(field) instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }
}
