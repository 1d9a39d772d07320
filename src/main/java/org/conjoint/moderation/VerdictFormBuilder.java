package org.conjoint.moderation;

import java.util.EnumMap;
import java.util.EnumSet;
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
import org.jspecify.annotations.Nullable;

/**
 * A form in the making, one field at a time; what is not set stays as in the form it came from. A collection given
 * replaces the earlier one whole, and {@code null} for one key takes that key out.
 */
public final class VerdictFormBuilder {

    private final Map<Part, PartGrade> grades = new EnumMap<>(Part.class);
    private final Map<Part, Set<String>> clauses = new EnumMap<>(Part.class);
    private final Map<Pair, PairAnswer> pairs = new EnumMap<>(Pair.class);
    private final Map<Pair, StatedRelation> relations = new EnumMap<>(Pair.class);
    private final Set<Part> defusers = EnumSet.noneOf(Part.class);
    private final Set<AudioChannel> audioChannels = EnumSet.noneOf(AudioChannel.class);
    private Set<String> jointClauses = Set.of();
    private @Nullable JointGrade joint;
    private @Nullable String principal;
    private @Nullable String reading;
    private @Nullable Stance stance;
    private @Nullable BenignReason benignReason;
    private @Nullable Confidence confidence;
    private @Nullable TargetKind targetKind;
    private Set<Knowledge> knowledgeNeeded = Set.of();
    private @Nullable KnowledgeHad knowledgeHad;
    private @Nullable String secondReading;
    private @Nullable String noteToAuthor;
    private Evidence evidence = Evidence.NONE;
    private boolean stoppedEarly;

    VerdictFormBuilder() {}

    public VerdictForm build() {
        return new VerdictForm(
                grades,
                joint,
                clauses,
                jointClauses,
                principal,
                reading,
                pairs,
                relations,
                defusers,
                audioChannels,
                stance,
                benignReason,
                confidence,
                targetKind,
                knowledgeNeeded,
                knowledgeHad,
                secondReading,
                noteToAuthor,
                evidence,
                stoppedEarly);
    }

    public VerdictFormBuilder grades(Map<Part, PartGrade> all) {
        return replace(grades, all);
    }

    public VerdictFormBuilder grade(Part part, @Nullable PartGrade grade) {
        return set(grades, part, grade);
    }

    public VerdictFormBuilder joint(@Nullable JointGrade grade) {
        joint = grade;
        return this;
    }

    public VerdictFormBuilder clauses(Map<Part, Set<String>> all) {
        return replace(clauses, all);
    }

    public VerdictFormBuilder clauses(Part part, Set<String> cited) {
        return set(clauses, part, cited);
    }

    public VerdictFormBuilder jointClauses(Set<String> cited) {
        jointClauses = cited;
        return this;
    }

    public VerdictFormBuilder principal(@Nullable String clause) {
        principal = clause;
        return this;
    }

    public VerdictFormBuilder reading(@Nullable String sentence) {
        reading = sentence;
        return this;
    }

    public VerdictFormBuilder pairs(Map<Pair, PairAnswer> all) {
        return replace(pairs, all);
    }

    public VerdictFormBuilder pair(Pair pair, @Nullable PairAnswer answer) {
        return set(pairs, pair, answer);
    }

    public VerdictFormBuilder relations(Map<Pair, StatedRelation> all) {
        return replace(relations, all);
    }

    public VerdictFormBuilder relation(Pair pair, @Nullable StatedRelation relation) {
        return set(relations, pair, relation);
    }

    public VerdictFormBuilder defusers(Set<Part> all) {
        return replace(defusers, all);
    }

    public VerdictFormBuilder audioChannels(Set<AudioChannel> all) {
        return replace(audioChannels, all);
    }

    public VerdictFormBuilder stance(@Nullable Stance toward) {
        stance = toward;
        return this;
    }

    public VerdictFormBuilder benignReason(@Nullable BenignReason reason) {
        benignReason = reason;
        return this;
    }

    public VerdictFormBuilder confidence(@Nullable Confidence level) {
        confidence = level;
        return this;
    }

    public VerdictFormBuilder targetKind(@Nullable TargetKind kind) {
        targetKind = kind;
        return this;
    }

    public VerdictFormBuilder knowledgeNeeded(Set<Knowledge> all) {
        knowledgeNeeded = all;
        return this;
    }

    public VerdictFormBuilder knowledgeHad(@Nullable KnowledgeHad answer) {
        knowledgeHad = answer;
        return this;
    }

    public VerdictFormBuilder secondReading(@Nullable String sentence) {
        secondReading = sentence;
        return this;
    }

    public VerdictFormBuilder noteToAuthor(@Nullable String note) {
        noteToAuthor = note;
        return this;
    }

    public VerdictFormBuilder evidence(Evidence all) {
        evidence = all;
        return this;
    }

    public VerdictFormBuilder stoppedEarly(boolean early) {
        stoppedEarly = early;
        return this;
    }

    private <K, V> VerdictFormBuilder replace(Map<K, V> values, Map<K, V> others) {
        values.clear();
        values.putAll(others);
        return this;
    }

    private <T> VerdictFormBuilder replace(Set<T> values, Set<T> others) {
        values.clear();
        values.addAll(others);
        return this;
    }

    private <K, V> VerdictFormBuilder set(Map<K, V> values, K key, @Nullable V value) {
        if (value == null) {
            values.remove(key);
        } else {
            values.put(key, value);
        }
        return this;
    }
}
