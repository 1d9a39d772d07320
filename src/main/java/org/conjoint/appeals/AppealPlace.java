package org.conjoint.appeals;

/** Where an appeal stands in the list: open ones first, the oldest first; then decided ones, the newest first. */
public record AppealPlace(int rank, long place) {

    static final int OPEN = 0;
    static final int DECIDED = 1;

    /** The place of an appeal, to go on after it. */
    public static AppealPlace of(Appeal appeal) {
        return appeal.isOpen()
                ? new AppealPlace(OPEN, appeal.id().value())
                : new AppealPlace(DECIDED, -appeal.id().value());
    }
}
