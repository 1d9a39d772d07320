package org.conjoint.calibration;

import org.conjoint.policy.PolicyVersion;

/**
 * The posts with a known answer under a major version of a policy.
 *
 * @param major the first number of the version, such as 3 of 3.1.0
 * @param locale the BCP 47 tag of the text that raters read
 */
public record CalibrationSet(String slug, int major, String locale) {

    public static CalibrationSet of(PolicyVersion version, String locale) {
        return new CalibrationSet(version.slug(), major(version.number()), locale);
    }

    /** The first number of a version. */
    public static int major(String number) {
        return Integer.parseInt(number.substring(0, number.indexOf('.')));
    }
}
