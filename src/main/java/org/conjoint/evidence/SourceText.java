package org.conjoint.evidence;

import org.jspecify.annotations.Nullable;

/** A text in which spans are marked, with its hash, which is computed once however many spans there are. */
record SourceText(TextKind kind, String text, String hash) {

    static SourceText of(TextKind kind, String text) {
        return new SourceText(kind, text, Span.hash(text));
    }

    /** @throws IllegalArgumentException when it is empty, lies outside the text or cuts a character in two */
    Span span(int start, int end, @Nullable String entity) {
        return Span.of(this, start, end, entity);
    }
}
