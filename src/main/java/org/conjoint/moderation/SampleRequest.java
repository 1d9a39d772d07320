package org.conjoint.moderation;

import java.util.Set;
import org.conjoint.policy.PolicyVersionId;
import org.jspecify.annotations.Nullable;

/**
 * Which judged posts to draw.
 *
 * @param version judged under this version; under any when null
 * @param locale judged by the text in this language
 * @param clauses ids of clauses; a post that was judged under one of them is near the line
 * @param near posts near the line, which somebody found borderline or judged under one of the clauses; else the others
 * @param seed the same seed draws the same posts, in the same order
 */
public record SampleRequest(
        @Nullable PolicyVersionId version, String locale, Set<String> clauses, boolean near, long seed, int limit) {

    public SampleRequest {
        clauses = Set.copyOf(clauses);
    }
}
