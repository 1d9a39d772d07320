package org.conjoint.access;

import java.io.Serializable;
import java.time.Instant;

/** Why the last attempt of a browser to sign in was refused. */
public sealed interface SignInRefusal extends Serializable {

    /** The session attribute in which the sign-in page finds it. */
    String ATTRIBUTE = "org.conjoint.sign-in.refusal";

    /** No open account has this name and password. */
    record Wrong() implements SignInRefusal {}

    /** Too many attempts; none is taken before an instant. */
    record Locked(Instant until) implements SignInRefusal {}

    /** The account is closed. */
    record Closed() implements SignInRefusal {}
}
