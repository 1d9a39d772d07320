package org.conjoint.moderation.staleness;

/**
 * How far a walk has come.
 *
 * @param bucket within the phase, where it has several
 * @param version the id of the version within the bucket; 0 before the first
 * @param verdict below this id it goes on
 */
record WalkCursor(Walk.Phase phase, int bucket, long version, long verdict) {

    static final WalkCursor START = of(Walk.Phase.LOOSENED);

    static WalkCursor of(Walk.Phase phase) {
        return new WalkCursor(phase, 0, Long.MAX_VALUE, Long.MAX_VALUE);
    }

    static WalkCursor parse(String text) {
        var parts = text.split(" ");
        return new WalkCursor(
                Walk.Phase.valueOf(parts[0]),
                Integer.parseInt(parts[1]),
                Long.parseLong(parts[2]),
                Long.parseLong(parts[3]));
    }

    @Override
    public String toString() {
        return "%s %d %d %d".formatted(phase, bucket, version, verdict);
    }
}
