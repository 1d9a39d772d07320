package org.conjoint.moderation.ui;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.conjoint.evidence.Evidence;
import org.conjoint.meaning.AudioChannel;
import org.conjoint.meaning.BenignReason;
import org.conjoint.meaning.Confidence;
import org.conjoint.meaning.JointGrade;
import org.conjoint.meaning.Knowledge;
import org.conjoint.meaning.KnowledgeHad;
import org.conjoint.meaning.Pair;
import org.conjoint.meaning.PairAnswer;
import org.conjoint.meaning.Part;
import org.conjoint.meaning.PartGrade;
import org.conjoint.meaning.Stance;
import org.conjoint.meaning.StatedRelation;
import org.conjoint.meaning.TargetKind;
import org.conjoint.moderation.VerdictForm;
import org.jspecify.annotations.Nullable;

/**
 * The form while a rater fills it in. Clauses go with the grades they explain: what is no longer above none cites none,
 * and the first clause of the whole is principal until another is.
 */
final class FormState {

    private final Set<Part> present;
    private final Map<Part, PartGrade> grades = new EnumMap<>(Part.class);
    private final Map<Row, Set<String>> clauses = new EnumMap<>(Row.class);
    private final Map<Pair, PairAnswer> pairs = new EnumMap<>(Pair.class);
    private final Map<Pair, StatedRelation> relations = new EnumMap<>(Pair.class);
    private final Set<Part> defusers = EnumSet.noneOf(Part.class);
    private final Set<AudioChannel> channels = EnumSet.noneOf(AudioChannel.class);
    private @Nullable JointGrade joint;
    private @Nullable String principal;
    private @Nullable String reading;
    private @Nullable Stance stance;
    private @Nullable BenignReason benignReason;
    private @Nullable Confidence confidence;
    private final Set<Knowledge> knowledgeNeeded = EnumSet.noneOf(Knowledge.class);
    private @Nullable KnowledgeHad knowledgeHad;
    private @Nullable TargetKind targetKind;
    private @Nullable String secondReading;
    private @Nullable String noteToAuthor;
    private Evidence evidence;
    private boolean stoppedEarly;

    /** Starts from a draft; parts that the post does not have are absent. */
    FormState(Set<Part> present, VerdictForm draft) {
        this.present = present;
        for (var row : Row.values()) {
            clauses.put(row, new LinkedHashSet<>());
        }
        for (var part : Part.values()) {
            if (!present.contains(part)) {
                grades.put(part, PartGrade.ABSENT);
            } else if (draft.grades().containsKey(part)) {
                grades.put(part, draft.grades().get(part));
            }
            clauses(Row.of(part)).addAll(draft.clauses(part));
        }
        clauses(Row.JOINT).addAll(draft.jointClauses());
        pairs.putAll(draft.pairs());
        relations.putAll(draft.relations());
        defusers.addAll(draft.defusers());
        channels.addAll(draft.audioChannels());
        joint = draft.joint();
        principal = draft.principal();
        reading = draft.reading();
        stance = draft.stance();
        benignReason = draft.benignReason();
        confidence = draft.confidence();
        knowledgeNeeded.addAll(draft.knowledgeNeeded());
        knowledgeHad = draft.knowledgeHad();
        targetKind = draft.targetKind();
        secondReading = draft.secondReading();
        noteToAuthor = draft.noteToAuthor();
        evidence = draft.evidence();
        stoppedEarly = draft.stoppedEarly();
    }

    VerdictForm toForm() {
        var form = VerdictForm.builder();
        present.forEach(part -> form.clauses(part, clauses(Row.of(part))));
        return form.grades(grades)
                .joint(joint)
                .jointClauses(clauses(Row.JOINT))
                .principal(principal)
                .reading(reading)
                .pairs(pairs)
                .relations(relations)
                .defusers(defusers)
                .audioChannels(channels)
                .stance(stance)
                .benignReason(benignReason)
                .confidence(confidence)
                .targetKind(targetKind)
                .knowledgeNeeded(knowledgeNeeded)
                .knowledgeHad(knowledgeHad)
                .secondReading(secondReading)
                .noteToAuthor(noteToAuthor)
                .evidence(evidence)
                .stoppedEarly(stoppedEarly)
                .build();
    }

    /** Drops answers to what is no longer asked, as when a grade was changed after them. */
    void keepOnly(Set<String> applies) {
        pairs.keySet().removeIf(pair -> !applies.contains("pair." + pair.code()));
        relations.keySet().removeIf(pair -> !applies.contains("relation." + pair.code()));
        if (!applies.contains("defusers")) {
            defusers.clear();
        }
        if (!applies.contains("audio_channels")) {
            channels.clear();
        }
        if (!applies.contains("stance")) {
            stance = null;
        }
        if (!applies.contains("benign_reason")) {
            benignReason = null;
        }
        if (!applies.contains("target_kind")) {
            targetKind = null;
        }
        if (!applies.contains("knowledge_needed")) {
            knowledgeNeeded.clear();
        }
        if (knowledgeNeeded.isEmpty()) {
            knowledgeHad = null;
        }
        if (!applies.contains("second_reading")) {
            secondReading = null;
        }
    }

    Set<Part> present() {
        return present;
    }

