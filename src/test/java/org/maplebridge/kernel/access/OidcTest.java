package org.maplebridge.kernel.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.maplebridge.fixtures.Keycloak;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The whole way to a real identity provider and back, as a browser goes it.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OidcTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    private final List<Keycloak> running = new java.util.ArrayList<>();
    private String house = "";
    private UUID account = new UUID(0, 0);

    @BeforeAll
    void begin(@TempDir Path folder) throws IOException, InterruptedException {
        var zip = Keycloak.distribution();
        if (zip.isEmpty()) {
            System.err.println("OidcTest is left out: the distribution of Keycloak can't be had here");
        }
        assumeTrue(zip.isPresent(), "the distribution of Keycloak can't be had here");
        house = "http://127.0.0.1:" + port;
        var keycloak = Keycloak.start(
                zip.orElseThrow(), Path.of("target/keycloak"), house + Oidc.RETURN, List.of("wen", "xu"));
        running.add(keycloak);
        var secret = Files.writeString(folder.resolve("client.secret"), Keycloak.SECRET + "\n");
        System.setProperty("maple.oidc.issuer", keycloak.issuer());
        System.setProperty("maple.oidc.client", Keycloak.CLIENT);
        System.setProperty("maple.oidc.secret-file", secret.toString());
        System.setProperty("maple.oidc.address", house);
        var town = new Town(transactions, offices, access);
        account = town.officer("wen", "trial.worker");
        town.officer("xu", "trial.worker");
        town.officer("yan", "kernel.registrar");
    }

    @AfterAll
    void end() {
        List.of("issuer", "client", "secret-file", "address")
                .forEach(name -> System.clearProperty("maple.oidc." + name));
        running.forEach(Keycloak::close);
    }

    /// A browser with its cookies, which goes from page to page by itself only at the provider.
    private final class Browser {

        /// By host and port; as browsers do, cookies marked secure go to this machine without TLS too.
        private final Map<String, Map<String, String>> cookies = new HashMap<>();

        HttpResponse<String> get(String url) throws IOException, InterruptedException {
            return send(HttpRequest.newBuilder(URI.create(url)).header("Accept", "text/html,*/*"));
        }

        private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
            var jar = cookies.computeIfAbsent(request.build().uri().getAuthority(), host -> new HashMap<>());
            if (!jar.isEmpty()) {
                var all = jar.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue());
                request.header("Cookie", String.join("; ", all.toList()));
            }
            var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            for (var cookie : answer.headers().allValues("Set-Cookie")) {
                var pair = cookie.split(";", 2)[0].split("=", 2);
                if (cookie.contains("Max-Age=0")) {
                    jar.remove(pair[0]);
                } else {
                    jar.put(pair[0], pair[1]);
                }
            }
            return answer;
        }

        /// Signs in at the provider; returns the address the browser is sent back to.
        String atTheProvider(String url, String user) throws IOException, InterruptedException {
            var page = get(url);
            assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
            var form = FORM.matcher(page.body());
            assertThat(form.find()).as(page.body()).isTrue();
            var said = "username=" + user + "&password=" + Keycloak.PASSWORD;
            var sent = send(HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(said)));
            assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
            return where(sent);
        }

        /// From the sign-in page to the provider and back to the door; returns where the house is to be returned to.
        String away(String user) throws IOException, InterruptedException {
            return atTheProvider(where(get(house + "/api/public/sign-in/oidc")), user);
        }
    }

    private static String where(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("nowhere, " + answer.statusCode() + answer.body());
    }

    private void bind(String user, String subject) {
        var bound = new Wire(port)
                .as("yan", Town.PASSWORD)
                .post(
                        "/api/accounts/" + account + "/bindings",
                        Map.of(
                                "kind",
                                "OIDC",
                                "issuer",
                                running.getFirst().issuer(),
                                "subject",
                                subject,
                                "reason",
                                user + "本人到场登记"));
        assertThat(bound.status()).as(bound.toString()).isEqualTo(204);
    }

    @Test
    void whoeverIsBoundComesInAndWhoeverIsNotStaysOutside() throws IOException, InterruptedException {
        assertThat(new Wire(port).get("/api/public/about").text("provider")).isEqualTo("统一身份认证");
        var stranger = new Browser();
        assertThat(where(stranger.get(stranger.away("wen"))))
                .as("an account of the same name is no binding")
                .isEqualTo("/desk/sign-in?oidc=unbound");
        bind("wen", Keycloak.subject("wen"));
        var browser = new Browser();
        var back = browser.away("wen");
        assertThat(where(browser.get(back))).isEqualTo("/desk");
        var me = browser.get(house + "/api/me");
        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(me.body()).contains("姓wen");
        assertThat(browser.get(house + "/api/account/tickets").body()).contains("统一身份认证");
        assertThat(where(browser.get(back))).as("nobody comes back twice").isEqualTo("/desk/sign-in?oidc=again");
    }

    @Test
    void aWayThatAnotherBrowserBeganLeadsNowhere() throws IOException, InterruptedException {
        var victim = new Browser();
        victim.get(house + "/api/public/sign-in/oidc");
        var attacker = new Browser();
        var back = attacker.away("wen");
        assertThat(where(new Browser().get(back))).isEqualTo("/desk/sign-in?oidc=again");
        assertThat(where(victim.get(back)))
                .as("its own cookie, another's state")
                .isEqualTo("/desk/sign-in?oidc=failed");
        assertThat(victim.get(house + "/api/me").statusCode()).isEqualTo(401);
    }

    @Test
    void whatTheProviderDoesNotVouchForIsRefused() throws IOException, InterruptedException {
        var browser = new Browser();
        var back = browser.away("wen");
        var forged = back.replaceAll("code=[^&]+", "code=" + URLEncoder.encode("made.up", StandardCharsets.UTF_8));
        assertThat(where(browser.get(forged))).isEqualTo("/desk/sign-in?oidc=failed");
        var mixedUp = new Browser();
        var other = mixedUp.away("wen").replaceAll("iss=[^&]+", "iss=http%3A%2F%2Fother.invalid");
        assertThat(other).contains("other.invalid");
        assertThat(where(mixedUp.get(other))).as("sent back by another").isEqualTo("/desk/sign-in?oidc=failed");
    }

    @Test
    void aWayIsOpenForTenMinutes() throws IOException, InterruptedException {
        var browser = new Browser();
        var back = browser.away("wen");
        try {
            TestClock.pass(java.time.Duration.ofMinutes(11));
            assertThat(where(browser.get(back))).isEqualTo("/desk/sign-in?oidc=again");
        } finally {
            TestClock.reset();
        }
    }

    @Test
    void anOfficerBindsTheirOwnAccountOnTheWay() throws IOException, InterruptedException {
        var officer = new Wire(port).as("xu", Town.PASSWORD);
        assertThat(officer.post("/api/account/oidc", Map.of("password", "battery-staple"))
                        .status())
                .isEqualTo(422);
        var begun = officer.post("/api/account/oidc", Map.of("password", Town.PASSWORD));
        assertThat(begun.status()).as(begun.toString()).isEqualTo(200);
        var back = new Browser().atTheProvider(begun.text("url"), "xu");
        var cookie = begun.header("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax");
        var returned = officer.send(new Wire(port)
                .with("Cookie", cookie.substring(0, cookie.indexOf(';')))
                .request(back.substring(house.length()))
                .GET());
        assertThat(returned.header("Location")).contains("/desk/account?oidc=bound");
        assertThat(officer.get("/api/account").raw().body()).contains(Keycloak.subject("xu"), "绑定了另一种登录方式");
        var browser = new Browser();
        assertThat(where(browser.get(browser.away("xu")))).isEqualTo("/desk");
        assertThat(browser.get(house + "/api/me").body()).contains("姓xu");
    }
}
