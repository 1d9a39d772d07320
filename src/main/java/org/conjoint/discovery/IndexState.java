package org.conjoint.discovery;

import org.jspecify.annotations.Nullable;

/**
 * How the index stands.
 *
 * @param whole false while it is being built for the first time, or again after damage
 * @param posts how many are searchable
 * @param verdicts how many are searchable
 * @param behind posts whose last change is not searchable yet
 * @param rebuild how far a rebuild has come; null when none is under way
 * @param problem what keeps the index from following the database, or null
 */
public record IndexState(
        boolean whole,
        long posts,
        long verdicts,
        int behind,
        @Nullable RebuildProgress rebuild,
        @Nullable String problem) {

    /**
     * How far a rebuild has come.
     *
     * @param done posts written
     * @param total posts in the database when it began
     */
    public record RebuildProgress(long done, long total) {}
}
