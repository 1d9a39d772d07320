package org.conjoint.policy;

import java.util.Map;
import org.conjoint.meaning.Composition;
import org.conjoint.meaning.JointGrade;
import org.conjoint.meaning.Part;
import org.conjoint.meaning.PartGrade;
import org.jspecify.annotations.Nullable;

/**
 * A teaching example: a post in words, its grades, and why.
 *
 * @param summary what it shows, in one sentence of the locale read
 * @param language the language of the post's own words
 * @param media what each present part of the post is, in words
 * @param reading completes “Together, this post says that …”, in the canonical locale
 * @param twinOf the example from which it differs in exactly one part
 */
public record PolicyExample(
        String id,
        String clauseId,
        String summary,
        String language,
        Map<Part, ExampleMedium> media,
        Map<Part, PartGrade> grades,
        JointGrade joint,
        Composition composition,
        String reading,
        String rationale,
        @Nullable String exemptionId,
        @Nullable String twinOf,
        @Nullable Part changedPart) {

    /**
     * A part of the post.
     *
     * @param description what is seen or heard; for a caption, its text
     * @param text the words drawn inside an image
     * @param channel words, voice, music or sound, for a sound
     * @param sha256 the content hash of the medium, where one exists
     */
    public record ExampleMedium(
            String description,
            @Nullable String text,
            @Nullable String channel,
            @Nullable String sha256) {}
}
