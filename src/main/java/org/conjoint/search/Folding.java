package org.conjoint.search;

import java.text.Normalizer;
import java.util.Locale;

/** How codes are compared: without regard to case and to the form in which characters are composed. */
final class Folding {
    private Folding() {}

    static String code(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
