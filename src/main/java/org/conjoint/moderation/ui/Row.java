package org.conjoint.moderation.ui;

import java.util.Optional;
import org.conjoint.meaning.Part;
import org.conjoint.ui.PartDot;
import org.conjoint.ui.Words;
import org.jspecify.annotations.Nullable;

/** What a grade is given to: a part or the whole. */
enum Row {
    IMAGE(Part.IMAGE),
    CAPTION(Part.CAPTION),
    AUDIO(Part.AUDIO),
    JOINT(null);

    private final @Nullable Part part;

    Row(@Nullable Part part) {
        this.part = part;
    }

    static Row of(Part part) {
        return switch (part) {
            case IMAGE -> IMAGE;
            case CAPTION -> CAPTION;
            case AUDIO -> AUDIO;
        };
    }

    /** Empty for the whole. */
    Optional<Part> part() {
        return Optional.ofNullable(part);
    }

    String words() {
        return part == null ? "Together" : Words.of(part);
    }

    /** As in {@link org.conjoint.moderation.Problem#field()}. */
    String code() {
        return part == null ? "joint" : part.code();
    }

    PartDot dot() {
        return part == null ? PartDot.joint() : new PartDot(part);
    }
}
