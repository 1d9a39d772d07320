package org.conjoint.moderation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.conjoint.evidence.EvidenceChecks;
import org.conjoint.meaning.Carriers;
import org.conjoint.meaning.Composition;
import org.conjoint.meaning.Grading;
import org.conjoint.meaning.JointGrade;
import org.conjoint.meaning.Pair;
import org.conjoint.meaning.Part;
import org.conjoint.meaning.PartGrade;
import org.conjoint.meaning.Relation;
import org.conjoint.work.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the form: which fields apply, which are required, what is wrong. Pure; the calculus is in the meaning
 * module. Clauses are required above none, for each part and for the whole, and one joint clause is principal. The
 * sentence belongs to judging the whole: it is required when the whole is above none, or when the whole takes the harm out
 * of a part. An imported verdict may lack what its raters were not asked.
 */
final class VerdictRules {

    /** Limits of the sentence, in Unicode code points, without white space around it. */
    static final int SHORTEST_READING = 10;

    static final int LONGEST_READING = 240;

    /** Characters of a note to the authors of the policy. */
    static final int LONGEST_NOTE = 1_000;

    private final VerdictForm form;
    private final VerdictContext context;
    private final boolean imported;
    private final Set<String> applies = new TreeSet<>();
    private final Set<String> required = new TreeSet<>();
    private final List<Problem> problems = new ArrayList<>();
    private final @Nullable Grading grading;
    private final @Nullable Composition composition;
    private final @Nullable Carriers carriers;

    private VerdictRules(VerdictForm form, VerdictContext context, boolean imported) {
        this.form = filled(form, context, imported);
        this.context = context;
        this.imported = imported;
        this.grading = grading(this.form);
        this.composition = grading == null ? null : composition(grading);
        this.carriers = grading == null || composition == null ? null : Carriers.of(grading, this.form.pairs());
        checkGrades();
        checkStop();
        checkClauses();
        checkReading();
        checkPairs();
        checkRelations();
        checkDetails();
        checkBackground();
        checkEvidence();
    }

    /** A form with what the post and the protocol fix filled in, and what follows from it. */
    record Checked(VerdictForm form, VerdictGuide guide) {}

    /** What follows from a form under the rules for raters. */
    static Checked check(VerdictForm form, VerdictContext context) {
        return new VerdictRules(form, context, false).checked();
    }

    /** What follows from a form under the rules for imports. */
    static Checked checkImported(VerdictForm form, VerdictContext context) {
        return new VerdictRules(form, context, true).checked();
    }

    private Checked checked() {
        return new Checked(
                form,
                new VerdictGuide(
                        Set.copyOf(applies), Set.copyOf(required), composition, carriers, List.copyOf(problems)));
    }

    /** Absent parts get their grade from the post; parts that need not be graded alone are not viewed. */
    private static VerdictForm filled(VerdictForm form, VerdictContext context, boolean imported) {
        var grades = new EnumMap<Part, PartGrade>(Part.class);
        grades.putAll(form.grades());
        var mayLack = imported || form.stoppedEarly() || context.protocol() == Protocol.WHOLE_ONLY;
        for (var part : Part.values()) {
            if (!context.present().contains(part)) {
                grades.putIfAbsent(part, PartGrade.ABSENT);
            } else if (mayLack) {
                grades.putIfAbsent(part, PartGrade.NOT_VIEWED);
            }
        }
        return form.toBuilder()
                .grades(grades)
                .reading(tidied(form.reading()))
                .secondReading(tidied(form.secondReading()))
                .noteToAuthor(tidied(form.noteToAuthor()))
                .build();
    }

