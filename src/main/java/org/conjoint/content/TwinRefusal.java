package org.conjoint.content;

import java.util.Set;
import java.util.stream.Collectors;
import org.conjoint.meaning.Part;

/** Why a post cannot be the twin of another. */
public sealed interface TwinRefusal {

    /** In words, for those who make twins. */
    String message();

    /** There is no post of that name, or not yet. */
    record NoOriginal(String name) implements TwinRefusal {
        @Override
        public String message() {
            return "There is no post “%s” to be a twin of; it has to come before its twin".formatted(name);
        }
    }

    /** No part differs. */
    record Same() implements TwinRefusal {
        @Override
        public String message() {
            return "Nothing differs from the original; change one part";
        }
    }

    /** Not the changed part, or not it alone, differs. */
    record OtherParts(Part changed, Set<Part> differing) implements TwinRefusal {
        @Override
        public String message() {
            return "Only the %s may differ from the original; here the %s"
                    .formatted(
                            word(changed),
                            differing.stream()
                                    .sorted()
                                    .map(TwinRefusal::word)
                                    .collect(Collectors.joining(
                                            " and the ", "", differing.size() == 1 ? " does" : " do")));
        }
    }

    /** A video is image and sound on one clock. */
    record VideoStays() implements TwinRefusal {
        @Override
        public String message() {
            return "A video is image and sound at once, so of a post with one only the caption can change";
        }
    }

    /** Only the transcript differs. */
    record SoundStays() implements TwinRefusal {
        @Override
        public String message() {
            return "Only the transcript differs; the sound itself has to be another one";
        }
    }

    /** The medium does not exist, or shows something else than the part asks for. */
    record WrongMedium(Part part) implements TwinRefusal {
        @Override
        public String message() {
            return part == Part.IMAGE ? "This is not a picture" : "This is not a sound";
        }
    }

    /** Another post has the id already. */
    record NameTaken(String name) implements TwinRefusal {
        @Override
        public String message() {
            return "There is a post “%s” already; name the twin otherwise".formatted(name);
        }
    }

    /** The post is known as another twin. */
    record TwinAlready(String name) implements TwinRefusal {
        @Override
        public String message() {
            return "“%s” is known as a twin with another original, part or grade; that does not change".formatted(name);
        }
    }

    /** The post is itself the beginning of a family. */
    record HasTwins(String name) implements TwinRefusal {
        @Override
        public String message() {
            return "“%s” has twins of its own; a twin of it would change their family".formatted(name);
        }
    }

    private static String word(Part part) {
        return switch (part) {
            case IMAGE -> "image";
            case CAPTION -> "caption";
            case AUDIO -> "sound";
        };
    }
}
