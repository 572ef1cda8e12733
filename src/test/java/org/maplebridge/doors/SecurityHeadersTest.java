package org.maplebridge.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.Wire;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What every answer tells the browser not to do, whether it is a page, data or a refusal.
@MapleTest
class SecurityHeadersTest {

    private static final Map<String, String> EVERYWHERE = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");

    @LocalServerPort
    int port;

    @Test
    void everyAnswerCarriesThem() {
        var wire = new Wire(port);
        for (String path : List.of(
                "/",
                "/report",
                "/mark.svg",
                "/assets/none.js",
                "/none.txt",
                "/api",
                "/api/me",
                "/api/none",
                "/api/health",
                "/api/public/about",
                "/api/matters/none",
                "/error")) {
            var answer = wire.send(wire.request(path).GET());
            EVERYWHERE.forEach((name, value) ->
                    assertThat(answer.header(name)).as(path + " " + name).contains(value));
            assertThat(answer.header("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("frame-ancestors 'none'", "base-uri 'none'")
                    .doesNotContain("unsafe", "*", "http:", "https:", "data: ;");
            assertThat(answer.header("Server"))
                    .as("what answers is nobody's business")
                    .isEmpty();
        }
    }

    @Test
    void dataIsNeverAPageNorKept() {
        var wire = new Wire(port);
        for (String path : List.of("/api/me", "/api/public/about", "/api/none")) {
            var answer = wire.send(wire.request(path).GET());
            assertThat(answer.header("Content-Security-Policy").orElse("")).startsWith("default-src 'none'");
            assertThat(answer.header("Cache-Control")).contains("no-store");
            assertThat(answer.header("Content-Type").orElse("")).contains("json");
        }
    }

    @Test
    void anotherSiteIsToldNothing() {
        var wire = new Wire(port);
        var asked = wire.send(wire.request("/api/public/about")
                .header("Origin", "https://elsewhere.example")
                .GET());
        assertThat(asked.raw().headers().map().keySet())
                .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control"));
        var preflight = wire.send(wire.request("/api/session")
                .header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", java.net.http.HttpRequest.BodyPublishers.noBody()));
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void aFormOfAnotherSiteChangesNothing() {
        var forged = new Wire(port).without("X-Maple");
        var plain = forged.send(forged.request("/api/session")
                .header("Content-Type", "text/plain")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{\"user\":\"a\",\"password\":\"b\"}")));
        assertThat(plain.status()).isIn(403, 415);
        var cross = forged.send(forged.request("/api/session")
                .header("Content-Type", "application/json")
                .header("Sec-Fetch-Site", "cross-site")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{\"user\":\"a\",\"password\":\"b\"}")));
        assertThat(cross.status()).isEqualTo(403);
    }
}
