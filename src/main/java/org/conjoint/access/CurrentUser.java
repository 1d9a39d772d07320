package org.conjoint.access;

import java.util.Set;
import org.conjoint.shared.UserId;

/** Who is at work in this request, job or command. Inject it; each call looks anew. */
public interface CurrentUser {

    /**
     * The account.
     *
     * @throws org.springframework.security.authentication.AuthenticationCredentialsNotFoundException when nobody is signed in
     */
    UserId id();

    /** The name that people read. */
    String name();

    Set<Role> roles();

    /** Whether somebody is signed in. */
    boolean isSignedIn();

    /** The name in the audit trail: {@code user:17}. */
    default String actor() {
        return "user:" + id().value();
    }

    default boolean has(Role role) {
        return roles().contains(role);
    }
}
