package org.conjoint.bench;

import java.util.Random;

/** Made-up captions whose words are as unevenly frequent as those of a language (Zipf's law), the same in each run. */
final class Captions {

    private static final int WORDS = 20_000;
    private static final String[] SYLLABLES = {
        "ka", "lo", "mi", "ren", "tu", "sa", "vel", "no", "pri", "da", "gu", "fen", "ori", "bas", "ha", "zu"
    };

    private final Random random = new Random(20261121);

    /** A word by its rank in frequency, from 0; always of the same length, so that none is the stem of another. */
    static String word(int rank) {
        var word = new StringBuilder("q");
        for (var rest = rank + 65_536 * 3; word.length() < 12 && rest > 0; rest /= SYLLABLES.length) {
            word.append(SYLLABLES[rest % SYLLABLES.length]);
        }
        return word.toString();
    }

    /** A rank, with the frequency that Zipf's law gives it. */
    int rank() {
        return (int) Math.min(WORDS - 1, Math.exp(random.nextDouble() * Math.log(WORDS)) - 1);
    }

    /** A caption of 6 to 24 words. */
    String next() {
        var caption = new StringBuilder();
        for (var left = 6 + random.nextInt(19); left > 0; left--) {
            caption.append(word(rank())).append(' ');
        }
        return caption.toString().strip();
    }
}
