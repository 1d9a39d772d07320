package org.conjoint.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;

/** What the REST interface answers to callers that it does not let in: problem details (RFC 9457). */
final class ApiRefusals {
    private ApiRefusals() {}

    static void unauthenticated(HttpServletRequest request, HttpServletResponse response, Exception problem)
            throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer realm=\"Conjoint\"");
        answer(
                response,
                HttpServletResponse.SC_UNAUTHORIZED,
                "Who is calling?",
                problem instanceof LockedOut locked
                        ? "Too many attempts failed; try again after %s.".formatted(locked.until())
                        : "Send “Authorization: Bearer” with a service token, or name and password by HTTP Basic.");
    }

    static void forbidden(HttpServletRequest request, HttpServletResponse response, Exception problem)
            throws IOException {
        answer(
                response,
                HttpServletResponse.SC_FORBIDDEN,
                "Not allowed",
                "The REST interface is for data engineers and administrators; ask an administrator for the role.");
    }

    private static void answer(HttpServletResponse response, int status, String title, String detail)
            throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter()
                .write("{\"type\":\"about:blank\",\"status\":%d,\"title\":\"%s\",\"detail\":\"%s\"}"
                        .formatted(status, title, detail));
    }
}
