package org.conjoint.exchange.format;

/** A row cannot be taken; the message says why and what to do. */
public final class RowRefused extends Exception {
    private static final long serialVersionUID = 1;

    public RowRefused(String message) {
        super(message, null, false, false);
    }
}