    private static @Nullable String tidied(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable Grading grading(VerdictForm form) {
        var joint = form.joint();
        if (joint == null || form.grades().size() < Part.values().length) {
            return null;
        }
        var citing = EnumSet.noneOf(Part.class);
        var principal = form.principal();
        for (var part : Part.values()) {
            if (principal != null
                    && form.clauses(part).contains(principal)
                    && Objects.requireNonNull(form.grades().get(part)).aboveNone()) {
                citing.add(part);
            }
        }
        return new Grading(form.grades(), joint, citing);
    }

    /** Without a principal clause, only what does not depend on it; an import without clauses has no better. */
    private @Nullable Composition composition(Grading grading) {
        var computed = Composition.of(grading);
        return switch (computed) {
            case UNDETERMINED, DEFUSED, BENIGN, EMERGENT -> computed;
            case SHIFTED, ADDITIVE, SINGLE_CARRIER, REDUNDANT -> form.principal() != null || imported ? computed : null;
        };
    }

    private void checkGrades() {
        for (var part : Part.values()) {
            var field = "grade." + part.code();
            var grade = form.grades().get(part);
            if (!context.present().contains(part)) {
                if (grade != PartGrade.ABSENT) {
                    problem(field, "absent", "The post has no %s; its grade is absent".formatted(part.code()));
                }
                continue;
            }
            if (context.protocol() == Protocol.STAGED) {
                ask(field, !form.stoppedEarly() && !imported);
            }
            if (grade == null) {
                problem(field, "missing", "Grade the %s".formatted(part.code()));
            } else if (grade == PartGrade.ABSENT) {
                problem(field, "present", "The post has a %s; it cannot be absent".formatted(part.code()));
            } else if (grade == PartGrade.NOT_VIEWED && required.contains(field)) {
                problem(
                        field,
                        "not_viewed",
                        "Grade the %s, or stop early under a clause that no context can defuse".formatted(part.code()));
            }
        }
        ask("grade.joint", true);
        if (form.joint() == null) {
            problem("grade.joint", "missing", "Grade the whole");
        }
    }

    private void checkStop() {
        var mayStop = form.grades().entrySet().stream()
                .filter(entry -> entry.getValue() == PartGrade.VIOLATING)
                .flatMap(entry -> form.clauses(entry.getKey()).stream())
                .anyMatch(clause -> context.policyVersion()
                        .clause(clause)
                        .map(found -> found.contextCannotDefuse())
                        .orElse(false));
        if (mayStop) {
            ask("stopped_early", false);
        }
        if (!form.stoppedEarly()) {
            return;
        }
        if (!mayStop) {
            problem(
                    "stopped_early",
                    "not_applicable",
                    "One may stop early only when a part is violating under a clause that no context can defuse");
        } else if (form.joint() != null && form.joint() != JointGrade.VIOLATING) {
            problem("grade.joint", "stopped_early", "Having stopped early, the whole is violating");
        }
    }

    private void checkClauses() {
        for (var part : Part.values()) {
            var grade = form.grades().get(part);
            var above = grade != null && grade.aboveNone();
            checkCited("clauses." + part.code(), form.clauses(part), above, "the " + part.code());
        }
        var jointAbove = form.joint() != null && form.joint().aboveNone();
        checkCited("clauses.joint", form.jointClauses(), jointAbove, "the whole");
        var principal = form.principal();
        if (jointAbove) {
            ask("principal", !imported);
        }
        if (principal == null) {
            missing("principal", "Choose the principal clause among those cited for the whole");
        } else if (!jointAbove) {
            problem("principal", "not_applicable", "Only a whole above none has a principal clause");
        } else if (!form.jointClauses().contains(principal)) {
            problem(
                    "principal",
                    "not_cited",
                    "The principal clause %s is not cited for the whole".formatted(principal));
        }
    }

    private void checkCited(String field, Set<String> clauses, boolean above, String what) {
        if (above) {
            ask(field, !imported);
        }
        if (clauses.isEmpty()) {
            missing(field, "Cite a clause for %s".formatted(what));
        } else if (!above) {
            problem(field, "not_applicable", "Only a grade above none cites clauses, and %s has none".formatted(what));
        }
        for (var clause : new TreeSet<>(clauses)) {
            if (context.policyVersion().clause(clause).isEmpty()) {
                problem(
                        field,
                        "unknown_clause",
                        "%s is not a clause of %s %s"
                                .formatted(
                                        clause,
                                        context.policyVersion().slug(),
                                        context.policyVersion().number()));
            }
        }
    }

    private void checkReading() {
        var jointAbove = form.joint() != null && form.joint().aboveNone();
        ask("reading", !imported && (jointAbove || composition == Composition.DEFUSED));
        var reading = form.reading();
        if (reading == null) {
            missing("reading", "Complete the sentence “Together, this post says that …”");
            return;
        }
        var length = reading.codePointCount(0, reading.length());
        if (length > LONGEST_READING) {
            problem(
                    "reading",
                    "too_long",
                    "The sentence has at most %d characters, not %d".formatted(LONGEST_READING, length));
        } else if (length < SHORTEST_READING && !imported) {
            problem(
                    "reading",
                    "too_short",
                    "The sentence has at least %d characters, not %d".formatted(SHORTEST_READING, length));
        }
    }

    private void checkPairs() {
        Set<Pair> asked = grading == null || composition == null ? Set.of() : Carriers.pairsAsked(grading);
        for (var pair : Pair.values()) {
            var field = "pair." + pair.code();
            if (asked.contains(pair)) {
                ask(field, !imported);
                if (!form.pairs().containsKey(pair)) {
                    missing(field, "Answer yes, no or unsure");
                }
            } else if (form.pairs().containsKey(pair)) {
                problem(field, "not_applicable", "This pair is not asked about for these grades");
            }
        }
    }

    private void checkRelations() {
        var open = relatedPairs();
        for (var pair : Pair.values()) {
            var field = "relation." + pair.code();
            var relation = form.relations().get(pair);
            if (open.contains(pair)) {
                ask(field, false);
            } else if (relation != null) {
                problem(field, "not_applicable", "Only pairs that carry or defuse the harm have a relation");
            }
            if (relation != null
                    && (relation.relation() == Relation.CONTRADICTS) != (relation.contradiction() != null)) {
                problem(
                        field,
                        "contradiction",
                        "A contradiction, and only that, says in what: irony, affect, fact, identity");
            }
        }
    }

    /** Pairs inside a sufficient set, and a part above none with what defuses it. */
    private Set<Pair> relatedPairs() {
        var related = EnumSet.noneOf(Pair.class);
        if (carriers == null) {
            return related;
        }
        for (var pair : Pair.values()) {
            var inside = carriers.sufficientSets().stream().anyMatch(set -> set.containsAll(pair.parts()));
            var defused = composition == Composition.DEFUSED
                    && pair.parts().stream().anyMatch(form.defusers()::contains)
                    && pair.parts().stream()
                            .anyMatch(
                                    part -> Objects.requireNonNull(form.grades().get(part))
                                            .aboveNone());
            if (inside || defused) {
                related.add(pair);
            }
        }
        return related;
    }

    private void checkDetails() {
        var anyAbove = anyAbove();
        var defused = composition == Composition.DEFUSED;
        var audioCarries =
                carriers != null && carriers.sufficientSets().stream().anyMatch(set -> set.contains(Part.AUDIO));
        optional("defusers", defused, form.defusers(), "Only a defused post has parts that take the harm out");
        optional("audio_channels", audioCarries, form.audioChannels(), "Only where the sound carries the harm");
        optional("stance", anyAbove, one(form.stance()), "Only where a grade is above none");
        optional("benign_reason", defused, one(form.benignReason()), "Only where the whole takes the harm out");
        ask("confidence", false);
        if (!context.present().containsAll(form.defusers())) {
            problem("defusers", "absent", "A part that the post does not have takes nothing out");
        }
    }

    private void checkBackground() {
        var anyAbove = anyAbove();
        optional("target_kind", anyAbove, one(form.targetKind()), "Only where a grade is above none");
        optional("knowledge_needed", anyAbove, form.knowledgeNeeded(), "Only where a grade is above none");
        optional(
                "knowledge_had",
                !form.knowledgeNeeded().isEmpty(),
                one(form.knowledgeHad()),
                "Only where some knowledge is needed");
        optional("second_reading", anyAbove, one(form.secondReading()), "Only where a grade is above none");
        var second = form.secondReading();
        if (second != null && second.codePointCount(0, second.length()) > LONGEST_READING) {
            problem(
                    "second_reading",
                    "too_long",
                    "The second sentence has at most %d characters".formatted(LONGEST_READING));
        }
        ask("note_to_author", false);
        var note = form.noteToAuthor();
        if (note != null && note.length() > LONGEST_NOTE) {
            problem("note_to_author", "too_long", "A note has at most %,d characters".formatted(LONGEST_NOTE));
        }
    }

    private void checkEvidence() {
        ask("evidence", false);
        if (!form.evidence().isEmpty()) {
            EvidenceChecks.problems(form.evidence(), context.sources())
                    .forEach(found -> problem("evidence", found.code(), found.message()));
        }
    }

    private boolean anyAbove() {
        return form.joint() != null && form.joint().aboveNone()
                || form.grades().values().stream().anyMatch(PartGrade::aboveNone);
    }

    private void optional(String field, boolean open, Collection<?> given, String otherwise) {
        if (open) {
            ask(field, false);
        } else if (!given.isEmpty()) {
            problem(field, "not_applicable", otherwise);
        }
    }

    private static Collection<?> one(@Nullable Object value) {
        return value == null ? List.of() : List.of(value);
    }

    private void ask(String field, boolean needed) {
        applies.add(field);
        if (needed) {
            required.add(field);
        }
    }

    private void missing(String field, String message) {
        if (required.contains(field)) {
            problem(field, "missing", message);
        }
    }

    private void problem(String field, String code, String message) {
        problems.add(new Problem(field, code, message));
    }
}
