package org.conjoint.exchange.format;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads several files one after the other, each by its own kind of rows. */
public final class FileSequence implements ItemReader {

    /** Opens the rows of a file. */
    @FunctionalInterface
    public interface Opener {
        RowReader open() throws IOException;
    }

    /** Makes what a row brings out of it. */
    @FunctionalInterface
    public interface Converter {
        List<Incoming> convert(Row.Of row) throws RowRefused;
    }

    /** A file and how it is read. */
    public record Source(Opener opener, Converter converter) {}

    private final Iterator<Source> sources;
    private final Deque<Incoming> waiting = new ArrayDeque<>();
    private @Nullable Source source;
    private @Nullable RowReader rows;

    public FileSequence(List<Source> sources) {
        this.sources = List.copyOf(sources).iterator();
    }

    @Override
    public @Nullable Incoming next() throws IOException {
        while (waiting.isEmpty()) {
            var row = nextRow();
            if (row == null) {
                return null;
            }
            switch (row) {
                case Row.Broken broken ->
                    waiting.add(new Incoming.Unreadable(
                            broken.place(), broken.place().toString(), broken.reason()));
                case Row.Of of -> convert(of);
            }
        }
        return waiting.poll();
    }

    @Override
    public void close() throws IOException {
        if (rows != null) {
            rows.close();
            rows = null;
        }
    }

    private void convert(Row.Of row) {
        try {
            if (source != null) {
                waiting.addAll(source.converter().convert(row));
            }
        } catch (RowRefused e) {
            var id = row.content().path("id");
            waiting.add(new Incoming.Unreadable(
                    row.place(),
                    id.isValueNode()
                            ? id.asString(row.place().toString())
                            : row.place().toString(),
                    ConjointRows.message(e)));
        }
    }

    private @Nullable Row nextRow() throws IOException {
        while (true) {
            if (rows != null) {
                var row = rows.next();
                if (row != null) {
                    return row;
                }
                close();
            }
            if (!sources.hasNext()) {
                return null;
            }
            source = sources.next();
            rows = source.opener().open();
        }
    }
}
