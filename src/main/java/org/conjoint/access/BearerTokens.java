package org.conjoint.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a request in as the account of the service token that it carries. */
final class BearerTokens extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final ServiceTokens tokens;

    /** Also asked when an answer that is streamed comes back to the servlet. */
    private final SecurityContextRepository inThisRequest = new RequestAttributeSecurityContextRepository();

    BearerTokens(ServiceTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            chain.doFilter(request, response);
            return;
        }
        var account = tokens.account(header.substring(SCHEME.length()).strip());
        if (account.isEmpty()) {
            ApiRefusals.unauthenticated(request, response, new BadCredentialsException("No such token"));
            return;
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(Impersonation.authentication(new SignedIn(account.get(), null)));
        SecurityContextHolder.setContext(context);
        inThisRequest.saveContext(context, request, response);
        chain.doFilter(request, response);
    }
}
