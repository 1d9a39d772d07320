package org.conjoint.policy;

/** The sections of a policy's text, in their order. */
public enum PolicySection {
    PURPOSE("Purpose"),
    TERMS("Terms"),
    VIOLATES("Violates"),
    ALLOWED("Allowed"),
    /** Left out only by a policy that covers a single part of posts. */
    TOGETHER("Reading the parts together"),
    EXAMPLES("Examples"),
    /** Only in translations. */
    CULTURE("Cultural notes");

    private final String english;

    PolicySection(String english) {
        this.english = english;
    }

    /** Its heading in English, which a text in English has to use. */
    public String english() {
        return english;
    }
}
