package org.conjoint.access;

/** What stands behind an account. */
public enum AccountKind {
    /** A person who signs in with a password. */
    PERSON,
    /** A rater known from imported judgements; cannot sign in. */
    IMPORTED,
    /** A program: the console itself, or a caller of the REST interface with a token; cannot sign in. */
    SERVICE
}
