package org.conjoint.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.conjoint.audit.AuditEvent;
import org.conjoint.audit.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Records who signed in and out. */
@Component
class SessionAudit implements LogoutHandler {

    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    SessionAudit(AuditTrail audit, TransactionTemplate transaction) {
        this.audit = audit;
        this.transaction = transaction;
    }

    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        var from = event.getAuthentication().getDetails() instanceof WebAuthenticationDetails web
                ? new TreeMap<>(Map.of("address", web.getRemoteAddress()))
                : Collections.<String, String>emptySortedMap();
        record(event.getAuthentication(), "session.signed-in", from);
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        record(authentication, "session.signed-out", Collections.emptySortedMap());
    }

    private void record(@Nullable Authentication authentication, String action, SortedMap<String, String> details) {
        var who = SignedIn.of(authentication);
        if (who != null) {
            var name = Accounts.subject(who.id());
            transaction.executeWithoutResult(status -> audit.record(new AuditEvent(name, action, name, details)));
        }
    }
}
