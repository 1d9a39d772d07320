package org.conjoint.search;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;

/**
 * A full-text index that is searchable within a second of a change and durable at each commit. Changes of one entry have
 * to come in order; those of different entries may come from several threads.
 */
public interface SearchIndex extends AutoCloseable {

    /**
     * Opens the index in a folder. One that is missing, damaged or of another format is begun anew, the old files being
     * moved aside and the log told; {@link #whole} is false then.
     *
     * @throws java.io.UncheckedIOException when the folder cannot be used, or another process holds it
     */
    static SearchIndex open(Path folder, Schema schema) {
        return new LuceneIndex(folder, schema);
    }

    /** The fields it was opened with. */
    Schema schema();

    /**
     * Adds entries or replaces those with the same id; visible soon, durable at the next commit.
     *
     * @throws java.io.UncheckedIOException when that fails; changes since the last commit may be lost then
     */
    void put(Collection<Entry> entries);

    /** Removes entries; unknown ids are left out. */
    void delete(Collection<String> ids);

    /** Makes all changes so far durable, with notes that {@link #notes} gives back after a restart. */
    void commit(Map<String, String> notes);

    /** The notes of the last commit; empty when begun anew. */
    Map<String, String> notes();

    /** Whether it holds everything: true only once a rebuild has finished in its folder. */
    boolean whole();

    /** Waits until all changes so far are searchable; false when that takes longer. */
    boolean awaitVisible(Duration limit);

    /** Answers a request; never throws because of what the query says. */
    SearchOutcome search(SearchRequest request);

    /** How many entries are searchable. */
    long entries();

    /** How many children are searchable. */
    long children();

    /**
     * Begins to build the index again beside the one in use. Until it is finished or closed, all changes go into both.
     *
     * @throws IllegalStateException when another rebuild is under way
     */
    Rebuild rebuild();

    /** Commits with the notes of the last commit and lets go of the folder. */
    @Override
    void close();

    /** A new index that is going to take the place of the one in use. */
    interface Rebuild extends AutoCloseable {
        /** Adds entries or replaces those with the same id in the new index only. */
        void put(Collection<Entry> entries);

        /** Commits the new index, searches it from now on and removes the old one. */
        void finish(Map<String, String> notes);

        /** Throws the new index away unless it was finished. */
        @Override
        void close();
    }
}
