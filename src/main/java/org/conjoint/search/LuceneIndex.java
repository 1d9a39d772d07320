package org.conjoint.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The index kept by Lucene: one shelf in use, and while it is rebuilt the one that comes next. */
final class LuceneIndex implements SearchIndex {
    private static final Logger LOG = LoggerFactory.getLogger(LuceneIndex.class);

    /** Notes of its own in a commit. */
    private static final String FORMAT = "conjoint.format";

    private static final String WHOLE = "conjoint.whole";

    static {
        // A word becomes a query in every text field and language; 64 words may need many.
        IndexSearcher.setMaxClauseCount(50_000);
    }

    private final Schema schema;
    private final Documents documents;
    private final Languages forTexts = Languages.forTexts();
    private final Languages forQueries = Languages.forQueries();
    private final Folders folders;
    /** Held to read while shelves are used, to write while they change places. */
    private final ReentrantReadWriteLock places = new ReentrantReadWriteLock();

    private Shelf current;
    private @Nullable Shelf next;

    LuceneIndex(Path root, Schema schema) {
        this.schema = schema;
        this.documents = new Documents(schema);
        try {
            folders = new Folders(root);
            current = open();
            folders.sweep(current.folder());
        } catch (LockObtainFailedException e) {
            throw new UncheckedIOException(
                    "The index in %s is held by another process; stop that one first".formatted(root), e);
        } catch (IOException e) {
            throw new UncheckedIOException("The index in %s cannot be opened: %s".formatted(root, e.getMessage()), e);
        }
    }

    private Shelf open() throws IOException {
        var folder = folders.current();
        if (folder.isEmpty()) {
            return begin();
        }
        try {
            var shelf = new Shelf(folder.get(), forTexts);
            var format = shelf.notes().get(FORMAT);
            if (format().equals(format)) {
                return shelf;
            }
            shelf.close();
            LOG.warn("The index in {} has the format {}, not {}", folder.get(), format, format());
        } catch (LockObtainFailedException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("The index in {} is damaged: {}", folder.get(), e.toString());
        }
        var aside = folders.moveAside(folder.get());
        LOG.warn("Moved it to {}; it is built again, and the database has lost nothing", aside);
        return begin();
    }

    private Shelf begin() throws IOException {
        var shelf = new Shelf(folders.next(), forTexts);
        shelf.commit(Map.of(FORMAT, format(), WHOLE, "false"));
        folders.use(shelf.folder());
        return shelf;
    }

