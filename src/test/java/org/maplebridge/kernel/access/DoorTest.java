package org.maplebridge.kernel.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.Numbers;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@MapleTest
class DoorTest {

    private static final String PROPOSALS = "/api/parameters/proposals";

    private static final Map<String, Object> EDIT = Map.of(
            "name", "access.lock-minutes",
            "value", "20",
            "from", "2026-03-01",
            "reason", "本地安全要求");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    @Autowired
    Roles roles;

    @Autowired
    Doorkeeper doorkeeper;

    @Autowired
    SessionDesk sessions;

    @Test
    void everyEndpointNamesItsDoor() {
        var without = context.getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                .filter(method -> Doorkeeper.rule(method).isEmpty())
                .map(Object::toString)
                .toList();
        assertThat(without).isEmpty();
    }

    @Test
    void everyRoleAtADoorIsDeclared() {
        var named = context.getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                .flatMap(method -> Doorkeeper.rule(method).stream())
                .flatMap(rule -> List.of(rule.roles()).stream())
                .toList();
        assertThat(named)
                .contains("kernel.legal-officer")
                .allMatch(name -> roles.named(name).isPresent());
    }

    @Test
    void publicDoorsAreUnderThePublicPathOrAboutSigningIn() {
        context.getBeansOfType(RequestMappingHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods()
                        .forEach((info, method) -> Doorkeeper.rule(method)
                                .filter(rule -> rule.value() == Allowed.Door.PUBLIC)
                                .ifPresent(rule -> assertThat(info.getPatternValues())
                                        .allMatch(path -> path.startsWith("/api/public/")
                                                // everybody may read the law, signed in or not
                                                || path.equals("/api/laws")
                                                || path.startsWith("/api/laws/")
                                                // nothing is behind these but in a demo folder, for its own machine
                                                || path.startsWith("/api/demo/")
                                                || path.equals("/api/session")
                                                || path.equals("/api/openapi.json")
                                                || path.equals("/error")))));
    }

    @Test
    void aFormFromAnotherSiteIsRefused() throws Exception {
        var plain = form();
        assertThatThrownBy(() -> knock(plain)).hasMessageContaining("不像是从本系统的页面发出的");
        var own = form();
        own.addHeader("X-Maple", "1");
        assertThat(knock(own)).isTrue();
        var keyed = form();
        keyed.addHeader("Idempotency-Key", "12345678");
        assertThat(knock(keyed)).isTrue();
        own.addHeader("Sec-Fetch-Site", "cross-site");
        assertThatThrownBy(() -> knock(own)).isInstanceOf(Refused.class);
        own.addHeader("Authorization", "Bearer x");
        assertThat(knock(own)).as("a bearer token is never sent by itself").isTrue();
    }

    /// What a page of another site could have a browser send.
    private static MockHttpServletRequest form() {
        var request = new MockHttpServletRequest("POST", "/api/session");
        request.setContentType("text/plain");
        return request;
    }

    private boolean knock(MockHttpServletRequest request) throws NoSuchMethodException {
        var endpoint =
                SessionDesk.class.getDeclaredMethod("signOut", HttpServletRequest.class, HttpServletResponse.class);
        return doorkeeper.preHandle(request, new MockHttpServletResponse(), new HandlerMethod(sessions, endpoint));
    }

    @Test
    void everyAnswerTellsTheBrowserWhatNotToDo() {
        var answer = new Wire(port).get("/api/public/about");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.header("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.body().path("name").asString()).isEqualTo("枫桥");
        assertThat(answer.body().path("demoUsers").size()).isZero();
    }

    @Test
    void anybodyFindsTheirVillage() {
        new Town(transactions, offices, access).center();
        var visitor = new Wire(port);
        assertThat(visitor.get("/api/public/areas?parent=33.07.02")
                        .body()
                        .at("/items/0/full")
                        .asString())
                .isEqualTo("婺城区白龙桥镇");
        assertThat(visitor.get("/api/public/areas?q=%E7%99%BD%E9%BE%99")
                        .body()
                        .at("/items/0/path")
                        .asString())
                .isEqualTo("33.07.02.103");
        assertThat(visitor.get("/api/public/areas?parent=44.01").status()).isEqualTo(404);
        assertThat(visitor.get("/api/public/areas?q=%E2%80%AE").status()).isEqualTo(422);
    }

    @Test
    void onlyALegalOfficerProposesNumbersAndOnlyForTheirArea() {
        var town = new Town(transactions, offices, access);
        town.officer("worker", "trial.worker");
        town.officer("legal", "kernel.legal-officer");
        var worker = new Wire(port).with("Idempotency-Key", UUID.randomUUID().toString());
        worker.signIn("worker", Town.PASSWORD);
        var refused = worker.send("POST", PROPOSALS, EDIT);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.raw().body()).contains("法制员");

        var legal = new Wire(port);
        legal.signIn("legal", Town.PASSWORD);
        assertThat(legal.send("POST", PROPOSALS, EDIT).status())
                .as("without a key")
                .isEqualTo(400);
        legal.with("Idempotency-Key", UUID.randomUUID().toString());
        var entered = legal.send("POST", PROPOSALS, EDIT);
        assertThat(entered.status()).isEqualTo(201);
        assertThat(legal.send("POST", PROPOSALS, EDIT).body().at("/id"))
                .isEqualTo(entered.body().at("/id"));
        town.officer("second", "kernel.legal-officer");
        var second = new Wire(port).as("second", Town.PASSWORD);
        assertThat(Numbers.decided(second, entered.text("id"), "approve", "").status())
                .isEqualTo(200);
        var elsewhere = new java.util.TreeMap<>(EDIT);
        elsewhere.put("area", "33.07.02");
        legal.with("Idempotency-Key", UUID.randomUUID().toString());
        assertThat(legal.send("POST", PROPOSALS, elsewhere).status()).isEqualTo(403);
        var shown = legal.get("/api/parameters?name=access.lock-minutes&area=33.07.02.103&on=2026-03-02")
                .body();
        assertThat(shown.at("/items/0/parameter/value").asString()).isEqualTo("20");
        assertThat(shown.at("/items/0/inForce").asBoolean()).isTrue();
        assertThat(shown.at("/items/0/overrides/0/value").asString()).isEqualTo("15");
        assertThat(legal.get("/api/posts").body().path("items").size()).isEqualTo(3);
    }

    @Test
    void theTablesOfAccessAreClosedToTheProgram() {
        var db = context.getBean(org.springframework.jdbc.core.simple.JdbcClient.class);
        for (var table : List.of("account", "ticket", "attempt", "browser", "code", "recovery", "journal")) {
            for (var scope : List.of(Town.JOB, Identities.NOBODY)) {
                assertThatThrownBy(() -> transactions.run(
                                scope,
                                work -> db.sql("select count(*) from access." + table)
                                        .query(Integer.class)
                                        .single()))
                        .hasStackTraceContaining("permission denied");
            }
        }
    }
}
