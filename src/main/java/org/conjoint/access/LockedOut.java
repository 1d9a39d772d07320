package org.conjoint.access;

import java.io.Serial;
import java.time.Instant;
import org.springframework.security.core.AuthenticationException;

/** Too many attempts failed; the door opens again at an instant. */
final class LockedOut extends AuthenticationException {

    @Serial
    private static final long serialVersionUID = 1;

    private final Instant until;

    LockedOut(Instant until) {
        super("Too many attempts failed; try again after " + until);
        this.until = until;
    }

    Instant until() {
        return until;
    }
}