    private String format() {
        return "%s/%d/%s"
                .formatted(org.apache.lucene.util.Version.LATEST.major, Languages.VERSION, schema.fingerprint());
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public void put(Collection<Entry> entries) {
        change(shelves -> put(shelves, entries));
    }

    private void put(List<Shelf> shelves, Collection<Entry> entries) throws IOException {
        for (var entry : entries) {
            var block = documents.of(entry);
            for (var shelf : shelves) {
                shelf.put(entry.id(), block);
            }
        }
    }

    @Override
    public void delete(Collection<String> ids) {
        change(shelves -> {
            for (var id : ids) {
                for (var shelf : shelves) {
                    shelf.delete(id);
                }
            }
        });
    }

    private void change(Change change) {
        places.readLock().lock();
        try {
            change.on(next == null ? List.of(current) : List.of(current, next));
        } catch (IOException | AlreadyClosedException e) {
            throw failed("The index could not be written: ", e);
        } finally {
            places.readLock().unlock();
            mend();
        }
    }

    private static UncheckedIOException failed(String what, Exception cause) {
        var io = cause instanceof IOException already ? already : new IOException(cause);
        return new UncheckedIOException(what + cause.getMessage(), io);
    }

    /** Opens the index again after an error that ended its writer, as it was at the last commit. */
    private void mend() {
        if (!reading(shelf -> shelf.damage() != null)) {
            return;
        }
        places.writeLock().lock();
        try {
            var damage = current.damage();
            if (damage != null) {
                LOG.error("Writing the index in {} failed; opening it again", current.folder(), damage);
                current.close();
                current = open();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The index could not be opened again: " + e.getMessage(), e);
        } finally {
            places.writeLock().unlock();
        }
    }

    @Override
    public void commit(Map<String, String> notes) {
        places.readLock().lock();
        try {
            current.commit(withFormat(notes, whole()));
        } catch (IOException | AlreadyClosedException e) {
            throw failed("The index could not be made durable: ", e);
        } finally {
            places.readLock().unlock();
            mend();
        }
    }

    private Map<String, String> withFormat(Map<String, String> notes, boolean whole) {
        var all = new HashMap<>(notes);
        all.put(FORMAT, format());
        all.put(WHOLE, Boolean.toString(whole));
        return all;
    }

    @Override
    public Map<String, String> notes() {
        var notes = reading(Shelf::notes);
        notes.remove(FORMAT);
        notes.remove(WHOLE);
        return notes;
    }

    @Override
    public boolean whole() {
        return reading(shelf -> "true".equals(shelf.notes().get(WHOLE)));
    }

    @Override
    public boolean awaitVisible(Duration limit) {
        var shelf = reading(used -> used);
        try {
            return shelf.awaitVisible(limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public SearchOutcome search(SearchRequest request) {
        var query = QueryReader.read(request.query(), schema);
        if (!query.problems().isEmpty()) {
            return new SearchOutcome.Refused(query.problems());
        }
        var after =
                request.after() == null ? null : Cursor.read(request.after()).orElse(null);
        return reading(shelf -> shelf.with(
                after == null ? null : after.view(),
                searcher -> new Finder(schema, forQueries, searcher).find(query, request, after, shelf::keep)));
    }

    @Override
    public long entries() {
        return count(Names.ENTRY);
    }

    @Override
    public long children() {
        return count(Names.CHILD);
    }

    private long count(String role) {
        return reading(shelf ->
                shelf.with(null, searcher -> (long) searcher.count(new TermQuery(new Term(Names.ROLE, role)))));
    }

    private <R> R reading(Reading<R> reading) {
        places.readLock().lock();
        try {
            return reading.of(current);
        } catch (IOException e) {
            throw new UncheckedIOException("The index could not be read: " + e.getMessage(), e);
        } finally {
            places.readLock().unlock();
        }
    }

    @Override
    public Rebuild rebuild() {
        places.writeLock().lock();
        try {
            if (next != null) {
                throw new IllegalStateException("The index is being rebuilt already");
            }
            var shelf = new Shelf(folders.next(), forTexts);
            next = shelf;
            return new Rebuilding(shelf);
        } catch (IOException e) {
            throw new UncheckedIOException("A new index could not be begun: " + e.getMessage(), e);
        } finally {
            places.writeLock().unlock();
        }
    }

    @Override
    public void close() {
        places.writeLock().lock();
        try {
            if (next != null) {
                next.close();
                next = null;
            }
            current.commit(current.notes());
            current.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The index could not be closed: " + e.getMessage(), e);
        } finally {
            places.writeLock().unlock();
        }
    }

    /** A change of one or two shelves. */
    @FunctionalInterface
    private interface Change {
        void on(List<Shelf> shelves) throws IOException;
    }

    /** A look at the shelf in use. */
    @FunctionalInterface
    private interface Reading<R> {
        R of(Shelf shelf) throws IOException;
    }

    /** The shelf that comes next. */
    private final class Rebuilding implements Rebuild {
        private final Shelf shelf;

        Rebuilding(Shelf shelf) {
            this.shelf = shelf;
        }

        @Override
        public void put(Collection<Entry> entries) {
            try {
                LuceneIndex.this.put(List.of(shelf), entries);
            } catch (IOException e) {
                throw new UncheckedIOException("The new index could not be written: " + e.getMessage(), e);
            }
        }

        @Override
        public void finish(Map<String, String> notes) {
            places.writeLock().lock();
            try {
                if (next != shelf) {
                    throw new IllegalStateException("The rebuild has ended already");
                }
                shelf.commit(withFormat(notes, true));
                shelf.awaitVisible(Duration.ofMinutes(1));
                folders.use(shelf.folder());
                var old = current;
                current = shelf;
                next = null;
                old.close();
                Folders.delete(old.folder());
            } catch (IOException e) {
                throw new UncheckedIOException("The new index could not be taken into use: " + e.getMessage(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted before the new index was taken into use", e);
            } finally {
                places.writeLock().unlock();
            }
        }

        @Override
        public void close() {
            places.writeLock().lock();
            try {
                if (next == shelf) {
                    next = null;
                    shelf.close();
                    Folders.delete(shelf.folder());
                }
            } catch (IOException e) {
                throw new UncheckedIOException("The new index could not be removed: " + e.getMessage(), e);
            } finally {
                places.writeLock().unlock();
            }
        }
    }
}
