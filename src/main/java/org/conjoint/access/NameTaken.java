package org.conjoint.access;

/** Another account has the name. */
public class NameTaken extends RuntimeException {
    NameTaken(String name) {
        super("There is already an account named “%s”; choose another name".formatted(name));
    }
}
