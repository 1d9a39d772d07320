package org.conjoint.access;

import java.util.Set;
import org.conjoint.shared.UserId;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.stereotype.Component;

/** The account in Spring's security context. */
@Component
class SecurityContextUser implements CurrentUser {

    private final Impersonation impersonation;

    SecurityContextUser(Impersonation impersonation) {
        this.impersonation = impersonation;
    }

    @Override
    public UserId id() {
        return signedIn().id();
    }

    @Override
    public String name() {
        return signedIn().displayName();
    }

    @Override
    public Set<Role> roles() {
        return signedIn().roles();
    }

    @Override
    public boolean isSignedIn() {
        return impersonation.current() != null;
    }

    private SignedIn signedIn() {
        var signedIn = impersonation.current();
        if (signedIn == null) {
            throw new AuthenticationCredentialsNotFoundException(
                    "Nobody is signed in here; background work runs in Accounts.runAs");
        }
        return signedIn;
    }
}
