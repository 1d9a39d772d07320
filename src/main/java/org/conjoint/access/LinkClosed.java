package org.conjoint.access;

/** The first-administrator link was used, has run out, or is not needed. */
public class LinkClosed extends RuntimeException {
    LinkClosed() {
        super("This link no longer works. Start the console again: while nobody administers it, it prints a new link");
    }
}
