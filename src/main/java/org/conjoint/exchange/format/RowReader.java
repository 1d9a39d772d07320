package org.conjoint.exchange.format;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one file, one at a time. */
public interface RowReader extends Closeable {

    /** The next row; null at the end. */
    @Nullable Row next() throws IOException;
}
