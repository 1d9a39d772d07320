package org.conjoint.moderation;

import java.util.List;
import java.util.Set;
import org.conjoint.meaning.Carriers;
import org.conjoint.meaning.Composition;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a form as it stands: which fields apply, what was computed, what is still wrong.
 *
 * @param applies fields that apply, named as in {@link Problem#field()}
 * @param required those of them that must be filled in
 * @param composition {@code null} until every part and the whole have a grade
 * @param carriers which parts carry the harm; {@code null} as long as the composition is
 * @param problems empty when the form can be submitted
 */
public record VerdictGuide(
        Set<String> applies,
        Set<String> required,
        @Nullable Composition composition,
        @Nullable Carriers carriers,
        List<Problem> problems) {}
