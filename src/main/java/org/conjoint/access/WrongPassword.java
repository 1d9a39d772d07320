package org.conjoint.access;

/** The old password given is not the account's. */
public class WrongPassword extends RuntimeException {
    WrongPassword() {
        super("The old password is not right");
    }
}
