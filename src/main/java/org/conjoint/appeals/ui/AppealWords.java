package org.conjoint.appeals.ui;

import org.conjoint.appeals.Appeal;
import org.conjoint.appeals.AppealFilter;
import org.conjoint.appeals.AppealOutcome;

/** The words by which people know where appeals stand. */
final class AppealWords {
    private AppealWords() {}

    static String of(AppealOutcome outcome) {
        return switch (outcome) {
            case UPHELD -> "Upheld";
            case OVERTURNED -> "Overturned";
            case FALLEN -> "Right then, falls now";
        };
    }

    /** What an outcome means, in a sentence. */
    static String meaning(AppealOutcome outcome) {
        return switch (outcome) {
            case UPHELD -> "The verdict was right under the text that its rater saw, and it stands today.";
            case OVERTURNED -> "The verdict was wrong under the text that its rater saw.";
            case FALLEN -> "The verdict was right under the text then; under the text in force it no longer stands.";
        };
    }

    static String of(AppealFilter filter) {
        return switch (filter) {
            case OPEN -> "Open";
            case DECIDED -> "Decided";
            case ALL -> "All";
        };
    }

    static String standing(Appeal appeal) {
        return appeal.decision() == null ? "Open" : of(appeal.decision().outcome());
    }

    static String name(Appeal appeal) {
        return appeal.reference() == null
                ? "Appeal %d".formatted(appeal.id().value())
                : "Appeal %d · %s".formatted(appeal.id().value(), appeal.reference());
    }
}
