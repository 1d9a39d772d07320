package org.conjoint.authoring;

/**
 * What stands in a passage.
 *
 * @param title the heading of a clause or an exception without its id; empty for any other passage
 * @param text Markdown, or the source of a whole file
 * @param test the question of a clause; empty for any other passage
 */
public record Wording(String title, String text, String test) {

    /** A passage that is only text. */
    public static Wording of(String text) {
        return new Wording("", text, "");
    }

    /** In one text: heading, question and text, each on lines of its own. */
    String stored() {
        return title + "\n" + test + "\n" + text;
    }

    static Wording ofStored(String stored) {
        var parts = stored.split("\n", 3);
        return new Wording(parts[0], parts[2], parts[1]);
    }
}
