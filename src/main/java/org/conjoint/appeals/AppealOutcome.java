package org.conjoint.appeals;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an appeal led to. */
public enum AppealOutcome {
    /** Right under the text then, and still standing under the text now. */
    UPHELD,
    /** Wrong under the text then. */
    OVERTURNED,
    /** Right under the text then, but not standing under the text now: the policy changed, not the judgement. */
    FALLEN;

    /** @param now whether it stands under the text now; {@code null} where no text is in force */
    static AppealOutcome of(boolean then, @Nullable Boolean now) {
        if (!then) {
            return OVERTURNED;
        }
        return now == null || now ? UPHELD : FALLEN;
    }

    /** The name used in the database and in the REST interface. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static AppealOutcome of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
