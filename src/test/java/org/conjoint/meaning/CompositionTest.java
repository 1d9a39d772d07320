package org.conjoint.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class CompositionTest {

    /** The table of rules, each on its own, without the order in which they are read. */
    private static final Map<Composition, Predicate<Reading>> RULES = rules();

    @Test
    void exactly_one_rule_read_from_the_top_holds_for_every_grading() {
        var seen = EnumSet.noneOf(Composition.class);
        for (var grading : everyGrading()) {
            var expected = RULES.entrySet().stream()
                    .filter(rule -> rule.getValue().test(new Reading(grading)))
                    .findFirst()
                    .orElseThrow()
                    .getKey();
            assertThat(Composition.of(grading)).as("%s", grading).isEqualTo(expected);
            seen.add(expected);
        }
        assertThat(seen).containsExactlyInAnyOrder(Composition.values());
    }

    @Test
    void a_clean_picture_and_a_clean_caption_can_be_emergent_together() {
        var skunk = Grading.of(PartGrade.NONE, PartGrade.NONE, PartGrade.ABSENT, JointGrade.VIOLATING, Set.of());
        assertThat(Composition.of(skunk)).isEqualTo(Composition.EMERGENT);
        assertThat(Carriers.of(skunk, Map.of()).sufficientSets()).containsExactly(EnumSet.of(Part.IMAGE, Part.CAPTION));
    }

    @Test
    void a_voice_near_the_line_becomes_additive_with_a_picture_of_the_door() {
        var door = Grading.of(
                PartGrade.NONE, PartGrade.NONE, PartGrade.BORDERLINE, JointGrade.VIOLATING, Set.of(Part.AUDIO));
        assertThat(Composition.of(door)).isEqualTo(Composition.ADDITIVE);
        var answers = Map.of(Pair.IMAGE_AUDIO, PairAnswer.YES, Pair.IMAGE_CAPTION, PairAnswer.NO);
        assertThat(Carriers.of(door, answers).sufficientSets()).containsExactly(EnumSet.of(Part.IMAGE, Part.AUDIO));
        assertThat(Carriers.of(door, answers).necessary()).containsExactly(Part.IMAGE, Part.AUDIO);
    }

    @Test
    void a_slur_that_is_explained_is_defused_and_has_no_carriers() {
        var lesson =
                Grading.of(PartGrade.NONE, PartGrade.NONE, PartGrade.VIOLATING, JointGrade.NONE, Set.of(Part.AUDIO));
        assertThat(Composition.of(lesson)).isEqualTo(Composition.DEFUSED);
        assertThat(Carriers.of(lesson, Map.of()).sufficientSets()).isEmpty();
    }

    @Test
    void a_threat_written_and_spoken_is_redundant_and_nothing_is_necessary() {
        var threat = Grading.of(
                PartGrade.VIOLATING,
                PartGrade.NONE,
                PartGrade.VIOLATING,
                JointGrade.VIOLATING,
                Set.of(Part.IMAGE, Part.AUDIO));
        assertThat(Composition.of(threat)).isEqualTo(Composition.REDUNDANT);
        assertThat(Carriers.of(threat, Map.of()).necessary()).isEmpty();
    }

    @Test
    void pairs_are_asked_about_only_for_three_parts_of_which_none_reaches_the_whole() {
        for (var grading : everyGrading()) {
            var asked = Carriers.pairsAsked(grading);
            var aloneReaches = grading.citing().stream()
                    .anyMatch(part ->
                            grading.grade(part).severity() == grading.joint().severity());
            var expected = RULES.get(Composition.UNDETERMINED).negate().test(new Reading(grading))
                    && grading.joint().aboveNone()
                    && !RULES.get(Composition.DEFUSED).test(new Reading(grading))
                    && grading.present().size() == 3
                    && !aloneReaches;
            assertThat(!asked.isEmpty()).as("%s", grading).isEqualTo(expected);
        }
    }

    @Test
    void a_part_without_harm_cannot_cite_a_clause() {
        assertThatThrownBy(() ->
                        Grading.of(PartGrade.NONE, PartGrade.NONE, PartGrade.NONE, JointGrade.NONE, Set.of(Part.IMAGE)))
                .hasMessageContaining("image cites a clause");
    }

    private static Map<Composition, Predicate<Reading>> rules() {
        var rules = new EnumMap<Composition, Predicate<Reading>>(Composition.class);
        rules.put(Composition.UNDETERMINED, Reading::missing);
        rules.put(Composition.DEFUSED, r -> r.j < r.u);
        rules.put(Composition.BENIGN, r -> r.j == 0);
        rules.put(Composition.EMERGENT, r -> r.u == 0);
        rules.put(Composition.SHIFTED, r -> r.s == 0);
        rules.put(Composition.ADDITIVE, r -> r.j > r.s);
        rules.put(Composition.SINGLE_CARRIER, r -> r.n == 1);
        rules.put(Composition.REDUNDANT, r -> true);
        return rules;
    }

    private static List<Grading> everyGrading() {
        var all = new ArrayList<Grading>();
        for (var image : PartGrade.values()) {
            for (var caption : PartGrade.values()) {
                for (var audio : PartGrade.values()) {
                    for (var joint : JointGrade.values()) {
                        for (var mask = 0; mask < 8; mask++) {
                            var citing = EnumSet.noneOf(Part.class);
                            for (var part : Part.values()) {
                                if ((mask & 1 << part.ordinal()) != 0) {
                                    citing.add(part);
                                }
                            }
                            var grades = Map.of(Part.IMAGE, image, Part.CAPTION, caption, Part.AUDIO, audio);
                            if (citing.stream()
                                    .allMatch(part -> grades.get(part).aboveNone())) {
                                all.add(new Grading(grades, joint, citing));
                            }
                        }
                    }
                }
            }
        }
        return all;
    }

    /** The quantities u, j, s and n of the rule table, as numbers. */
    private static final class Reading {
        final int u;
        final int j;
        final int s;
        final long n;
        private final boolean missing;

        Reading(Grading grading) {
            missing = grading.joint() == JointGrade.CANNOT_TELL
                    || grading.parts().containsValue(PartGrade.CANNOT_TELL)
                    || grading.parts().containsValue(PartGrade.NOT_VIEWED);
            u = grading.parts().values().stream().mapToInt(Reading::harm).max().orElseThrow();
            j = switch (grading.joint()) {
                case NONE, CANNOT_TELL -> 0;
                case BORDERLINE -> 1;
                case VIOLATING -> 2;
            };
            s = grading.citing().stream()
                    .mapToInt(p -> harm(grading.grade(p)))
                    .max()
                    .orElse(0);
            n = grading.citing().stream()
                    .filter(p -> harm(grading.grade(p)) == s)
                    .count();
        }

        boolean missing() {
            return missing;
        }

        private static int harm(PartGrade grade) {
            return switch (grade) {
                case NONE, ABSENT, NOT_VIEWED, CANNOT_TELL -> 0;
                case BORDERLINE -> 1;
                case VIOLATING -> 2;
            };
        }
    }
}
