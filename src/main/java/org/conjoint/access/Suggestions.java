package org.conjoint.access;

import java.security.SecureRandom;

/** First passwords that can be read out: four groups of four letters and digits, 79 bits, none of which look alike. */
public final class Suggestions {

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Suggestions() {}

    public static String password() {
        var out = new StringBuilder();
        for (var i = 0; i < 16; i++) {
            if (i > 0 && i % 4 == 0) {
                out.append('-');
            }
            out.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return out.toString();
    }
}
