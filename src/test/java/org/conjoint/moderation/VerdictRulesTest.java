package org.conjoint.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.conjoint.evidence.Sources;
import org.conjoint.meaning.AudioChannel;
import org.conjoint.meaning.BenignReason;
import org.conjoint.meaning.Carriers;
import org.conjoint.meaning.Composition;
import org.conjoint.meaning.Contradiction;
import org.conjoint.meaning.Grading;
import org.conjoint.meaning.JointGrade;
import org.conjoint.meaning.Pair;
import org.conjoint.meaning.PairAnswer;
import org.conjoint.meaning.Part;
import org.conjoint.meaning.PartGrade;
import org.conjoint.meaning.Relation;
import org.conjoint.meaning.Stance;
import org.conjoint.meaning.StatedRelation;
import org.conjoint.policy.Clause;
import org.conjoint.policy.ClauseSeverity;
import org.conjoint.policy.ClauseVersionId;
import org.conjoint.policy.PolicyState;
import org.conjoint.policy.PolicyVersion;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.work.Protocol;
import org.junit.jupiter.api.Test;

class VerdictRulesTest {

    private static final String MILD = "HAR-2.1";
    private static final String OTHER = "HAR-1.1";
    private static final String GRAVE = "HAR-3.1";
    private static final String READING = "Dana stinks, and that is meant";
    private static final Set<Part> ALL = EnumSet.allOf(Part.class);

    @Test
    void over_every_combination_a_form_filled_in_as_asked_is_accepted_and_has_the_composition_of_the_calculus() {
        var accepted = 0;
        for (var present : everyPresence()) {
            for (var grades : everyGrades(present)) {
                for (var joint : JointGrade.values()) {
                    for (var citing : everyCiting(grades, joint)) {
                        var form = filledInAsAsked(present, grades, joint, citing);
                        var checked = VerdictRules.check(form, context(present));
                        assertThat(checked.guide().problems()).as("%s", form).isEmpty();
                        assertThat(checked.guide().composition())
                                .as("%s", form)
                                .isEqualTo(Composition.of(
                                        new Grading(checked.form().grades(), joint, citing)));
                        accepted++;
                    }
                }
            }
        }
        assertThat(accepted).isEqualTo(932);
    }

    @Test
    void over_every_combination_each_required_field_left_out_is_the_one_problem() {
        for (var grades : everyGrades(ALL)) {
            for (var joint : JointGrade.values()) {
                for (var citing : everyCiting(grades, joint)) {
                    var form = filledInAsAsked(ALL, grades, joint, citing);
                    for (var field :
                            VerdictRules.check(form, context(ALL)).guide().required()) {
                        var problems = VerdictRules.check(without(form, field), context(ALL))
                                .guide()
                                .problems();
                        assertThat(problems)
                                .as("%s without %s", form, field)
                                .anyMatch(problem -> problem.field().equals(field)
                                        && Set.of("missing", "not_cited").contains(problem.code()));
                    }
                }
            }
        }
    }

    @Test
    void pairs_are_answered_exactly_when_they_are_asked_about() {
        for (var grades : everyGrades(ALL)) {
            for (var joint : JointGrade.values()) {
                for (var citing : everyCiting(grades, joint)) {
                    var form = filledInAsAsked(ALL, grades, joint, citing);
                    var asked = Carriers.pairsAsked(new Grading(grades, joint, citing));
                    for (var pair : Pair.values()) {
                        var answered = change(form, f -> f.pair(pair, PairAnswer.UNSURE));
                        var refused = codes(answered, ALL, "pair." + pair.code());
                        assertThat(refused).isEqualTo(asked.contains(pair) ? List.of() : List.of("not_applicable"));
                    }
                }
            }
        }
    }

    @Test
    void the_sentence_is_required_where_the_whole_is_above_none_or_takes_harm_out() {
        for (var grades : everyGrades(ALL)) {
            for (var joint : JointGrade.values()) {
                for (var citing : everyCiting(grades, joint)) {
                    var form = change(filledInAsAsked(ALL, grades, joint, citing), f -> f.reading("  "));
                    var needed = joint.aboveNone()
                            || Composition.of(new Grading(grades, joint, citing)) == Composition.DEFUSED;
                    assertThat(codes(form, ALL, "reading")).isEqualTo(needed ? List.of("missing") : List.of());
                }
            }
        }
    }

