package org.conjoint.policy.ui;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.conjoint.policy.PolicyVersion;

/** Where policies are read, for links from other screens. */
public final class PolicyNavigation {
    static final String POLICIES = "policies";
    static final String VERSION = "version";
    static final String LOCALE = "locale";
    static final String CLAUSE = "clause";

    private PolicyNavigation() {}

    /** The address of a version in the locale in which it was served, relative to the application. */
    public static String to(PolicyVersion version) {
        return to(version.slug(), version.number(), version.locale());
    }

    /** The address of a clause of a version. */
    public static String to(PolicyVersion version, String clauseId) {
        return to(version) + "&" + CLAUSE + "=" + encoded(clauseId);
    }

    static String to(String slug) {
        return POLICIES + "/" + encoded(slug);
    }

    static String to(String slug, String number, String locale) {
        return "%s?%s=%s&%s=%s".formatted(to(slug), VERSION, encoded(number), LOCALE, encoded(locale));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
