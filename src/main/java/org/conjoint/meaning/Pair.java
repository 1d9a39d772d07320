package org.conjoint.meaning;

import java.util.EnumSet;
import java.util.Set;

/** Two of the three parts. */
public enum Pair {
    IMAGE_CAPTION("image_caption", Part.IMAGE, Part.CAPTION),
    CAPTION_AUDIO("caption_audio", Part.CAPTION, Part.AUDIO),
    IMAGE_AUDIO("image_audio", Part.IMAGE, Part.AUDIO);

    private final String code;
    private final Part first;
    private final Part second;

    Pair(String code, Part first, Part second) {
        this.code = code;
        this.first = first;
        this.second = second;
    }

    /** The name used in files and in the database. */
    public String code() {
        return code;
    }

    /** Both parts. */
    public Set<Part> parts() {
        return EnumSet.of(first, second);
    }

    /** @throws IllegalArgumentException when no pair has this code */
    public static Pair of(String code) {
        return Codes.find(values(), Pair::code, code, "pair of parts");
    }
}
