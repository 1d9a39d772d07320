package org.conjoint.guidance.ui;

import org.conjoint.guidance.InterpretationState;
import org.conjoint.guidance.NoteState;

/** The words by which people know where notes and interpretations stand. */
final class GuidanceWords {
    private GuidanceWords() {}

    static String of(NoteState state) {
        return switch (state) {
            case OPEN -> "Open";
            case ANSWERED -> "Answered";
            case CLOSED -> "Closed";
            case WITHDRAWN -> "Withdrawn";
        };
    }

    static String of(InterpretationState state) {
        return switch (state) {
            case OPEN -> "Open";
            case FOLDED -> "Folded into the text";
            case REJECTED -> "Rejected";
        };
    }
}
