package org.conjoint.authoring.ui;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.conjoint.authoring.DraftId;
import org.conjoint.authoring.Passage;

/** Where policies are written and taken into force, for links from other screens. */
public final class AuthoringNavigation {
    static final String DRAFTS = "policies/drafts";
    static final String STEPS = "policies/:slug/steps";
    static final String VERSION = "version";
    static final String AT = "at";

    private AuthoringNavigation() {}

    static String to(DraftId draft) {
        return DRAFTS + "/" + draft.value();
    }

    static String to(DraftId draft, Passage passage) {
        return "%s?%s=%s".formatted(to(draft), AT, encoded(passage.code()));
    }

    /** The address of the way of a version into force. */
    public static String steps(String slug, String number) {
        return "policies/%s/steps?%s=%s".formatted(encoded(slug), VERSION, encoded(number));
    }

    static String read(String slug, String number) {
        return "policies/%s?version=%s".formatted(encoded(slug), encoded(number));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
