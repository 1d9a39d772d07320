package org.conjoint.access;

import java.time.Instant;

/** Whether an attempt to sign in may be made. */
sealed interface Admission {
    record Open() implements Admission {}

    record Locked(Instant until) implements Admission {}
}
