package org.conjoint.jobs.ui;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Locale;
import org.conjoint.jobs.JobCounts;
import org.conjoint.jobs.JobState;
import org.conjoint.jobs.RowOutcome;

/** Jobs in words. */
final class JobWords {
    private JobWords() {}

    static String of(JobState state) {
        return switch (state) {
            case QUEUED -> "Waiting";
            case RUNNING -> "Running";
            case DONE -> "Done";
            case FAILED -> "Failed";
            case CANCELLED -> "Cancelled";
        };
    }

    static String of(RowOutcome outcome) {
        return switch (outcome) {
            case CREATED -> "New";
            case REVISED -> "Changed";
            case UNCHANGED -> "Unchanged";
            case REPAIRED -> "Repaired";
            case REFUSED -> "Refused";
        };
    }

    /** The outcomes that occurred, as in “1,204 new · 3 refused”. */
    static String of(JobCounts counts, Locale locale) {
        var numbers = NumberFormat.getIntegerInstance(locale);
        var words = new ArrayList<String>();
        for (var outcome : RowOutcome.values()) {
            var count = count(counts, outcome);
            if (count > 0) {
                words.add(numbers.format(count) + " " + of(outcome).toLowerCase(Locale.ROOT));
            }
        }
        return String.join(" · ", words);
    }

    static long count(JobCounts counts, RowOutcome outcome) {
        return switch (outcome) {
            case CREATED -> counts.created();
            case REVISED -> counts.revised();
            case UNCHANGED -> counts.unchanged();
            case REPAIRED -> counts.repaired();
            case REFUSED -> counts.refused();
        };
    }
}
