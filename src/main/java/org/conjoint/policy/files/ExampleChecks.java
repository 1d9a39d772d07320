package org.conjoint.policy.files;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.conjoint.meaning.Composition;
import org.conjoint.meaning.Grading;
import org.conjoint.meaning.JointGrade;
import org.conjoint.meaning.Part;
import org.conjoint.meaning.PartGrade;
import org.conjoint.policy.files.ExampleEntry.Medium;
import org.conjoint.policy.files.ExampleEntry.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * Whether the examples teach what the calculus says: every clause has a violating, an allowed and a twin example, grades
 * and citations fit, and the composition is the computed one.
 */
final class ExampleChecks {
    private static final String FILE = "examples.yaml";
    private static final int SHORTEST_READING = 10;
    private static final int LONGEST_READING = 240;

    private final PolicyDescription description;
    private final List<ExampleEntry> examples;
    private final Problems problems;
    private final Map<String, ExampleEntry> byId = new HashMap<>();

    ExampleChecks(PolicyDescription description, List<ExampleEntry> examples, Problems problems) {
        this.description = description;
        this.examples = examples;
        this.problems = problems;
    }

    void run() {
        for (var example : examples) {
            if (!example.id().matches(description.prefix() + "-E\\d{2,3}")) {
                problem(
                        example,
                        "“%s” is not an example's id".formatted(example.id()),
                        "write it like %s-E01".formatted(description.prefix()));
            }
            if (byId.putIfAbsent(example.id(), example) != null) {
                problem(example, example.id() + " is given twice", "give it an id of its own");
            }
        }
        examples.forEach(this::check);
        description.clauseIds().forEach(this::coverage);
        purposes();
    }

    private void check(ExampleEntry example) {
        if (!description.clauseIds().contains(example.clause())) {
            problem(example, "there is no clause " + example.clause(), "name a clause of this policy");
        }
        var length = example.reading().length();
        if (length < SHORTEST_READING || length > LONGEST_READING) {
            problem(
                    example,
                    "the reading has %d characters".formatted(length),
                    "write 10 to 240: together, this post says that …");
        }
        example.exemption().ifPresent(id -> exemption(example, id));
        for (var part : Part.values()) {
            part(example, part);
        }
        cited(example, "the whole", example.joint().aboveNone(), example.jointCited());
        composition(example);
        if (example.twinOf().isPresent() != example.changedPart().isPresent()) {
            problem(example, "twin_of and changed_part go together", "give both or neither");
        } else if (example.isTwin()) {
            twin(example);
        }
    }

    private void exemption(ExampleEntry example, String id) {
        var known = description.exemptions().stream()
                .anyMatch(entry -> entry.id().equals(id) && entry.clauses().contains(example.clause()));
        if (!known || example.violates()) {
            problem(
                    example,
                    "%s does not exempt it from %s".formatted(id, example.clause()),
                    "name an exception of the clause, or none");
        }
    }

    private void part(ExampleEntry example, Part part) {
        var grade = Objects.requireNonNull(example.grades().get(part));
        if ((grade == PartGrade.ABSENT) == example.media().containsKey(part)) {
            problem(
                    example,
                    "the grade of the %s is %s, but the post has %s"
                            .formatted(part.code(), grade.code(), grade == PartGrade.ABSENT ? "one" : "none"),
                    "grade what is there, and only that");
        }
        cited(example, "the " + part.code(), grade.aboveNone(), example.cited().getOrDefault(part, List.of()));
    }

    private void cited(ExampleEntry example, String what, boolean aboveNone, List<String> cited) {
        if (aboveNone == cited.isEmpty()) {
            problem(
                    example,
                    "%s is graded %s none, but cites %s"
                            .formatted(what, aboveNone ? "above" : "at", aboveNone ? "no clause" : cited),
                    "cite clauses where, and only where, a grade is above none");
        }
        for (var clause : cited) {
            if (!description.clauseIds().contains(clause)) {
                problem(
                        example,
                        "%s cites %s, which does not exist".formatted(what, clause),
                        "name a clause of this policy");
            }
        }
    }

    private void composition(ExampleEntry example) {
        var principal = example.principal().orElse("");
        if (example.joint().aboveNone() != example.jointCited().contains(principal)) {
            problem(
                    example,
                    "the principal clause is not one that the whole cites",
                    "name one of the clauses of joint as principal");
            return;
        }
        var citing = EnumSet.noneOf(Part.class);
        example.cited().forEach((part, clauses) -> {
            var grade = Objects.requireNonNull(example.grades().get(part));
            if (grade.aboveNone() && clauses.contains(principal)) {
                citing.add(part);
            }
        });
        var computed = Composition.of(new Grading(example.grades(), example.joint(), citing));
        if (computed == Composition.UNDETERMINED || computed != example.composition()) {
            problem(
                    example,
                    "the composition is %s, but the grades make it %s"
                            .formatted(example.composition().code(), computed.code()),
                    "correct the grades or write composition: " + computed.code());
        }
    }

    private void twin(ExampleEntry example) {
        var original = byId.get(example.twinOf().orElseThrow());
        if (original == null || original.isTwin() || !original.clause().equals(example.clause())) {
            problem(
                    example,
                    "%s has no twin under this clause"
                            .formatted(example.twinOf().orElseThrow()),
                    "name an example of the same clause that is not itself a twin");
            return;
        }
        var changed = new ArrayList<Part>();
        for (var part : Part.values()) {
            if (!Objects.equals(medium(original, part), medium(example, part))) {
                changed.add(part);
            } else if (original.grades().get(part) != example.grades().get(part)) {
                problem(
                        example,
                        "the %s is the same as in %s, its grade is not".formatted(part.code(), original.id()),
                        "grade the same part alike: it is judged alone");
            }
        }
        if (!changed.equals(example.changedPart().stream().toList())) {
            problem(
                    example,
                    "it differs from %s in %s".formatted(original.id(), changed.isEmpty() ? "nothing" : changed),
                    "change exactly one part, and name it in changed_part");
        }
        if (original.joint() == example.joint()) {
            problem(
                    example,
                    "its joint grade is that of " + original.id(),
                    "make the smallest change that changes the joint grade");
        }
    }

    private static @Nullable Medium medium(ExampleEntry example, Part part) {
        return example.media().get(part);
    }

    private void coverage(String clause) {
        var of = examples.stream()
                .filter(example -> example.clause().equals(clause))
                .toList();
        need(clause, "a violating example", of.stream().anyMatch(example -> !example.isTwin() && example.violates()));
        need(
                clause,
                "an allowed example",
                of.stream().anyMatch(example -> !example.isTwin() && example.joint() != JointGrade.VIOLATING));
        need(clause, "a twin", of.stream().anyMatch(ExampleEntry::isTwin));
    }

    private void need(String clause, String what, boolean there) {
        if (!there) {
            problems.add(FILE, 1, "%s lacks %s".formatted(clause, what), "add one");
        }
    }

    /** A gold item that is also taught would test memory; the same post counts under whatever id. */
    private void purposes() {
        var taught = new HashSet<Map<Part, Medium>>();
        examples.stream()
                .filter(example -> example.purpose() == Purpose.TEACH)
                .forEach(example -> taught.add(example.media()));
        examples.stream()
                .filter(example -> example.purpose() == Purpose.GOLD && taught.contains(example.media()))
                .forEach(
                        example -> problem(example, "the same post is gold and taught", "use it for one purpose only"));
    }

    private void problem(ExampleEntry example, String what, String remedy) {
        problems.add(FILE, example.line(), "%s: %s".formatted(example.id(), what), remedy);
    }
}
