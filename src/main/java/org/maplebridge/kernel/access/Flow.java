package org.maplebridge.kernel.access;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import org.maplebridge.kernel.ground.Hash;
import org.maplebridge.kernel.ground.MasterKey;
import org.maplebridge.kernel.ground.Sealing;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// Remembers in the browser, sealed, what was sent to the identity provider, so that whatever process answers knows it
/// again. Only the browser that began can come back.
@Component
final class Flow {

    static final String COOKIE = "maple_oidc";

    private static final String PURPOSE = "access oidc";
    private static final byte[] PLACE = COOKIE.getBytes(StandardCharsets.UTF_8);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int PARTS = 5;

    private final MasterKey master;

    Flow(MasterKey master) {
        this.master = master;
    }

    /// What was begun.
    ///
    /// @param session hash of the session that wants to bind the subject to its account; empty when signing in
    record Begun(Oidc.Way way, Optional<Hash> session) {}

    String cookie(HttpServletRequest request, Begun begun, Instant now) {
        var text = String.join(
                "\n",
                begun.way().state().getValue(),
                begun.way().nonce().getValue(),
                begun.way().verifier().getValue(),
                Long.toString(now.getEpochSecond()),
                begun.session().map(Hash::toString).orElse(""));
        var sealed = Sealing.seal(master.derive(PURPOSE), text.getBytes(StandardCharsets.UTF_8), PLACE);
        return set(request, Base64.getUrlEncoder().withoutPadding().encodeToString(sealed), LONGEST.toSeconds());
    }

    String gone(HttpServletRequest request) {
        return set(request, "", 0);
    }

    /// Lax, not strict: the browser comes back from another site.
    private static String set(HttpServletRequest request, String text, long seconds) {
        return ResponseCookie.from(COOKIE, text)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .path(Oidc.RETURN)
                .maxAge(seconds)
                .build()
                .toString();
    }

    /// What this browser began, unless it is none of ours or too long ago.
    Optional<Begun> read(HttpServletRequest request, Instant now) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst()
                .flatMap(this::opened)
                .map(text -> text.split("\n", -1))
                .filter(parts -> parts.length == PARTS)
                .filter(parts -> !Instant.ofEpochSecond(Long.parseLong(parts[3]))
                        .plus(LONGEST)
                        .isBefore(now))
                .map(parts -> new Begun(
                        new Oidc.Way(new State(parts[0]), new Nonce(parts[1]), new CodeVerifier(parts[2])),
                        parts[4].isEmpty() ? Optional.empty() : Optional.of(Hash.parse(parts[4]))));
    }

    private Optional<String> opened(String text) {
        try {
            var sealed = Base64.getUrlDecoder().decode(text);
            return Optional.of(new String(Sealing.open(master.derive(PURPOSE), sealed, PLACE), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | Sealing.Broken notOurs) {
            return Optional.empty();
        }
    }
}
