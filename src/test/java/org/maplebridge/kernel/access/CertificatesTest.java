package org.maplebridge.kernel.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/// A certificate counts when the proxy says so, and whoever else says so is not heard.
@MapleTest
class CertificatesTest {

    private static final String SIGN_IN = "/api/public/sign-in/certificate";
    private static final String PROXY = "127.0.0.9";
    private static final String SECRET = "between-proxy-and-house";
    private static final String FINGERPRINT = "AB:".repeat(31) + "AB";

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    @TempDir
    Path folder;

    private void configured() throws IOException {
        var file = Files.writeString(folder.resolve("proxy.secret"), SECRET + "\n");
        System.setProperty("maple.proxy.addresses", "10.0.0.1, " + PROXY);
        System.setProperty("maple.proxy.secret-file", file.toString());
    }

    @AfterEach
    void offAgain() {
        System.clearProperty("maple.proxy.addresses");
        System.clearProperty("maple.proxy.secret-file");
    }

    private Wire saying(String from, String secret) {
        return new Wire(port, from).with(Certificates.FINGERPRINT, FINGERPRINT).with(Certificates.SECRET, secret);
    }

    @Test
    void aBoundCertificateLetsInThroughTheProxyAndNoOtherWay() throws IOException {
        var town = new Town(transactions, offices, access);
        var account = town.officer("zou", "trial.worker");
        town.officer("zu", "kernel.registrar");
        configured();
        assertThat(saying(PROXY, SECRET).post(SIGN_IN, Map.of()).status())
                .as("bound to nobody")
                .isEqualTo(422);
        var binding = Map.of("kind", "CERTIFICATE", "subject", FINGERPRINT, "reason", "新领 UKey，本人到场");
        var registrar = new Wire(port).as("zu", Town.PASSWORD);
        assertThat(registrar
                        .post("/api/accounts/" + account + "/bindings", binding)
                        .status())
                .isEqualTo(204);
        var let = saying(PROXY, SECRET).post(SIGN_IN, Map.of());
        assertThat(let.status()).as(let.toString()).isEqualTo(200);
        assertThat(let.text("person.name")).isEqualTo("姓zou");
        assertThat(let.header("Set-Cookie").orElse("")).startsWith("maple_session=");
        assertThat(saying("127.0.0.1", SECRET).post(SIGN_IN, Map.of()).status())
                .as("the same words from elsewhere")
                .isEqualTo(422);
        assertThat(saying(PROXY, "guessed").post(SIGN_IN, Map.of()).status())
                .as("from the proxy's machine, without its secret")
                .isEqualTo(422);
        assertThat(new Wire(port, PROXY)
                        .with("X-Forwarded-For", PROXY)
                        .with(Certificates.FINGERPRINT, FINGERPRINT)
                        .post(SIGN_IN, Map.of())
                        .status())
                .isEqualTo(422);
        offAgain();
        assertThat(saying(PROXY, SECRET).post(SIGN_IN, Map.of()).status())
                .as("off unless configured")
                .isEqualTo(422);
        configured();
        assertThat(registrar
                        .post("/api/accounts/" + account + "/bindings/end", binding)
                        .status())
                .isEqualTo(204);
        assertThat(saying(PROXY, SECRET).post(SIGN_IN, Map.of()).status()).isEqualTo(422);
    }

    @Test
    void whoeverComesWithACertificateIsNotHeldUpByAPasswordTheyWereTold() throws IOException {
        var town = new Town(transactions, offices, access);
        var account = "/api/accounts/" + town.officer("zeng", "trial.worker");
        town.officer("zhai", "kernel.registrar");
        configured();
        var registrar = new Wire(port).as("zhai", Town.PASSWORD);
        var why = Map.of("kind", "CERTIFICATE", "subject", FINGERPRINT, "reason", "新领 UKey，本人到场");
        assertThat(registrar.post(account + "/bindings", why).status()).isEqualTo(204);
        var told = registrar
                .post(account + "/password/reset", Map.of("reason", "本人到场说忘了密码"))
                .text("password");
        var byPassword = new Wire(port);
        assertThat(byPassword.signIn("zeng", told).status()).isEqualTo(200);
        assertThat(byPassword.get("/api/inbox").status()).isEqualTo(403);
        var byCertificate = saying(PROXY, SECRET);
        var let = byCertificate.post(SIGN_IN, Map.of());
        assertThat(let.body().path("mustChangePassword").asBoolean(true))
                .as(let.toString())
                .isFalse();
        assertThat(registrar.post(account + "/bindings/end", why).status()).isEqualTo(204);
    }

    @Test
    void whatIsNoFingerprintAndWhatAnotherHasIsNotBound() {
        var town = new Town(transactions, offices, access);
        var one = town.officer("zhen", "trial.worker");
        var other = town.officer("zhong", "trial.worker");
        var own = town.officer("zhuo", "kernel.registrar");
        var registrar = new Wire(port).as("zhuo", Town.PASSWORD);
        var binding = Map.of("kind", "CERTIFICATE", "subject", "cd".repeat(32), "reason", "登记");
        assertThat(registrar.post("/api/accounts/" + one + "/bindings", binding).status())
                .isEqualTo(204);
        assertThat(registrar
                        .post("/api/accounts/" + other + "/bindings", binding)
                        .status())
                .isEqualTo(409);
        assertThat(registrar.post("/api/accounts/" + own + "/bindings", binding).status())
                .isEqualTo(403);
        var wrong = Map.of("kind", "CERTIFICATE", "subject", "CN=某人", "reason", "登记");
        assertThat(registrar
                        .post("/api/accounts/" + other + "/bindings", wrong)
                        .body()
                        .at("/fields/0/name")
                        .asString(""))
                .isEqualTo("subject");
    }

    @Test
    void nobodyFurtherInEverReadsTheHeaders() throws Exception {
        var request = new MockHttpServletRequest("GET", "/api/me");
        request.addHeader("x-maple-certificate", FINGERPRINT);
        request.addHeader("X-MAPLE-PROXY-SECRET", SECRET);
        request.addHeader("Accept", "*/*");
        var seen = new ArrayList<String>();
        new Certificates(new MockEnvironment()).doFilter(request, new MockHttpServletResponse(), (inner, response) -> {
            var http = (jakarta.servlet.http.HttpServletRequest) inner;
            seen.addAll(Collections.list(http.getHeaderNames()));
            assertThat(http.getHeader(Certificates.FINGERPRINT)).isNull();
            assertThat(http.getHeaders("X-Maple-Proxy-Secret").hasMoreElements())
                    .isFalse();
            assertThat(Certificates.of(http)).isEmpty();
        });
        assertThat(seen).containsExactly("Accept");
    }
}