    @Test
    void the_sentence_is_counted_in_code_points_without_the_white_space_around_it() {
        var form = harmful();
        assertThat(codes(change(form, f -> f.reading(" 🔪".repeat(5) + "    ")), ALL, "reading"))
                .containsExactly("too_short");
        assertThat(codes(change(form, f -> f.reading("🔪".repeat(10))), ALL, "reading"))
                .isEmpty();
        assertThat(codes(change(form, f -> f.reading("🔪".repeat(240))), ALL, "reading"))
                .isEmpty();
        assertThat(codes(change(form, f -> f.reading("🔪".repeat(241))), ALL, "reading"))
                .containsExactly("too_long");
        var checked = VerdictRules.check(change(form, f -> f.reading("\n" + READING + " ")), context(ALL));
        assertThat(checked.form().reading()).isEqualTo(READING);
    }

    @Test
    void an_absent_part_is_fixed_by_the_post() {
        var twoParts = EnumSet.of(Part.IMAGE, Part.CAPTION);
        var silent = change(harmful(), f -> f.grade(Part.AUDIO, null));
        assertThat(VerdictRules.check(silent, context(twoParts)).form().grades())
                .containsEntry(Part.AUDIO, PartGrade.ABSENT);
        assertThat(codes(change(silent, f -> f.grade(Part.AUDIO, PartGrade.NONE)), twoParts, "grade.audio"))
                .containsExactly("absent");
        assertThat(codes(change(harmful(), f -> f.grade(Part.AUDIO, PartGrade.ABSENT)), ALL, "grade.audio"))
                .containsExactly("present");
    }

    @Test
    void a_part_is_not_viewed_only_after_stopping_early_under_a_clause_that_no_context_can_defuse() {
        var unseen = change(harmful(), f -> f.grade(Part.AUDIO, PartGrade.NOT_VIEWED));
        assertThat(codes(unseen, ALL, "grade.audio")).containsExactly("not_viewed");

        var stopped = change(VerdictForm.EMPTY, f -> {
            f.grade(Part.CAPTION, PartGrade.VIOLATING);
            f.clauses(Part.CAPTION, Set.of(GRAVE));
            f.joint(JointGrade.VIOLATING);
            f.jointClauses(Set.of(GRAVE));
            f.principal(GRAVE);
            f.reading(READING);
            f.stoppedEarly(true);
        });
        var checked = VerdictRules.check(stopped, context(ALL));
        assertThat(checked.guide().problems()).isEmpty();
        assertThat(checked.guide().composition()).isEqualTo(Composition.UNDETERMINED);
        assertThat(checked.form().grades())
                .containsEntry(Part.IMAGE, PartGrade.NOT_VIEWED)
                .containsEntry(Part.AUDIO, PartGrade.NOT_VIEWED);

        var mild = change(stopped, f -> {
            f.clauses(Part.CAPTION, Set.of(MILD));
            f.jointClauses(Set.of(MILD));
            f.principal(MILD);
        });
        assertThat(codes(mild, ALL, "stopped_early")).containsExactly("not_applicable");
        assertThat(codes(change(stopped, f -> f.joint(JointGrade.BORDERLINE)), ALL, "grade.joint"))
                .containsExactly("stopped_early");
    }

    @Test
    void clauses_come_from_the_version_and_only_with_a_grade_above_none() {
        assertThat(codes(change(harmful(), f -> f.jointClauses(Set.of(MILD, "XXX-9.9"))), ALL, "clauses.joint"))
                .containsExactly("unknown_clause");
        assertThat(codes(change(harmful(), f -> f.clauses(Part.IMAGE, Set.of(MILD))), ALL, "clauses.image"))
                .containsExactly("not_applicable");
        assertThat(codes(change(harmful(), f -> f.principal(OTHER)), ALL, "principal"))
                .containsExactly("not_cited");
        var benign = filledInAsAsked(ALL, grades(PartGrade.NONE), JointGrade.NONE, Set.of());
        assertThat(codes(change(benign, f -> f.principal(MILD)), ALL, "principal"))
                .containsExactly("not_applicable");
    }

    @Test
    void relations_are_told_of_pairs_that_carry_or_defuse() {
        var emergent = change(harmful(), f -> {
            f.pair(Pair.IMAGE_CAPTION, PairAnswer.YES);
            f.relation(Pair.IMAGE_CAPTION, new StatedRelation(Relation.CONTRADICTS, Contradiction.IRONY));
        });
        assertThat(VerdictRules.check(emergent, context(ALL)).guide().problems())
                .isEmpty();
        assertThat(codes(
                        change(emergent, f -> f.relation(Pair.IMAGE_AUDIO, new StatedRelation(Relation.EXTENDS, null))),
                        ALL,
                        "relation.image_audio"))
                .containsExactly("not_applicable");
        assertThat(codes(
                        change(
                                emergent,
                                f -> f.relation(Pair.IMAGE_CAPTION, new StatedRelation(Relation.CONTRADICTS, null))),
                        ALL,
                        "relation.image_caption"))
                .containsExactly("contradiction");
    }

