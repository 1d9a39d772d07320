package org.conjoint.policy.files;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the name of an overlay's file says.
 *
 * @param jurisdiction an ISO 3166 code in capitals, such as AT or DE-BY
 * @param locale for a translation, its BCP 47 tag
 */
record OverlayName(String jurisdiction, Optional<String> locale) {
    static final String START = "overlay.";
    private static final Pattern SHAPE = Pattern.compile(
            "overlay\\.([a-z]{2}(?:-[a-z0-9]{1,3})?)(?:\\.([a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}))?\\.md");

    static Optional<OverlayName> of(String file) {
        var matcher = SHAPE.matcher(file);
        return matcher.matches()
                ? Optional.of(new OverlayName(
                        matcher.group(1).toUpperCase(Locale.ROOT), Optional.ofNullable(matcher.group(2))))
                : Optional.empty();
    }

    /** The file of the overlay in the policy's canonical locale. */
    static String canonical(String jurisdiction) {
        return START + jurisdiction.toLowerCase(Locale.ROOT) + ".md";
    }
}
