package org.conjoint.access;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.stereotype.Component;

/**
 * The content security policy, and no caching unless a resource says otherwise. Inline scripts run only with the nonce
 * of their page; {@code unsafe-eval} and inline styles stay, because Vaadin 25.2 builds functions from what the server
 * sends and sets styles on elements.
 */
@Component
@ConditionalOnWebApplication
class PageHeaders implements HeaderWriter, VaadinServiceInitListener {

    private static final String NONCE = PageHeaders.class.getName() + ".nonce";

    private final SecureRandom random = new SecureRandom();

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        var path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.startsWith("/media/") || path.startsWith("/api/")) {
            response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
        } else {
            var nonce = newNonce();
            request.setAttribute(NONCE, nonce);
            response.setHeader("Content-Security-Policy", page(nonce));
        }
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(page -> {
            var request = ((VaadinServletRequest) page.getVaadinRequest()).getHttpServletRequest();
            if (request.getAttribute(NONCE) instanceof String nonce) {
                page.getDocument().select("script").forEach(script -> script.attr("nonce", nonce));
            }
            page.getVaadinResponse().setHeader("X-Frame-Options", "DENY");
        });
    }

    private String newNonce() {
        var bytes = new byte[18];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    private static String page(String nonce) {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self' 'unsafe-eval' 'nonce-%s'".formatted(nonce),
                "style-src 'self' 'unsafe-inline'",
                "img-src 'self' data: blob:",
                "media-src 'self' blob:",
                "font-src 'self' data:",
                "connect-src 'self'",
                "worker-src 'self' blob:",
                "manifest-src 'self'",
                "form-action 'self'",
                "base-uri 'self'",
                "object-src 'none'",
                "frame-ancestors 'none'");
    }
}
