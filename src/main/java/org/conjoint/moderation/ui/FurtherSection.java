package org.conjoint.moderation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.select.Select;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.conjoint.meaning.AudioChannel;
import org.conjoint.meaning.BenignReason;
import org.conjoint.meaning.Part;
import org.conjoint.meaning.Stance;
import org.conjoint.moderation.VerdictGuide;
import org.conjoint.ui.Answers;
import org.conjoint.ui.Words;

/** What is asked only now and then: what defuses, what in the sound carries, the stance, why it is benign. */
final class FurtherSection extends Section {

    private final CheckboxGroup<Part> defusers = new CheckboxGroup<>("Which part takes the harm out?");
    private final CheckboxGroup<AudioChannel> channels = new CheckboxGroup<>("What in the sound carries it?");
    private final Select<Stance> stance = new Select<>();
    private final Select<BenignReason> benign = new Select<>();
    private final Map<String, Component> fields = new LinkedHashMap<>();
    private FormState form;

    /** @param changed called after the form was changed */
    FurtherSection(FormState form, Runnable changed) {
        super("Further");
        this.form = form;
        addClassName("further");
        defusers.setItems(form.present());
        defusers.setItemLabelGenerator(Words::of);
        defusers.addValueChangeListener(
                change -> tell(change.isFromClient(), () -> this.form.defusers(change.getValue()), changed));
        channels.setItems(AudioChannel.values());
        channels.setItemLabelGenerator(Labels::of);
        channels.addValueChangeListener(
                change -> tell(change.isFromClient(), () -> this.form.channels(change.getValue()), changed));
        stance.setLabel("Stance of the post to what it shows");
        stance.setItems(Stance.values());
        stance.setItemLabelGenerator(value -> value == null ? "" : Labels.of(value));
        stance.setEmptySelectionAllowed(true);
        stance.addValueChangeListener(
                change -> tell(change.isFromClient(), () -> this.form.stance(change.getValue()), changed));
        benign.setLabel("Why it is allowed");
        benign.setItems(BenignReason.values());
        benign.setItemLabelGenerator(value -> value == null ? "" : Labels.of(value));
        benign.setEmptySelectionAllowed(true);
        benign.addValueChangeListener(
                change -> tell(change.isFromClient(), () -> this.form.benignReason(change.getValue()), changed));
        Answers.choice(defusers, "defusers", form.present().toArray(Part[]::new), Part::code);
        Answers.choice(channels, "audio_channels", AudioChannel.values(), AudioChannel::code);
        Answers.choice(stance, "stance", Stance.values(), Stance::code);
        Answers.choice(benign, "benign_reason", BenignReason.values(), BenignReason::code);
        stance.addThemeNames("small");
        benign.addThemeNames("small");
        fields.put("defusers", defusers);
        fields.put("audio_channels", channels);
        fields.put("benign_reason", benign);
        fields.put("stance", stance);
        add(defusers, channels, benign, stance);
    }

    private static void tell(boolean byPerson, Runnable write, Runnable changed) {
        if (byPerson) {
            write.run();
            changed.run();
        }
    }

    @Override
    void show(FormState shown, VerdictGuide guide) {
        form = shown;
        defusers.setValue(Set.copyOf(shown.defusers()));
        channels.setValue(Set.copyOf(shown.channels()));
        stance.setValue(shown.stance());
        benign.setValue(shown.benignReason());
        fields.forEach((name, field) -> field.setVisible(guide.applies().contains(name)));
        setVisible(fields.values().stream().anyMatch(Component::isVisible));
    }

    @Override
    boolean owns(String field) {
        return fields.containsKey(field);
    }

    @Override
    void focusField(String field) {
        if (fields.get(field) instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }
}
