package org.conjoint.search;

/** Where the values of a field live. */
public enum Level {
    /** On the entry itself. */
    ENTRY,
    /** On the children; filters on fields of children all apply to the same child. */
    CHILD,
    /** On both: a filter applies to the child when another filter on children is there, otherwise to the entry. */
    EITHER
}
