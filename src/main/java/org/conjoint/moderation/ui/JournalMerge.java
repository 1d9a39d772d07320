package org.conjoint.moderation.ui;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.conjoint.evidence.EvidenceChange;
import org.conjoint.meaning.AudioChannel;
import org.conjoint.meaning.BenignReason;
import org.conjoint.meaning.Confidence;
import org.conjoint.meaning.Knowledge;
import org.conjoint.meaning.KnowledgeHad;
import org.conjoint.meaning.Pair;
import org.conjoint.meaning.PairAnswer;
import org.conjoint.meaning.Part;
import org.conjoint.meaning.Stance;
import org.conjoint.meaning.StatedRelation;
import org.conjoint.meaning.TargetKind;
import org.conjoint.moderation.RatingTask;
import org.conjoint.moderation.VerdictForm;
import org.jspecify.annotations.Nullable;

/** Writes what a browser kept into a form, by the same rules as what is entered on the screen. */
final class JournalMerge {

    private static final int LONGEST_TEXT = 4000;

    private final RatingTask.Judge task;
    private final Staging staging;
    private final FormState form;

    private JournalMerge(RatingTask.Judge task, VerdictForm begun) {
        this.task = task;
        staging = new Staging(task.queue().protocol(), task.parts());
        form = new FormState(task.parts(), begun);
    }

    /**
     * The form with what was kept.
     *
     * @param taken how many of the entries could be written; the others name what is not there, or not yet open
     */
    record Merged(VerdictForm form, int taken) {}

    static Merged merge(RatingTask.Judge task, VerdictForm begun, JournalEntries kept) {
        var merge = new JournalMerge(task, begun);
        var taken = 0;
        for (var entry : kept.entries()) {
            if (merge.took(entry)) {
                taken++;
            }
        }
        return new Merged(merge.form.toForm(), taken);
    }

    private boolean took(JournalEntries.Entry entry) {
        var dot = entry.field().indexOf('.');
        var kind = dot < 0 ? entry.field() : entry.field().substring(0, dot);
        var of = dot < 0 ? "" : entry.field().substring(dot + 1);
        try {
            return switch (kind) {
                case "grade" -> grade(row(of), entry.value());
                case "pair" -> done(() -> form.pair(Pair.of(of), PairAnswer.of(entry.value())));
                case "relation" -> done(() -> form.relation(Pair.of(of), StatedRelation.of(entry.value())));
                case "clause" -> clause(of, entry.value());
                case "stop" -> stop(entry.value());
                case "evidence" ->
                    done(() -> form.evidence(EvidenceChange.apply(form.evidence(), entry.value(), task.sources())));
                default -> answer(kind, entry.value());
            };
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private boolean answer(String field, String value) {
        return switch (field) {
            case "reading" -> text(value, form::reading);
            case "second_reading" -> text(value, form::secondReading);
            case "note_to_author" -> text(value, form::noteToAuthor);
            case "confidence" -> done(() -> form.confidence(Confidence.of(value)));
            case "stance" -> done(() -> form.stance(one(value, Stance::of)));
            case "benign_reason" -> done(() -> form.benignReason(one(value, BenignReason::of)));
            case "target_kind" -> done(() -> form.targetKind(one(value, TargetKind::of)));
            case "knowledge_had" -> done(() -> form.knowledgeHad(one(value, KnowledgeHad::of)));
            case "knowledge_needed" -> done(() -> form.knowledgeNeeded(several(value, Knowledge::of)));
            case "defusers" -> done(() -> form.defusers(several(value, Part::of)));
            case "audio_channels" -> done(() -> form.channels(several(value, AudioChannel::of)));
            default -> false;
        };
    }

    private boolean grade(Row row, String key) {
        if (!staging.order().contains(row) || !staging.opened(form).contains(row)) {
            return false;
        }
        var mark = Arrays.stream(Mark.values())
                .filter(each -> each.key().equals(key))
                .findFirst();
        mark.ifPresent(given -> form.grade(row, given));
        return mark.isPresent();
    }

    /** Concludes from a row, or for an empty code takes that back; either may have arrived already. */
    private boolean stop(String code) {
        if (code.isEmpty()) {
            return !form.stoppedEarly() || done(form::lookOn);
        }
        var from = row(code);
        if (form.stoppedEarly()) {
            return from.part().isPresent() && form.mark(from) == Mark.VIOLATING;
        }
        return staging.mayStop(form, from, task.policyVersion()) && done(() -> form.stopEarly(from));
    }

    private boolean clause(String what, String id) {
        if (task.policyVersion().clause(id).isEmpty()) {
            return false;
        }
        if (what.isEmpty()) {
            var rows = form.toExplain();
            rows.forEach(row -> form.cite(row, id, true));
            return !rows.isEmpty();
        }
        return switch (what) {
            case "principal" -> form.aboveNone(Row.JOINT) && done(() -> form.principal(id));
            case "removed" -> done(() -> Arrays.asList(Row.values()).forEach(row -> form.cite(row, id, false)));
            default -> cite(what, id);
        };
    }

    /** {@code for-image} or {@code not-image}. */
    private boolean cite(String what, String id) {
        var cited = what.startsWith("for-");
        if (!cited && !what.startsWith("not-")) {
            return false;
        }
        var row = row(what.substring(4));
        return (!cited || form.aboveNone(row)) && done(() -> form.cite(row, id, cited));
    }

    private static Row row(String code) {
        return Arrays.stream(Row.values())
                .filter(row -> row.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No row " + code));
    }

    private static boolean text(String value, Consumer<String> write) {
        if (value.length() > LONGEST_TEXT) {
            return false;
        }
        write.accept(value);
        return true;
    }

    private static boolean done(Runnable write) {
        write.run();
        return true;
    }

    private static <T> @Nullable T one(String code, Function<String, T> of) {
        return code.isEmpty() ? null : of.apply(code);
    }

    private static <T> Set<T> several(String codes, Function<String, T> of) {
        var all = new LinkedHashSet<T>();
        for (var code : codes.split(" ", -1)) {
            if (!code.isEmpty()) {
                all.add(of.apply(code));
            }
        }
        return all;
    }
}
