package org.conjoint.access;

import com.vaadin.flow.server.VaadinSession;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.stereotype.Component;

/** The account at work on this thread: read, and set for a while. */
@Component
class Impersonation {

    private final ObjectProvider<SecurityContextHolderStrategy> strategy;

    Impersonation(ObjectProvider<SecurityContextHolderStrategy> strategy) {
        this.strategy = strategy;
    }

    @Nullable SignedIn current() {
        return SignedIn.of(strategy().getContext().getAuthentication());
    }

    /** Works as an account. A screen's session, which would otherwise say who is at work, is put aside meanwhile. */
    <T extends @Nullable Object> T as(Account account, Supplier<T> work) {
        var session = VaadinSession.getCurrent();
        VaadinSession.setCurrent(null);
        var before = strategy().getContext();
        var context = strategy().createEmptyContext();
        context.setAuthentication(authentication(new SignedIn(account, null)));
        strategy().setContext(context);
        try {
            return work.get();
        } finally {
            if (before.getAuthentication() == null) {
                strategy().clearContext();
            } else {
                strategy().setContext(before);
            }
            VaadinSession.setCurrent(session);
        }
    }

    static Authentication authentication(SignedIn principal) {
        return UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities());
    }

    private SecurityContextHolderStrategy strategy() {
        return strategy.getIfAvailable(SecurityContextHolder::getContextHolderStrategy);
    }
}
