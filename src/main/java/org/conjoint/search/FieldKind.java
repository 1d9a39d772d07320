package org.conjoint.search;

/** What a field holds, and so how it is searched. */
public enum FieldKind {
    /** Prose in a language: words, phrases, prefixes, highlights. */
    TEXT,
    /** A code, matched whole or by prefix without regard to case. */
    KEYWORD,
    /** A point in time, matched by ranges of days, months or years in UTC. */
    INSTANT
}
