package org.conjoint.policy.files;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conjoint.meaning.Composition;
import org.conjoint.meaning.JointGrade;
import org.conjoint.meaning.Part;
import org.conjoint.meaning.PartGrade;

/**
 * An example of a clause: a post in words, its grades, and why.
 *
 * @param media what each present part shows, says or sounds like
 * @param cited the clauses cited for each part
 * @param jointCited the clauses cited for the whole
 * @param exemption the exemption that keeps it allowed
 * @param twinOf the example from which it differs in exactly one part
 * @param validTo the last version for which it holds
 */
public record ExampleEntry(
        String id,
        String clause,
        Purpose purpose,
        String language,
        Map<Part, Medium> media,
        Map<Part, PartGrade> grades,
        JointGrade joint,
        Map<Part, List<String>> cited,
        List<String> jointCited,
        Optional<String> principal,
        Composition composition,
        String reading,
        String rationale,
        Optional<String> exemption,
        Optional<String> twinOf,
        Optional<Part> changedPart,
        String validFrom,
        Optional<String> validTo,
        int line) {

    /** Teaching examples are shown to raters, gold examples test them; none does both. */
    public enum Purpose {
        TEACH,
        GOLD
    }

    /**
     * A part of the post, in words.
     *
     * @param description what is seen or heard; for a caption, its text
     * @param text the words drawn inside an image
     * @param channel for a sound, whether words, voice, music or sound carries it
     * @param sha256 the content hash of the medium, where one exists
     */
    public record Medium(
            String description, Optional<String> text, Optional<String> channel, Optional<String> sha256) {}

    boolean isTwin() {
        return twinOf.isPresent();
    }

    boolean violates() {
        return joint == JointGrade.VIOLATING;
    }
}
