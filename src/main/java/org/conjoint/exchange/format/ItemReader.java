package org.conjoint.exchange.format;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads what an import brings, one thing at a time and always in the same order. */
public interface ItemReader extends Closeable {

    /** The next thing; null at the end. */
    @Nullable Incoming next() throws IOException;
}
