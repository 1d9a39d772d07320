package org.conjoint.access;

/** A password that would be guessed. */
public class WeakPassword extends RuntimeException {
    WeakPassword(String reason) {
        super(reason);
    }
}