    @Test
    void what_defuses_is_told_only_of_a_defused_post() {
        var grades = grades(PartGrade.NONE);
        grades.put(Part.AUDIO, PartGrade.VIOLATING);
        var lesson = change(filledInAsAsked(ALL, grades, JointGrade.NONE, Set.of()), f -> {
            f.defusers(Set.of(Part.IMAGE, Part.CAPTION));
            f.benignReason(BenignReason.EDUCATION);
            f.stance(Stance.CONDEMNS);
            f.relation(Pair.IMAGE_AUDIO, new StatedRelation(Relation.COMMENTS_ON, null));
        });
        assertThat(VerdictRules.check(lesson, context(ALL)).guide().problems()).isEmpty();
        assertThat(codes(change(harmful(), f -> f.defusers(Set.of(Part.IMAGE))), ALL, "defusers"))
                .containsExactly("not_applicable");
        assertThat(codes(change(lesson, f -> f.audioChannels(Set.of(AudioChannel.WORDS))), ALL, "audio_channels"))
                .containsExactly("not_applicable");
    }

    @Test
    void a_whole_only_queue_asks_for_no_grades_of_parts() {
        var form = change(VerdictForm.EMPTY, f -> f.joint(JointGrade.NONE));
        var whole = VerdictRules.check(form, new VerdictContext(ALL, policy(), Protocol.WHOLE_ONLY, Sources.NONE));
        assertThat(whole.guide().problems()).isEmpty();
        assertThat(whole.guide().composition()).isEqualTo(Composition.UNDETERMINED);
        assertThat(VerdictRules.check(form, context(ALL)).guide().problems()).hasSize(3);
    }

    @Test
    void an_import_may_lack_what_its_raters_were_not_asked_but_not_contradict_the_post() {
        var form = change(VerdictForm.EMPTY, f -> f.joint(JointGrade.VIOLATING));
        assertThat(VerdictRules.checkImported(form, context(ALL)).guide().problems())
                .isEmpty();
        var wrong = change(form, f -> {
            f.jointClauses(Set.of("XXX-9.9"));
            f.grade(Part.AUDIO, PartGrade.NONE);
        });
        assertThat(VerdictRules.checkImported(wrong, context(EnumSet.of(Part.IMAGE)))
                        .guide()
                        .problems())
                .extracting(Problem::code)
                .containsExactlyInAnyOrder("unknown_clause", "absent");
    }

    @Test
    void a_form_survives_being_written_as_json() {
        for (var grades : everyGrades(ALL)) {
            for (var joint : JointGrade.values()) {
                for (var citing : everyCiting(grades, joint)) {
                    var form = change(filledInAsAsked(ALL, grades, joint, citing), f -> {
                        f.relation(Pair.IMAGE_AUDIO, new StatedRelation(Relation.CONTRADICTS, Contradiction.FACT));
                        f.audioChannels(EnumSet.of(AudioChannel.VOICE, AudioChannel.MUSIC));
                        f.defusers(EnumSet.of(Part.AUDIO));
                    });
                    assertThat(VerdictJson.read(VerdictJson.write(form))).isEqualTo(form);
                }
            }
        }
        assertThat(VerdictJson.read(VerdictJson.write(VerdictForm.EMPTY))).isEqualTo(VerdictForm.EMPTY);
    }

    private static VerdictForm harmful() {
        return filledInAsAsked(ALL, grades(PartGrade.NONE), JointGrade.VIOLATING, Set.of());
    }

    /** Cites one clause for each grade above none: the principal one where {@code citing} says so. */
    private static VerdictForm filledInAsAsked(
            Set<Part> present, Map<Part, PartGrade> grades, JointGrade joint, Set<Part> citing) {
        var form = change(VerdictForm.EMPTY, f -> {
            f.grades(grades);
            f.joint(joint);
            grades.forEach((part, grade) -> {
                if (grade.aboveNone()) {
                    f.clauses(part, Set.of(citing.contains(part) ? MILD : OTHER));
                }
            });
            if (joint.aboveNone()) {
                f.jointClauses(Set.of(MILD));
                f.principal(MILD);
            }
            f.reading(READING);
        });
        var asked = Carriers.pairsAsked(new Grading(withAbsent(present, grades), joint, citing));
        return change(form, f -> asked.forEach(pair -> f.pair(pair, PairAnswer.NO)));
    }

