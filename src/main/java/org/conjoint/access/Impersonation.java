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
import org.springframework.util.function.SingletonSupplier;

/** The account at work on this thread: read, and set for a while. */
@Component
class Impersonation {

    private final Supplier<SecurityContextHolderStrategy> strategy;

    Impersonation(ObjectProvider<SecurityContextHolderStrategy> strategy) {
        this.strategy =
                SingletonSupplier.of(() -> strategy.getIfAvailable(SecurityContextHolder::getContextHolderStrategy));
    }

    @Nullable SignedIn current() {
        return SignedIn.of(strategy.get().getContext().getAuthentication());
    }

    /** Works as an account. A screen's session, which would otherwise say who is at work, is put aside meanwhile. */
    <T extends @Nullable Object> T as(Account account, Supplier<T> work) {
        var session = VaadinSession.getCurrent();
        VaadinSession.setCurrent(null);
        var before = strategy.get().getContext();
        var context = strategy.get().createEmptyContext();
        context.setAuthentication(authentication(new SignedIn(account, null)));
        strategy.get().setContext(context);
        try {
            return work.get();
        } finally {
            if (before.getAuthentication() == null) {
                strategy.get().clearContext();
            } else {
                strategy.get().setContext(before);
            }
            VaadinSession.setCurrent(session);
        }
    }

    static Authentication authentication(SignedIn principal) {
        return UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities());
    }
}
