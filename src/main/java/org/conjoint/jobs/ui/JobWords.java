package org.conjoint.jobs.ui;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Locale;
import org.conjoint.jobs.Job;
import org.conjoint.jobs.JobCounts;
import org.conjoint.jobs.JobState;
import org.conjoint.jobs.RowOutcome;
import org.conjoint.ui.Pill;

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

    /** The state on its ground: failed, or done with rows refused, stand out. */
    static Pill pill(Job job) {
        var partly = job.state() == JobState.DONE && job.counts().refused() > 0;
        var pill = new Pill(partly ? "Done, rows refused" : of(job.state()));
        if (job.state() == JobState.FAILED) {
            pill.addClassName("failed");
        } else if (partly) {
            pill.addClassName("partly");
        }
        return pill;
    }

    /** What came of a job: the outcomes, what it said, that nothing came. */
    static String result(Job job, Locale locale) {
        var counts = of(job.counts(), locale);
        var words = new ArrayList<String>();
        if (!counts.isEmpty()) {
            words.add(counts);
        }
        if (job.message() != null) {
            words.add(job.message());
        }
        if (words.isEmpty() && job.state() == JobState.DONE) {
            words.add(
                    job.done() == 0
                            ? "It found no rows"
                            : NumberFormat.getIntegerInstance(locale).format(job.done()) + " rows");
        }
        return String.join(" · ", words);
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
