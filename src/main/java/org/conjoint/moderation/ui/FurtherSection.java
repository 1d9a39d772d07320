package org.conjoint.moderation.ui;

import com.vaadin.flow.component.html.Div;
import java.util.Set;
import org.conjoint.meaning.AudioChannel;
import org.conjoint.meaning.BenignReason;
import org.conjoint.meaning.Part;
import org.conjoint.meaning.Stance;
import org.conjoint.moderation.VerdictGuide;
import org.conjoint.ui.Words;

/** What is asked only now and then: what defuses, what in the sound carries, the stance, why it is benign. */
final class FurtherSection extends Section {

    private final Fields fields;

    /**
     * @param present the parts of the posts that are shown
     * @param changed called after the form was changed
     */
    FurtherSection(Set<Part> present, Runnable changed) {
        super("Further");
        addClassName("further");
        var body = new Div();
        body.addClassName("fields");
        add(body);
        fields = new Fields(body, changed)
                .group(
                        "defusers",
                        "Which part takes the harm out?",
                        present.toArray(Part[]::new),
                        Words::of,
                        Part::code,
                        new Fields.Answer<>(FormState::defusers, FormState::defusers))
                .group(
                        "audio_channels",
                        "What in the sound carries it?",
                        AudioChannel.values(),
                        Labels::of,
                        AudioChannel::code,
                        new Fields.Answer<>(FormState::channels, FormState::channels))
                .select(
                        "benign_reason",
                        "Why it is allowed",
                        BenignReason.values(),
                        Labels::of,
                        BenignReason::code,
                        new Fields.Answer<>(FormState::benignReason, FormState::benignReason))
                .select(
                        "stance",
                        "Stance of the post to what it shows",
                        Stance.values(),
                        Labels::of,
                        Stance::code,
                        new Fields.Answer<>(FormState::stance, FormState::stance));
    }

    @Override
    void show(FormState form, VerdictGuide guide) {
        setVisible(fields.show(form, guide.applies()));
    }

    @Override
    boolean owns(String field) {
        return fields.owns(field);
    }

    @Override
    void focusField(String field) {
        fields.focus(field);
    }
}
