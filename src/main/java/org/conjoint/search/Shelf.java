package org.conjoint.search;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.ControlledRealTimeReopenThread;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherLifetimeManager;
import org.apache.lucene.search.SearcherLifetimeManager.PruneByAge;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/** One Lucene index in a folder, with its writer, the views on it and the thread that renews them. */
final class Shelf implements AutoCloseable {
    /** A change is searchable after at most this many seconds when nobody waits for it. */
    private static final double RENEW_AT_MOST = 0.2;
    /** When somebody waits, after at least this many. */
    private static final double RENEW_AT_LEAST = 0.02;
    /** Following pages see the same view for this many seconds. */
    private static final double KEEP_VIEWS = 600;

    private static final double WRITE_BUFFER_MB = 48;

    private final Path folder;
    private final FSDirectory directory;
    private final IndexWriter writer;
    private final SearcherManager views;
    private final SearcherLifetimeManager kept = new SearcherLifetimeManager();
    private final ControlledRealTimeReopenThread<IndexSearcher> renewing;
    private volatile long lastChange;

    /** @throws IOException when it is damaged, of another format, or held by another process */
    Shelf(Path folder, Languages analyzer) throws IOException {
        this.folder = folder;
        directory = FSDirectory.open(folder);
        IndexWriter opened = null;
        try {
            opened = new IndexWriter(
                    directory,
                    new IndexWriterConfig(analyzer)
                            .setRAMBufferSizeMB(WRITE_BUFFER_MB)
                            .setCommitOnClose(false));
            views = new SearcherManager(opened, new SearcherFactory());
        } catch (IOException | RuntimeException e) {
            if (opened != null) {
                opened.rollback();
            }
            directory.close();
            throw e;
        }
        writer = opened;
        renewing = new ControlledRealTimeReopenThread<>(writer, views, RENEW_AT_MOST, RENEW_AT_LEAST);
        renewing.setName("index-renewal");
        renewing.setDaemon(true);
        renewing.start();
    }

    Path folder() {
        return folder;
    }

    void put(String id, List<Document> block) throws IOException {
        lastChange = writer.updateDocuments(new Term(Names.BLOCK, id), block);
    }

    void delete(String id) throws IOException {
        lastChange = writer.deleteDocuments(new Term(Names.BLOCK, id));
    }

    void commit(Map<String, String> notes) throws IOException {
        writer.setLiveCommitData(notes.entrySet());
        writer.commit();
    }

    Map<String, String> notes() {
        var notes = new HashMap<String, String>();
        var data = writer.getLiveCommitData();
        if (data != null) {
            data.forEach(note -> notes.put(note.getKey(), note.getValue()));
        }
        return notes;
    }

    boolean awaitVisible(Duration limit) throws InterruptedException {
        return renewing.waitForGeneration(lastChange, (int) Math.min(Integer.MAX_VALUE, limit.toMillis()));
    }

    /** Lets work see a view: the one kept under a name while it is kept, else the newest. */
    <R> R with(@Nullable Long view, Work<R> work) throws IOException {
        var old = view == null ? null : kept.acquire(view);
        var searcher = old == null ? views.acquire() : old;
        try {
            return work.on(searcher);
        } finally {
            if (old == null) {
                views.release(searcher);
            } else {
                kept.release(old);
            }
        }
    }

    /** Keeps a view for following pages. */
    long keep(IndexSearcher searcher) {
        try {
            kept.prune(new PruneByAge(KEEP_VIEWS));
            return kept.record(searcher);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Nullable Throwable damage() {
        return writer.getTragicException();
    }

    /** Closes without a commit. */
    @Override
    public void close() throws IOException {
        renewing.close();
        kept.close();
        views.close();
        writer.rollback();
        directory.close();
    }

    /** What is done with a view. */
    @FunctionalInterface
    interface Work<R> {
        R on(IndexSearcher searcher) throws IOException;
    }
}
