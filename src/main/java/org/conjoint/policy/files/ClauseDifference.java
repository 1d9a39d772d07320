package org.conjoint.policy.files;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How a clause differs between two versions, by the hashes of its canonical text.
 *
 * @param presence whether both have it
 * @param text whether its canonical text differs, in the canonical locale
 * @param severity whether its severity differs
 * @param defusal whether the power of context to defuse it differs
 * @param around whether something differs that is read with it: terms, an exception from it, or how the parts are read
 *     together, in the canonical locale
 * @param locales the same for its text in each locale that one of the two has
 * @param jurisdictions those in which an overlay words it otherwise than before, or no longer
 */
public record ClauseDifference(
        String clauseId,
        Presence presence,
        boolean text,
        boolean severity,
        boolean defusal,
        boolean around,
        SortedMap<String, InLocale> locales,
        SortedSet<String> jurisdictions) {

    /** Which of the two versions have the clause. */
    public enum Presence {
        KEPT,
        NEW,
        GONE
    }

    /** What became of the text in a locale. */
    public enum InLocale {
        UNCHANGED,
        CHANGED,
        NEW,
        GONE
    }

    public ClauseDifference {
        locales = Collections.unmodifiableSortedMap(new TreeMap<>(locales));
        jurisdictions = Collections.unmodifiableSortedSet(new TreeSet<>(jurisdictions));
    }

    /** Whether the clause is another one for those who judge by it, so that changes.yaml has to say what it became. */
    public boolean changed() {
        return presence != Presence.KEPT || text || severity || defusal || !jurisdictions.isEmpty();
    }

    /** Whether a text of it differs in any locale. */
    public boolean worded() {
        return locales.values().stream().anyMatch(change -> change != InLocale.UNCHANGED);
    }
}
