package org.maplebridge.kernel.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A registrar lets somebody in again who can't get in, and never themselves.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RescueTest {

    private static final Map<String, String> WHY = Map.of("reason", "本人到场说是自己输错");

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    private final List<UUID> accounts = new java.util.ArrayList<>();

    @BeforeAll
    void build() {
        var town = new Town(transactions, offices, access);
        accounts.add(town.officer("guan", "kernel.registrar"));
        accounts.add(town.officer("shu", "trial.worker"));
        accounts.add(town.officer("wang", "trial.worker"));
        accounts.add(town.officer("yang", "trial.worker"));
        new Town(transactions, offices, access).officer("wai", "kernel.registrar");
    }

    private String at(int which, String rest) {
        return "/api/accounts/" + accounts.get(which) + rest;
    }

    private Wire as(String login) {
        return new Wire(port).as(login, Town.PASSWORD);
    }

    private void lock(String login) {
        for (int i = 0; i < 5; i++) {
            new Wire(port, "127.0.0.9").signIn(login, "battery-staple");
        }
        assertThat(new Wire(port, "127.0.0.9").signIn(login, Town.PASSWORD).status())
                .isEqualTo(401);
    }

    @Test
    void aLockIsLiftedByTheRegistrarAndTheOwnerIsTold() {
        lock("shu");
        var registrar = as("guan");
        assertThat(registrar.get(at(1, "")).text("lockedUntil")).isNotEmpty();
        assertThat(registrar.get("/api/accounts").raw().body()).contains("lockedUntil");
        assertThat(registrar.post(at(1, "/unlock"), Map.of("reason", "")).status())
                .isEqualTo(422);
        for (String other : new String[] {"wai", "wang"}) {
            assertThat(as(other).post(at(1, "/unlock"), WHY).status()).isIn(403, 404);
        }
        assertThat(new Wire(port, "127.0.0.9").signIn("shu", Town.PASSWORD).status())
                .as("still locked")
                .isEqualTo(401);
        assertThat(registrar.post(at(1, "/unlock"), WHY).status()).isEqualTo(204);
        assertThat(registrar.get(at(1, "")).body().has("lockedUntil")).isFalse();
        var back = new Wire(port, "127.0.0.9");
        assertThat(back.signIn("shu", Town.PASSWORD).status()).isEqualTo(200);
        assertThat(back.get("/api/me").raw().body()).contains("解除了登录锁定", "本人到场说是自己输错");
        assertThat(registrar.post(at(1, "/unlock"), WHY).status()).isEqualTo(204);
    }

    @Test
    void nobodyLiftsTheirOwnLockNorGivesThemselvesAPassword() {
        var registrar = as("guan");
        lock("guan");
        assertThat(registrar.get(at(0, "")).body().path("own").asBoolean(false)).isTrue();
        assertThat(registrar.post(at(0, "/unlock"), WHY).status()).isEqualTo(403);
        assertThat(registrar.post(at(0, "/password/reset"), WHY).status()).isEqualTo(403);
        assertThat(new Wire(port, "127.0.0.9").signIn("guan", Town.PASSWORD).status())
                .isEqualTo(401);
    }

    @Test
    void whoeverForgotThePasswordIsGivenAnotherAndIsOutEverywhere() {
        var running = as("wang");
        var registrar = as("guan");
        for (String other : new String[] {"wai", "shu"}) {
            assertThat(as(other).post(at(2, "/password/reset"), WHY).status()).isIn(403, 404);
        }
        assertThat(running.get("/api/me").status()).isEqualTo(200);
        var given = registrar.post(at(2, "/password/reset"), WHY);
        assertThat(given.status()).isEqualTo(200);
        assertThat(given.text("login")).isEqualTo("wang");
        assertThat(running.get("/api/me").status()).isEqualTo(401);
        assertThat(new Wire(port).signIn("wang", Town.PASSWORD).status()).isEqualTo(401);
        var back = new Wire(port);
        assertThat(back.signIn("wang", given.text("password")).status()).isEqualTo(200);
        assertThat(back.get("/api/me").raw().body()).contains("另给了一个密码").doesNotContain(given.text("password"));
        assertThat(registrar.get(at(2, "")).raw().body()).doesNotContain(given.text("password"));
    }

    @Test
    void aPasswordThatWasToldIsGoodForNothingButChoosingAnother() {
        var told = as("guan").post(at(3, "/password/reset"), WHY).text("password");
        var owner = new Wire(port);
        var came = owner.signIn("yang", told);
        assertThat(came.body().path("mustChangePassword").asBoolean(false))
                .as(came.toString())
                .isTrue();
        for (var shut : List.of(
                owner.get("/api/inbox"),
                owner.get("/api/matters"),
                owner.get("/api/posts"),
                owner.send("POST", "/api/tokens", Map.of("name", "绕过去")))) {
            assertThat(shut.status()).as(shut.toString()).isEqualTo(403);
            assertThat(shut.text("rule")).isEqualTo("access.told-password");
            assertThat(shut.text("detail")).contains("这个密码是别人告诉您的，请先换成自己的");
        }
        assertThat(owner.get("/api/account").status()).isEqualTo(200);
        assertThat(changes(owner, told, told)).as("the same again").isEqualTo(422);
        assertThat(owner.get("/api/inbox").status()).isEqualTo(403);
        assertThat(changes(owner, told, "my-own-long-words")).isEqualTo(204);
        assertThat(owner.get("/api/inbox").status()).as("at once").isEqualTo(200);
        assertThat(owner.get("/api/me").body().path("mustChangePassword").asBoolean(true))
                .isFalse();
        assertThat(as("shu").get("/api/me").body().path("mustChangePassword").asBoolean(true))
                .as("whose password nobody told")
                .isFalse();
    }

    private static int changes(Wire owner, String told, String fresh) {
        return owner.post("/api/account/password", Map.of("password", told, "fresh", fresh))
                .status();
    }
}
