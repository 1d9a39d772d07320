package org.conjoint.meaning;

/** What one has to know to understand a post. */
public enum Knowledge {
    LANGUAGE("language"),
    CULTURE("culture"),
    EVENT("event"),
    PERSON("person"),
    PLACE("place"),
    MEME("meme"),
    /** Words or signs that only some understand. */
    CODE("code");

    private final String code;

    Knowledge(String code) {
        this.code = code;
    }

    /** The name used in files and in the database. */
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException when there is none with this code */
    public static Knowledge of(String code) {
        return Codes.find(values(), Knowledge::code, code, "kind of knowledge");
    }
}
