package org.conjoint.meaning;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The grades that one rater gave to a post, with the parts that cite the principal clause.
 *
 * @param parts a grade for each of the three parts
 * @param joint the grade of the whole
 * @param citing the parts whose cited clauses include the principal clause of the whole; empty without one
 */
public record Grading(Map<Part, PartGrade> parts, JointGrade joint, Set<Part> citing) {

    /** @throws IllegalArgumentException when a part has no grade, or one that is not above none cites a clause */
    public Grading {
        for (var part : Part.values()) {
            if (!parts.containsKey(part)) {
                throw new IllegalArgumentException("The %s has no grade".formatted(part.code()));
            }
        }
        for (var part : citing) {
            if (!grade(parts, part).aboveNone()) {
                throw new IllegalArgumentException(
                        "The %s cites a clause, but its grade is not above none".formatted(part.code()));
            }
        }
        parts = Collections.unmodifiableMap(new EnumMap<>(parts));
        citing = citing.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(citing));
    }

    /** The grades of image, caption and audio in this order. */
    public static Grading of(PartGrade image, PartGrade caption, PartGrade audio, JointGrade joint, Set<Part> citing) {
        return new Grading(Map.of(Part.IMAGE, image, Part.CAPTION, caption, Part.AUDIO, audio), joint, citing);
    }

    /** The grade of one part. */
    public PartGrade grade(Part part) {
        return grade(parts, part);
    }

    /** The parts that the post has, in their order. */
    public Set<Part> present() {
        var present = EnumSet.noneOf(Part.class);
        for (var part : Part.values()) {
            if (grade(part) != PartGrade.ABSENT) {
                present.add(part);
            }
        }
        return present;
    }

    boolean determined() {
        return joint.determined() && parts.values().stream().allMatch(PartGrade::determined);
    }

    Severity worstPart() {
        return parts.values().stream().map(PartGrade::severity).reduce(Severity.NONE, Severity::worse);
    }

    Severity worstCiting() {
        return citing.stream().map(part -> grade(part).severity()).reduce(Severity.NONE, Severity::worse);
    }

    private static PartGrade grade(Map<Part, PartGrade> parts, Part part) {
        @Nullable PartGrade grade = parts.get(part);
        if (grade == null) {
            throw new IllegalArgumentException("The %s has no grade".formatted(part.code()));
        }
        return grade;
    }
}
