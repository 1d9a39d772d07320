package org.conjoint.moderation.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import java.util.Set;
import org.conjoint.meaning.Knowledge;
import org.conjoint.meaning.KnowledgeHad;
import org.conjoint.meaning.TargetKind;
import org.conjoint.moderation.VerdictGuide;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind the judgement: whom it is aimed at, what one must know to see it, what else the post may say, and a
 * word to the authors of the policy. Folded away until it is wanted, so that nothing above it moves.
 */
final class BackgroundSection extends Section {

    private static final int LONGEST = 1000;

    private final Details details;
    private final Fields fields;
    private @Nullable FormState form;
    private Set<String> applies = Set.of();

    /** @param changed called after the form was changed */
    BackgroundSection(Runnable changed) {
        super("Background");
        addClassNames("further", "background");
        var body = new Div();
        body.addClassName("fields");
        details = new Details("Target, knowledge, second reading, note", body);
        details.addOpenedChangeListener(_ -> refresh());
        add(details);
        fields = new Fields(body, changed)
                .select(
                        "target_kind",
                        "Whom is it aimed at?",
                        TargetKind.values(),
                        Labels::of,
                        TargetKind::code,
                        new Fields.Answer<>(FormState::targetKind, FormState::targetKind))
                .group(
                        "knowledge_needed",
                        "What must one know to see it?",
                        Knowledge.values(),
                        Labels::of,
                        Knowledge::code,
                        new Fields.Answer<>(FormState::knowledgeNeeded, FormState::knowledgeNeeded))
                .select(
                        "knowledge_had",
                        "Did you know it?",
                        KnowledgeHad.values(),
                        Labels::of,
                        KnowledgeHad::code,
                        new Fields.Answer<>(FormState::knowledgeHad, FormState::knowledgeHad))
                .text(
                        "second_reading",
                        "It may also say that …",
                        LONGEST,
                        new Fields.Answer<>(FormState::secondReading, FormState::secondReading))
                .text(
                        "note_to_author",
                        "Note to the authors of the policy",
                        LONGEST,
                        new Fields.Answer<>(FormState::noteToAuthor, FormState::noteToAuthor));
    }

    @Override
    void show(FormState shown, VerdictGuide guide) {
        form = shown;
        applies = guide.applies();
        refresh();
    }

    private void refresh() {
        if (form != null) {
            fields.show(form, applies, details.isOpened());
        }
    }

    /** Folds it away, as it is to begin with. */
    void fold() {
        details.setOpened(false);
    }

    @Override
    boolean owns(String field) {
        return fields.owns(field);
    }

    @Override
    void focusField(String field) {
        details.setOpened(true);
        refresh();
        fields.focus(field);
    }
}
