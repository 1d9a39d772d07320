package org.conjoint.calibration.ui;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where versions are tried out, for links from other screens. */
public final class CalibrationNavigation {
    static final String CALIBRATION = "policies/:slug/calibration";
    static final String VERSION = "version";

    private CalibrationNavigation() {}

    /** The address at which a version of a policy is tried out, relative to the application. */
    public static String to(String slug, String number) {
        return "%s?%s=%s".formatted(to(slug), VERSION, encoded(number));
    }

    /** The same for the version of a policy that is calibrating, or comes next. */
    public static String to(String slug) {
        return "policies/%s/calibration".formatted(encoded(slug));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
