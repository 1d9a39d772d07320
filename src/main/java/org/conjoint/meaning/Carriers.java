package org.conjoint.meaning;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which parts carry the harm of the whole.
 *
 * @param sufficientSets the smallest sets of parts that reach the joint grade alone, single parts before pairs before
 *     all; empty unless the joint grade is above none and every grade is determined
 * @param necessary the parts in every sufficient set; may be empty
 */
public record Carriers(List<Set<Part>> sufficientSets, Set<Part> necessary) {

    private static final Carriers NONE = new Carriers(List.of(), Set.of());

    /**
     * Computes the carriers from the grades and the answers about pairs.
     *
     * @param answers answers about pairs; those not asked for are ignored
     */
    public static Carriers of(Grading grading, Map<Pair, PairAnswer> answers) {
        if (!grading.determined() || !grading.joint().aboveNone() || Composition.of(grading) == Composition.DEFUSED) {
            return NONE;
        }
        var singles = single(grading);
        if (!singles.isEmpty()) {
            return new Carriers(singles, necessary(singles));
        }
        var pairs = new ArrayList<Set<Part>>();
        for (var pair : pairsAsked(grading)) {
            if (answers.get(pair) == PairAnswer.YES) {
                pairs.add(pair.parts());
            }
        }
        List<Set<Part>> sets = pairs.isEmpty() ? List.of(grading.present()) : pairs;
        return new Carriers(sets, necessary(sets));
    }

    /**
     * The pairs that a rater is asked about: all three, when three parts are present, the joint grade is above none
     * and no single part reaches it; otherwise none.
     */
    public static Set<Pair> pairsAsked(Grading grading) {
        var asked = grading.determined()
                && grading.joint().aboveNone()
                && grading.present().size() == Part.values().length
                && Composition.of(grading) != Composition.DEFUSED
                && single(grading).isEmpty();
        return asked ? EnumSet.allOf(Pair.class) : EnumSet.noneOf(Pair.class);
    }

    private static List<Set<Part>> single(Grading grading) {
        var singles = new ArrayList<Set<Part>>();
        for (var part : Part.values()) {
            if (grading.citing().contains(part)
                    && grading.grade(part).severity() == grading.joint().severity()) {
                singles.add(EnumSet.of(part));
            }
        }
        return singles;
    }

    private static Set<Part> necessary(List<Set<Part>> sets) {
        var necessary = EnumSet.allOf(Part.class);
        sets.forEach(necessary::retainAll);
        return necessary;
    }
}
