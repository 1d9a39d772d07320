package org.conjoint.evidence;

import java.util.Arrays;
import org.conjoint.meaning.Part;

/** A text of a post in which a span can be marked. */
public enum TextKind {
    CAPTION("caption", Part.CAPTION),
    ALT_TEXT("alt_text", Part.CAPTION),
    /** What is written inside the picture: its lines, joined by line feeds. */
    IMAGE_TEXT("image_text", Part.IMAGE),
    TRANSCRIPT("transcript", Part.AUDIO);

    private final String code;
    private final Part part;

    TextKind(String code, Part part) {
        this.code = code;
        this.part = part;
    }

    /** The name used in files. */
    public String code() {
        return code;
    }

    /** The part of the post that the text belongs to. */
    public Part part() {
        return part;
    }

    /** @throws IllegalArgumentException when no text has this code */
    public static TextKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("“%s” is not a text of a post".formatted(code)));
    }
}
