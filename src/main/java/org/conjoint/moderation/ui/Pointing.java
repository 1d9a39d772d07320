package org.conjoint.moderation.ui;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.conjoint.evidence.Alignment;
import org.conjoint.evidence.EvidenceChange;
import org.conjoint.evidence.EvidenceJson;
import org.conjoint.evidence.Sources;
import org.conjoint.ui.Stage;

/** The evidence of a form on its stage: shown there to begin with, and what the rater points at written into the form. */
final class Pointing {

    private final Stage stage;
    private final FormState form;
    private final Sources sources;
    private final Consumer<String> say;

    /**
     * @param visit under this name the page remembers the attention given
     * @param say tells the rater
     */
    Pointing(Stage stage, FormState form, Sources sources, String visit, Consumer<String> say) {
        this.stage = stage;
        this.form = form;
        this.sources = sources;
        this.say = say;
        stage.collect(visit, relations(), alignments());
        show();
    }

    /** Takes a change in as the page sends it. @return whether the form changed */
    boolean take(String change) {
        try {
            form.evidence(EvidenceChange.apply(form.evidence(), change, sources));
            return true;
        } catch (IllegalArgumentException e) {
            say.accept("Not kept: " + e.getMessage());
            show();
            return false;
        }
    }

    private void show() {
        stage.evidence(EvidenceJson.write(form.evidence()).toString());
    }

    private static List<Stage.Choice> relations() {
        return Labels.relations().stream()
                .map(stated -> new Stage.Choice(stated.code(), Labels.of(stated).toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static List<Stage.Choice> alignments() {
        return Arrays.stream(Alignment.values())
                .map(alignment -> new Stage.Choice(alignment.code(), Labels.of(alignment)))
                .toList();
    }
}