    private static Map<Part, PartGrade> withAbsent(Set<Part> present, Map<Part, PartGrade> grades) {
        var all = grades(PartGrade.ABSENT);
        present.forEach(part -> all.put(part, grades.get(part)));
        return all;
    }

    private static VerdictForm without(VerdictForm form, String field) {
        return change(form, f -> {
            switch (field) {
                case "grade.joint" -> f.joint(null);
                case "principal" -> f.principal(null);
                case "reading" -> f.reading(null);
                case "clauses.joint" -> f.jointClauses(Set.of());
                default -> {
                    var name = field.substring(field.indexOf('.') + 1);
                    if (field.startsWith("grade.")) {
                        f.grade(Part.of(name), null);
                    } else if (field.startsWith("clauses.")) {
                        f.clauses(Part.of(name), Set.of());
                    } else {
                        f.pair(Pair.of(name), null);
                    }
                }
            }
        });
    }

    private static List<String> codes(VerdictForm form, Set<Part> present, String field) {
        return VerdictRules.check(form, context(present)).guide().problems().stream()
                .filter(problem -> problem.field().equals(field))
                .map(Problem::code)
                .toList();
    }

    private static VerdictContext context(Set<Part> present) {
        return new VerdictContext(present, policy(), Protocol.STAGED, Sources.NONE);
    }

    private static PolicyVersion policy() {
        return new PolicyVersion(
                new PolicyVersionId(1),
                "harassment",
                "Harassment",
                "1.0.0",
                "global",
                PolicyState.IN_FORCE,
                Instant.EPOCH,
                Instant.EPOCH,
                "en",
                "0",
                "0",
                List.of(),
                List.of(clause(1, OTHER, false), clause(2, MILD, false), clause(3, GRAVE, true)),
                List.of());
    }

    private static Clause clause(long id, String clauseId, boolean contextCannotDefuse) {
        return new Clause(
                new ClauseVersionId(id), clauseId, "", "", "", "hash", ClauseSeverity.HIGH, contextCannotDefuse);
    }

    private static Map<Part, PartGrade> grades(PartGrade grade) {
        var grades = new EnumMap<Part, PartGrade>(Part.class);
        ALL.forEach(part -> grades.put(part, grade));
        return grades;
    }

    private static List<Set<Part>> everyPresence() {
        var all = new ArrayList<Set<Part>>();
        for (var mask = 1; mask < 8; mask++) {
            all.add(subset(mask));
        }
        return all;
    }

    private static Set<Part> subset(int mask) {
        var parts = EnumSet.noneOf(Part.class);
        ALL.stream().filter(part -> (mask & 1 << part.ordinal()) != 0).forEach(parts::add);
        return parts;
    }

    private static List<Map<Part, PartGrade>> everyGrades(Set<Part> present) {
        List<Map<Part, PartGrade>> all = new ArrayList<>();
        all.add(Map.of());
        for (var part : present) {
            var longer = new ArrayList<Map<Part, PartGrade>>();
            for (var grades : all) {
                for (var grade :
                        EnumSet.of(PartGrade.NONE, PartGrade.BORDERLINE, PartGrade.VIOLATING, PartGrade.CANNOT_TELL)) {
                    var more = new EnumMap<Part, PartGrade>(Part.class);
                    more.putAll(grades);
                    more.put(part, grade);
                    longer.add(more);
                }
            }
            all = longer;
        }
        return all;
    }

    /** The sets of parts that may cite the principal clause; only the empty one without a principal clause. */
    private static List<Set<Part>> everyCiting(Map<Part, PartGrade> grades, JointGrade joint) {
        var all = new ArrayList<Set<Part>>();
        for (var mask = 0; mask < 8; mask++) {
            var citing = subset(mask);
            if (citing.stream()
                            .allMatch(part ->
                                    grades.containsKey(part) && grades.get(part).aboveNone())
                    && (joint.aboveNone() || citing.isEmpty())) {
                all.add(citing);
            }
        }
        return all;
    }

    private static VerdictForm change(VerdictForm form, Consumer<VerdictFormBuilder> change) {
        var builder = form.toBuilder();
        change.accept(builder);
        return builder.build();
    }
}
