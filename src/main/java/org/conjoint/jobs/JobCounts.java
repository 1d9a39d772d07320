package org.conjoint.jobs;

/** How many rows of a job's report have which outcome. */
public record JobCounts(long created, long revised, long unchanged, long repaired, long refused) {

    public static final JobCounts NONE = new JobCounts(0, 0, 0, 0, 0);

    /** The number of rows in the report. */
    public long all() {
        return created + revised + unchanged + repaired + refused;
    }

    /** These counts and one more row of that outcome. */
    public JobCounts plus(RowOutcome outcome) {
        return switch (outcome) {
            case CREATED -> new JobCounts(created + 1, revised, unchanged, repaired, refused);
            case REVISED -> new JobCounts(created, revised + 1, unchanged, repaired, refused);
            case UNCHANGED -> new JobCounts(created, revised, unchanged + 1, repaired, refused);
            case REPAIRED -> new JobCounts(created, revised, unchanged, repaired + 1, refused);
            case REFUSED -> new JobCounts(created, revised, unchanged, repaired, refused + 1);
        };
    }
}
