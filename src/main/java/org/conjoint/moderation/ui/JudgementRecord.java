package org.conjoint.moderation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.conjoint.meaning.JointGrade;
import org.conjoint.meaning.Part;
import org.conjoint.meaning.PartGrade;
import org.conjoint.moderation.Attention;
import org.conjoint.moderation.CitedClause;
import org.conjoint.moderation.Verdict;
import org.conjoint.moderation.VerdictForm;
import org.conjoint.policy.PolicyVersion;
import org.conjoint.ui.CompositionGlyph;
import org.conjoint.ui.Moments;
import org.conjoint.ui.Pill;
import org.conjoint.ui.Words;
import org.jspecify.annotations.Nullable;

/** A verdict to read: grades, meaning, the clauses with the text that was shown, and where it comes from. */
final class JudgementRecord extends Div {

    JudgementRecord(Verdict verdict, Optional<PolicyVersion> policy) {
        addClassName("judgement-record");
        add(grades(verdict.form()), reading(verdict.form()), composition(verdict));
        if (!verdict.form().evidence().links().isEmpty()) {
            add(new EvidenceList(verdict.form().evidence(), verdict.attention()));
        }
        verdict.cited().stream().collect(Collectors.groupingBy(CitedClause::clauseId)).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(cited -> add(new CitedText(
                        cited.getKey(),
                        cited.getValue(),
                        cited.getKey().equals(verdict.form().principal()),
                        policy.flatMap(version -> version.clause(cited.getKey())),
                        verdict.locale())));
        add(lineage(verdict, policy));
    }

    static Div grades(VerdictForm form) {
        var grades = new Div();
        grades.addClassName("judged-grades");
        for (var part : Part.values()) {
            var grade = form.grades().get(part);
            if (grade != null) {
                grades.add(graded(Row.of(part), grade == PartGrade.ABSENT, Pill.of(grade)));
            }
        }
        if (form.joint() != null) {
            grades.add(graded(Row.JOINT, false, Pill.of(form.joint())));
        }
        return grades;
    }

    private static Span graded(Row row, boolean absent, Pill pill) {
        var graded = new Span(row.dot().absent(absent), new Span(row.words()), pill);
        graded.addClassName("judged-grade");
        return graded;
    }

    static Component reading(VerdictForm form) {
        var text = new Paragraph();
        text.addClassName("say");
        if (form.reading() != null) {
            var lead = new Span("Together, this post says that ");
            lead.addClassName("muted");
            text.add(lead, new Span(form.reading()));
        } else {
            text.setText("No sentence was written.");
        }
        return text;
    }

    private static Div composition(Verdict verdict) {
        var glyph = new CompositionGlyph();
        var present = verdict.form().grades().entrySet().stream()
                .filter(grade -> grade.getValue() != PartGrade.ABSENT)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        var joint = verdict.form().joint();
        glyph.show(present, verdict.carriers().sufficientSets(), joint == null ? JointGrade.NONE : joint);
        var name = new Span(Words.of(verdict.composition()));
        name.addClassName("name");
        var carriers = new Span(CompositionCard.sentence(verdict.carriers(), present));
        carriers.addClassName("muted");
        var words = new Div(name, new Span(Words.meaning(verdict.composition())), carriers);
        words.addClassName("words");
        var card = new Div(glyph, words);
        card.addClassName("composition-card");
        card.addClassName(joint == null || Words.colour(joint).isEmpty() ? "open" : Words.colour(joint));
        return card;
    }

    private static Div lineage(Verdict verdict, Optional<PolicyVersion> policy) {
        var facts = new DescriptionList();
        fact(facts, "Verdict", "%d, revision %d".formatted(verdict.id().value(), verdict.revision()));
        fact(facts, "Submission", String.valueOf(verdict.submissionId()));
        fact(facts, "Submitted", Moments.dateTime(verdict.submittedAt()));
        fact(
                facts,
                "Time at work",
                verdict.activeMillis() == 0 ? null : inWords(Duration.ofMillis(verdict.activeMillis())));
        fact(facts, "Looked at", looked(verdict.attention()));
        fact(
                facts,
                "Policy",
                policy.map(version -> "%s %s (%s)".formatted(version.title(), version.number(), verdict.locale()))
                        .orElse(null));
        fact(
                facts,
                "Policy text",
                policy.map(version -> "SHA-256 " + version.textHash()).orElse(null));
        fact(
                facts,
                "Confidence",
                verdict.form().confidence() == null
                        ? null
                        : Labels.of(verdict.form().confidence()));
        fact(facts, "Imported as", verdict.externalId());
        var lineage = new Div(
                new H2("Where it comes from"),
                facts,
                new Anchor(AsSeenView.path(verdict), "The policy as it was seen, beside today’s"));
        lineage.addClassName("lineage");
        return lineage;
    }

    /** Which parts were on the stage for how long, and how much was heard and read. */
    private static @Nullable String looked(Attention attention) {
        if (attention.viewed().isEmpty()) {
            return null;
        }
        var words = new ArrayList<String>();
        for (var part : Part.values()) {
            if (attention.viewedMillis(part) > 0) {
                words.add("%s %s"
                        .formatted(
                                Words.of(part).toLowerCase(),
                                inWords(Duration.ofMillis(attention.viewedMillis(part)))));
            }
        }
        var heard = attention.heard().stream()
                .mapToLong(stretch -> stretch.end() - stretch.start())
                .sum();
        if (heard > 0) {
            words.add("heard " + inWords(Duration.ofMillis(heard)));
        }
        if (attention.transcriptMillis() > 0) {
            words.add("transcript " + inWords(Duration.ofMillis(attention.transcriptMillis())));
        }
        if (attention.fullImage()) {
            words.add("picture at its full size");
        }
        return String.join(" · ", words);
    }

    private static void fact(DescriptionList facts, String name, @Nullable String value) {
        if (value != null) {
            facts.add(new DescriptionList.Term(name), new DescriptionList.Description(value));
        }
    }

    private static String inWords(Duration time) {
        return time.toMinutes() > 0
                ? "%d min %d s".formatted(time.toMinutes(), time.toSecondsPart())
                : "%d s".formatted(time.toSeconds());
    }
}
