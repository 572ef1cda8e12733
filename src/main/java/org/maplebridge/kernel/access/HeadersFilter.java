package org.maplebridge.kernel.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.maplebridge.kernel.ground.Nonce;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// What every answer tells the browser not to do.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class HeadersFilter extends OncePerRequestFilter {

    private static final Set<String> CITIZENS = Set.of("/", "/report", "/progress", "/receipt");

    /// Data, never a page: whatever a browser may take it for, it loads and runs nothing.
    private static final String DATA =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

    private final boolean demo;

    HeadersFilter(@Value("${maple.demo:false}") boolean demo) {
        this.demo = demo;
    }

    /// Programs and style sheets come from here alone; what the pages' own program draws carries the page's word.
    /// The one worker opens the pages of the rounds where there is no network; a recording is heard before it is
    /// sent. A paper of a matter is read in a frame that holds what was fetched and can go nowhere else.
    private String pages(HttpServletRequest request) {
        return "default-src 'self'; script-src 'self'; style-src 'self' 'nonce-" + Nonce.of(request) + "'; "
                + "img-src 'self' data: blob:; media-src 'self' blob:; connect-src 'self'; worker-src 'self'; "
                + "frame-src 'self' blob:; object-src 'none'; "
                + "base-uri 'none'; form-action 'self'; frame-ancestors " + (framed(request) ? "'self'" : "'none'");
    }

    /// The start page of a demo folder shows what citizens see in the frame of a phone. Nothing else is ever framed.
    private boolean framed(HttpServletRequest request) {
        return demo && CITIZENS.contains(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean data = request.getRequestURI().startsWith("/api");
        response.setHeader("Content-Security-Policy", data ? DATA : pages(request));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", framed(request) ? "SAMEORIGIN" : "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), microphone=(self), geolocation=(self)");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        if (data) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        chain.doFilter(request, response);
    }
}
