package org.conjoint.policy;

/** Which content a version judges, by when the content was made. */
public enum ContentScope {
    CREATED_SINCE_EFFECTIVE("created_since_effective"),
    ALL_CONTENT("all_content"),
    ALL_CONTENT_NO_PENALTY_BEFORE("all_content_no_penalty_before");

    private final String code;

    ContentScope(String code) {
        this.code = code;
    }

    /** The name used in files and in the database. */
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException when no scope has this code */
    public static ContentScope of(String code) {
        return Codes.find(values(), ContentScope::code, code, "content scope");
    }
}
