package org.conjoint.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Leaves the reason of a refusal for the sign-in page and leads back to it. */
final class SignInFailure implements AuthenticationFailureHandler {

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException problem)
            throws IOException {
        var reason = switch (problem) {
            case LockedOut locked -> new SignInRefusal.Locked(locked.until());
            case DisabledException closed -> new SignInRefusal.Closed();
            default -> new SignInRefusal.Wrong();
        };
        request.getSession().setAttribute(SignInRefusal.ATTRIBUTE, reason);
        response.sendRedirect(request.getContextPath() + WebSecurity.SIGN_IN + "?refused");
    }
}
