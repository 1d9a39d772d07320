package org.conjoint.evidence;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.conjoint.meaning.Part;
import org.conjoint.meaning.Relation;
import org.conjoint.meaning.StatedRelation;
import org.jspecify.annotations.Nullable;

/**
 * Things pointed at that mean something together, or one alone.
 *
 * @param id unique among the evidence of one judgement
 * @param relation how they relate; {@code null} for one alone, or where it was not said
 * @param alignment how its sound goes with the rest in time; {@code null} where it was not said
 */
public record Link(
        String id,
        @Nullable StatedRelation relation,
        List<Target> targets,
        @Nullable Alignment alignment,
        @Nullable String note) {

    public Link {
        targets = List.copyOf(targets);
    }

    /** The parts that it joins. */
    public Set<Part> parts() {
        var parts = EnumSet.noneOf(Part.class);
        targets.forEach(target -> parts.add(target.part()));
        return parts;
    }

    /** Whether it states that its parts contradict each other. */
    public boolean contradicts() {
        return relation != null && relation.relation() == Relation.CONTRADICTS;
    }
}
