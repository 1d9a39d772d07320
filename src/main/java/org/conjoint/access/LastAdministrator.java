package org.conjoint.access;

/** The change would leave nobody who can look after accounts. */
public class LastAdministrator extends RuntimeException {
    LastAdministrator(String name) {
        super("“%s” is the last administrator; make another one first".formatted(name));
    }
}