    @Nullable PartGrade grade(Part part) {
        return grades.get(part);
    }

    @Nullable Mark mark(Row row) {
        var part = row.part();
        return part.isPresent() ? Mark.of(grades.get(part.get())) : Mark.of(joint);
    }

    boolean graded(Row row) {
        return row.part().map(grades::containsKey).orElse(joint != null);
    }

    boolean aboveNone(Row row) {
        var mark = mark(row);
        return mark == Mark.BORDERLINE || mark == Mark.VIOLATING;
    }

    void grade(Row row, Mark mark) {
        row.part().ifPresentOrElse(part -> grades.put(part, mark.part()), () -> joint = mark.joint());
        stoppedEarly = stoppedEarly && grades.containsValue(PartGrade.NOT_VIEWED);
        if (!aboveNone(row)) {
            clauses(row).clear();
            settlePrincipal();
        }
    }

    /** Concludes from one part: it decides the whole, and what was not opened stays not viewed. */
    void stopEarly(Row from) {
        for (var part : present) {
            grades.putIfAbsent(part, PartGrade.NOT_VIEWED);
        }
        joint = JointGrade.VIOLATING;
        clauses(Row.JOINT).addAll(clauses(from));
        stoppedEarly = true;
        settlePrincipal();
    }

    /** Takes the early conclusion back. */
    void lookOn() {
        grades.values().removeIf(grade -> grade == PartGrade.NOT_VIEWED);
        joint = null;
        clauses(Row.JOINT).clear();
        stoppedEarly = false;
        settlePrincipal();
    }

    boolean stoppedEarly() {
        return stoppedEarly;
    }

    Set<String> clauses(Row row) {
        return clauses.computeIfAbsent(row, _ -> new LinkedHashSet<>());
    }

    /** All clauses cited for anything, in the order in which they were first cited. */
    Set<String> cited() {
        var all = new LinkedHashSet<String>();
        for (var row : Row.values()) {
            all.addAll(clauses(row));
        }
        return all;
    }

    /** The rows above none that a further clause is for: first those without any. */
    Set<Row> toExplain() {
        var above = EnumSet.allOf(Row.class);
        above.removeIf(row -> !aboveNone(row));
        var bare = EnumSet.copyOf(above);
        bare.removeIf(row -> !clauses(row).isEmpty());
        return bare.isEmpty() ? above : bare;
    }

    void cite(Row row, String clause, boolean cited) {
        if (cited) {
            clauses(row).add(clause);
        } else {
            clauses(row).remove(clause);
        }
        settlePrincipal();
    }

    @Nullable String principal() {
        return principal;
    }

    void principal(String clause) {
        clauses(Row.JOINT).add(clause);
        principal = clause;
    }

    private void settlePrincipal() {
        var joints = clauses(Row.JOINT);
        if (principal == null || !joints.contains(principal)) {
            principal = joints.isEmpty() ? null : joints.iterator().next();
        }
    }

    String reading() {
        return reading == null ? "" : reading;
    }

    void reading(String text) {
        reading = text.isEmpty() ? null : text;
    }

    @Nullable PairAnswer pair(Pair pair) {
        return pairs.get(pair);
    }

    void pair(Pair pair, PairAnswer answer) {
        pairs.put(pair, answer);
    }

    @Nullable StatedRelation relation(Pair pair) {
        return relations.get(pair);
    }

    void relation(Pair pair, StatedRelation relation) {
        relations.put(pair, relation);
    }

    Set<Part> defusers() {
        return defusers;
    }

    void defusers(Set<Part> parts) {
        defusers.clear();
        defusers.addAll(parts);
    }

    Set<AudioChannel> channels() {
        return channels;
    }

    void channels(Set<AudioChannel> values) {
        channels.clear();
        channels.addAll(values);
    }

    @Nullable Stance stance() {
        return stance;
    }

    void stance(@Nullable Stance value) {
        stance = value;
    }

    @Nullable BenignReason benignReason() {
        return benignReason;
    }

    void benignReason(@Nullable BenignReason value) {
        benignReason = value;
    }

    @Nullable Confidence confidence() {
        return confidence;
    }

    void confidence(Confidence value) {
        confidence = value;
    }

    Evidence evidence() {
        return evidence;
    }

    void evidence(Evidence all) {
        evidence = all;
    }

    @Nullable TargetKind targetKind() {
        return targetKind;
    }

    void targetKind(@Nullable TargetKind value) {
        targetKind = value;
    }

    Set<Knowledge> knowledgeNeeded() {
        return knowledgeNeeded;
    }

    void knowledgeNeeded(Set<Knowledge> values) {
        knowledgeNeeded.clear();
        knowledgeNeeded.addAll(values);
    }

    @Nullable KnowledgeHad knowledgeHad() {
        return knowledgeHad;
    }

    void knowledgeHad(@Nullable KnowledgeHad value) {
        knowledgeHad = value;
    }

    String secondReading() {
        return secondReading == null ? "" : secondReading;
    }

    void secondReading(String text) {
        secondReading = text.isEmpty() ? null : text;
    }

    String noteToAuthor() {
        return noteToAuthor == null ? "" : noteToAuthor;
    }

    void noteToAuthor(String text) {
        noteToAuthor = text.isEmpty() ? null : text;
    }
}
