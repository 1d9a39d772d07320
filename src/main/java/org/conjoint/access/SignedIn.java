package org.conjoint.access;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.conjoint.shared.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** The account behind a session, as it was at sign-in. */
final class SignedIn implements UserDetails, CredentialsContainer, Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final long id;
    private final int version;
    private final String username;
    private final String displayName;
    private final Set<Role> roles;
    private final boolean enabled;
    private @Nullable String passwordHash;

    SignedIn(Account account, @Nullable String passwordHash) {
        this.id = account.id().value();
        this.version = account.version();
        this.username = account.data().name();
        this.displayName = account.data().displayName();
        this.roles = Set.copyOf(account.data().roles());
        this.enabled = account.enabled();
        this.passwordHash = passwordHash;
    }

    /** The account that an authentication stands for, or {@code null} for anyone else. */
    static @Nullable SignedIn of(@Nullable Authentication authentication) {
        return authentication != null
                        && authentication.isAuthenticated()
                        && authentication.getPrincipal() instanceof SignedIn signedIn
                ? signedIn
                : null;
    }

    UserId id() {
        return new UserId(id);
    }

    int version() {
        return version;
    }

    String displayName() {
        return displayName;
    }

    Set<Role> roles() {
        return roles;
    }

    @Override
    public List<SimpleGrantedAuthority> getAuthorities() {
        return roles.stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }

    @Override
    public String getUsername() {
        return username;
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn that && that.id == id;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(id);
    }

    @Override
    public String toString() {
        return username;
    }
}
