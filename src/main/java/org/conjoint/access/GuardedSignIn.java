package org.conjoint.access;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Checks name and password. What it says and how long it takes do not tell whether an account exists. */
@Component
class GuardedSignIn implements AuthenticationProvider {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@+-]{1,119}");

    private final AccountRows rows;
    private final Doors doors;
    private final PasswordEncoder passwords;
    private final AccessProperties properties;
    private final String hashOfNobody;

    GuardedSignIn(AccountRows rows, Doors doors, PasswordEncoder passwords, AccessProperties properties) {
        this.rows = rows;
        this.doors = doors;
        this.passwords = passwords;
        this.properties = properties;
        this.hashOfNobody = String.valueOf(passwords.encode("nobody has this password"));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var name = name(attempt.getName());
        var address = address(attempt.getDetails());
        switch (doors.enter(name, address)) {
            case Admission.Locked(var until) -> throw new LockedOut(until);
            case Admission.Open() -> {}
        }
        var account = account(name);
        var hash = account.flatMap(a -> rows.passwordHash(a.id()));
        var password = String.valueOf(attempt.getCredentials());
        var right = password.length() <= Passwords.LONGEST && passwords.matches(password, hash.orElse(hashOfNobody));
        if (account.isEmpty() || hash.isEmpty() || !right) {
            switch (doors.failed(name, address)) {
                case Admission.Locked(var until) -> throw new LockedOut(until);
                case Admission.Open() -> throw new BadCredentialsException("Name or password is not right");
            }
        }
        doors.passed(name, address);
        if (!account.get().enabled() || (account.get().demo() && !properties.demo())) {
            throw new DisabledException("The account “%s” is closed".formatted(name));
        }
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(account.get(), null), null, new SignedIn(account.get(), null).getAuthorities());
        signedIn.setDetails(attempt.getDetails());
        return signedIn;
    }

    private Optional<Account> account(String name) {
        return rows.findByName(AccountRows.HERE, name).filter(a -> a.data().kind() == AccountKind.PERSON);
    }

    /** The name as accounts spell it; names that no account can have share one door. */
    private static String name(@Nullable String typed) {
        var name = String.valueOf(typed).strip().toLowerCase(Locale.ROOT);
        return NAME.matcher(name).matches() ? name : "?";
    }

    private static String address(@Nullable Object details) {
        return details instanceof WebAuthenticationDetails web ? Addresses.network(web.getRemoteAddress()) : "local";
    }
}
