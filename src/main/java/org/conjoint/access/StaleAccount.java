package org.conjoint.access;

/** Somebody else changed the account since it was read. */
public class StaleAccount extends RuntimeException {
    StaleAccount(String name) {
        super("The account “%s” was changed by somebody else meanwhile; open it again and repeat the change"
                .formatted(name));
    }
}
