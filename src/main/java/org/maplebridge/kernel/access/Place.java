package org.maplebridge.kernel.access;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.maplebridge.kernel.ground.Hash;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/// Where a request comes from: its address, and the browser if it carries the mark one gets at the first sign-in.
///
/// A browser that has signed in before keeps a count of wrong passwords of its own, so that nobody else can lock its
/// user out (the "device cookie" of OWASP). The mark says nothing else and opens nothing.
///
/// @param address a hash of the address as far as it tells callers apart
record Place(Hash address, Optional<Hash> browser) {

    static final String MARK = "maple_browser";

    private static final long YEAR_SECONDS = 365L * 24 * 3600;

    static Place of(HttpServletRequest request) {
        var address = Hash.sm3(("address " + Addresses.key(request)).getBytes(StandardCharsets.UTF_8));
        return new Place(
                address, Doorkeeper.cookie(request, MARK).map(Secret::new).map(Secret::hash));
    }

    static String cookie(HttpServletRequest request, Secret mark) {
        return ResponseCookie.from(MARK, mark.text())
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path("/api")
                .maxAge(YEAR_SECONDS)
                .build()
                .toString();
    }

    /// The browser and its system, as roughly as people speak of them.
    static String device(HttpServletRequest request) {
        var agent =
                Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
        return browserOf(agent) + systemOf(agent).map(system -> "，" + system).orElse("");
    }

    private static String browserOf(String agent) {
        if (agent.contains("MicroMessenger/")) {
            return "微信";
        }
        if (agent.contains("Edg/")) {
            return "Edge";
        }
        if (agent.contains("Firefox/")) {
            return "Firefox";
        }
        if (agent.contains("Chrome/")) {
            return "Chrome 类浏览器";
        }
        if (agent.contains("Safari/")) {
            return "Safari";
        }
        return "其他程序";
    }

    private static Optional<String> systemOf(String agent) {
        if (agent.contains("HarmonyOS")) {
            return Optional.of("鸿蒙");
        }
        if (agent.contains("Android")) {
            return Optional.of("安卓");
        }
        if (agent.contains("iPhone") || agent.contains("iPad")) {
            return Optional.of("iOS");
        }
        if (agent.contains("Windows")) {
            return Optional.of("Windows");
        }
        if (agent.contains("Mac OS X")) {
            return Optional.of("macOS");
        }
        return agent.contains("Linux") ? Optional.of("Linux") : Optional.empty();
    }

    /// An address cut so that it is known again by its user and tells others little: the first half.
    static String shortened(HttpServletRequest request) {
        var address = request.getRemoteAddr();
        var dotted = address.split("\\.");
        if (dotted.length == 4) {
            return dotted[0] + "." + dotted[1] + ".*.*";
        }
        var groups = address.split(":");
        return groups.length > 2 ? groups[0] + ":" + groups[1] + ":…" : "";
    }
}
