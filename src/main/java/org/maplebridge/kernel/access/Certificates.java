package org.maplebridge.kernel.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Client certificates and UKeys are checked by the proxy that ends TLS; it tells the fingerprint in a header. The
/// header is believed only from the addresses in `maple.proxy.addresses` and with the secret of
/// `maple.proxy.secret-file`;
/// nobody further in ever reads it, wherever it came from. Without these settings it is merely taken away.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class Certificates extends OncePerRequestFilter {

    static final String FINGERPRINT = "X-Maple-Certificate";
    static final String SECRET = "X-Maple-Proxy-Secret";

    private static final String BELIEVED = Certificates.class.getName() + ".fingerprint";
    private static final Set<String> TAKEN_AWAY = taken();

    private final Environment settings;

    Certificates(Environment settings) {
        this.settings = settings;
    }

    private static Set<String> taken() {
        var names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(List.of(FINGERPRINT, SECRET));
        return Collections.unmodifiableSet(names);
    }

    /// Whether a proxy is configured.
    boolean on() {
        return !addresses().isEmpty();
    }

    /// The fingerprint the proxy vouches for.
    static Optional<String> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getAttribute(BELIEVED)).map(Object::toString);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (believed(request)) {
            Optional.ofNullable(request.getHeader(FINGERPRINT))
                    .flatMap(Fingerprint::read)
                    .ifPresent(fingerprint -> request.setAttribute(BELIEVED, fingerprint));
        }
        chain.doFilter(new Without(request), response);
    }

    private boolean believed(HttpServletRequest request) throws IOException {
        var said = request.getHeader(SECRET);
        if (said == null || !addresses().contains(request.getRemoteAddr())) {
            return false;
        }
        var file = Path.of(settings.getRequiredProperty("maple.proxy.secret-file"));
        var secret = Files.readString(file).strip();
        return !secret.isEmpty()
                && MessageDigest.isEqual(
                        secret.getBytes(StandardCharsets.UTF_8), said.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> addresses() {
        return Arrays.stream(settings.getProperty("maple.proxy.addresses", "").split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /// The request as everybody further in reads it.
    private static final class Without extends HttpServletRequestWrapper {

        Without(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return TAKEN_AWAY.contains(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return TAKEN_AWAY.contains(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            return Collections.enumeration(Collections.list(super.getHeaderNames()).stream()
                    .filter(name -> !TAKEN_AWAY.contains(name))
                    .toList());
        }
    }
}
