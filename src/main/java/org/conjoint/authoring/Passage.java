package org.conjoint.authoring;

import java.util.Optional;
import org.conjoint.policy.PolicySection;

/** What one person writes at a time. Two people who write different passages do not get in each other's way. */
public sealed interface Passage {

    /** A clause, or an exception, as a file words it. */
    record Worded(String file, String id) implements Passage {}

    /** A section of prose. */
    record Prose(String file, PolicySection section) implements Passage {}

    /** The name of the policy. */
    record Title(String file) implements Passage {}

    /** A whole file, in its source. */
    record Whole(String file) implements Passage {}

    /** The file that it is in. */
    String file();

    /** The passage as one word, for storage: {@code en.md#HAR-2.1}. */
    default String code() {
        return switch (this) {
            case Worded(var file, var id) -> file + "#" + id;
            case Prose(var file, var section) -> file + "##" + section.name();
            case Title(var file) -> file + "#title";
            case Whole(var file) -> file;
        };
    }

    /** @throws IllegalArgumentException when the word is no passage */
    static Passage of(String code) {
        var hash = code.indexOf('#');
        if (hash < 0) {
            return new Whole(code);
        }
        var file = code.substring(0, hash);
        var rest = code.substring(hash + 1);
        if (rest.startsWith("#")) {
            return new Prose(file, PolicySection.valueOf(rest.substring(1)));
        }
        return rest.equals("title") ? new Title(file) : new Worded(file, rest);
    }

    /** The language of a text that is no overlay, such as {@code de} of de.md. */
    default Optional<String> locale() {
        return file().endsWith(".md") && !file().startsWith("overlay.")
                ? Optional.of(file().substring(0, file().length() - ".md".length()))
                : Optional.empty();
    }
}
