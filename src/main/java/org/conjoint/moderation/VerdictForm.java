package org.conjoint.moderation;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
 * What a rater says about a post; may be unfinished.
 *
 * @param grades grades given so far; each part has one when the form is finished
 * @param joint the grade of the whole; {@code null} until given
 * @param clauses ids of the clauses cited for each part
 * @param jointClauses ids of the clauses cited for the whole
 * @param principal the one among them that counts most
 * @param reading completes the sentence “Together, this post says that …”
 * @param pairs answers to: would these two parts alone get the same joint grade?
 * @param relations how two parts relate
 * @param defusers the parts that take the harm out
 * @param audioChannels by what the sound carries
 * @param targetKind whom the harm is aimed at
 * @param knowledgeNeeded what one has to know to see it
 * @param knowledgeHad whether the rater knew that
 * @param secondReading what else the post may say, as a sentence like {@code reading}
 * @param noteToAuthor a question or remark for the authors of the policy
 * @param evidence what the judgement points at
 * @param stoppedEarly concluded from one part that no context can defuse, before all parts were opened
 */
public record VerdictForm(
        Map<Part, PartGrade> grades,
        @Nullable JointGrade joint,
        Map<Part, Set<String>> clauses,
        Set<String> jointClauses,
        @Nullable String principal,
        @Nullable String reading,
        Map<Pair, PairAnswer> pairs,
        Map<Pair, StatedRelation> relations,
        Set<Part> defusers,
        Set<AudioChannel> audioChannels,
        @Nullable Stance stance,
        @Nullable BenignReason benignReason,
        @Nullable Confidence confidence,
        @Nullable TargetKind targetKind,
        Set<Knowledge> knowledgeNeeded,
        @Nullable KnowledgeHad knowledgeHad,
        @Nullable String secondReading,
        @Nullable String noteToAuthor,
        Evidence evidence,
        boolean stoppedEarly) {

    public static final VerdictForm EMPTY = new VerdictFormBuilder().build();

    public VerdictForm {
        grades = Map.copyOf(grades);
        clauses = clauses.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
        jointClauses = Set.copyOf(jointClauses);
        pairs = Map.copyOf(pairs);
        relations = Map.copyOf(relations);
        defusers = Set.copyOf(defusers);
        audioChannels = Set.copyOf(audioChannels);
        knowledgeNeeded = Set.copyOf(knowledgeNeeded);
    }

    /** The clauses cited for a part; empty when none is. */
    public Set<String> clauses(Part part) {
        return clauses.getOrDefault(part, Set.of());
    }

    /** A builder that starts from an empty form. */
    public static VerdictFormBuilder builder() {
        return new VerdictFormBuilder();
    }

    /** A builder that starts from this form. */
    public VerdictFormBuilder toBuilder() {
        return new VerdictFormBuilder()
                .grades(grades)
                .joint(joint)
                .clauses(clauses)
                .jointClauses(jointClauses)
                .principal(principal)
                .reading(reading)
                .pairs(pairs)
                .relations(relations)
                .defusers(defusers)
                .audioChannels(audioChannels)
                .stance(stance)
                .benignReason(benignReason)
                .confidence(confidence)
                .targetKind(targetKind)
                .knowledgeNeeded(knowledgeNeeded)
                .knowledgeHad(knowledgeHad)
                .secondReading(secondReading)
                .noteToAuthor(noteToAuthor)
                .evidence(evidence)
                .stoppedEarly(stoppedEarly);
    }
}
