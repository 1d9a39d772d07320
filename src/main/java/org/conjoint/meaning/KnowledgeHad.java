package org.conjoint.meaning;

/** Whether the rater had the knowledge that a post needs. */
public enum KnowledgeHad {
    YES("yes"),
    PARTLY("partly"),
    NO("no");

    private final String code;

    KnowledgeHad(String code) {
        this.code = code;
    }

    /** The name used in files and in the database. */
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException when there is none with this code */
    public static KnowledgeHad of(String code) {
        return Codes.find(values(), KnowledgeHad::code, code, "answer to what one knew");
    }
}
