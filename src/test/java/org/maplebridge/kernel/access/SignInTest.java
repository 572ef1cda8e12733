package org.maplebridge.kernel.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.fixtures.Wire.Answer;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@MapleTest
class SignInTest {

    private static final String WRONG = "battery-staple";

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    @Autowired
    Identities identities;

    private Town town;

    @BeforeEach
    void town() {
        town = new Town(transactions, offices, access);
        identities.forgetAll();
    }

    @AfterEach
    void theClockGoesBack() {
        TestClock.reset();
        identities.forgetAll();
    }

    @Test
    void whoeverSignsInIsToldWhoTheyAre() {
        town.officer("zhao", "trial.chief");
        var caller = new Wire(port);
        var answer = caller.signIn("Zhao ", Town.PASSWORD);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Set-Cookie").orElseThrow())
                .startsWith("maple_session=")
                .contains("HttpOnly", "SameSite=Strict", "Path=/")
                .doesNotContain("Secure");
        var me = caller.get("/api/me").body();
        assertThat(me.at("/person/name").asString()).isEqualTo("姓zhao");
        assertThat(me.at("/roles/0").asString()).isEqualTo("trial.chief");
        assertThat(me.at("/scope/areas/0/path").asString()).isEqualTo("33.07.02.103");
        assertThat(me.at("/posts/0/roles/0/title").asString()).isEqualTo("试办科长");
        assertThat(me.at("/counts/inbox").asInt(-1)).isNotNegative();
        assertThat(me.at("/now").asString()).endsWith("+08:00");
    }

    @Test
    void fiveWrongPasswordsLockTheNameForAQuarterOfAnHour() {
        town.officer("qian", "trial.worker");
        var caller = new Wire(port);
        for (int i = 0; i < 4; i++) {
            assertThat(kind(caller.signIn("qian", WRONG))).isEqualTo("/problems/sign-in-failed");
        }
        assertThat(kind(caller.signIn("qian", WRONG))).isEqualTo("/problems/locked");
        assertThat(kind(caller.signIn("qian", Town.PASSWORD))).isEqualTo("/problems/locked");
        TestClock.pass(Duration.ofMinutes(14));
        assertThat(caller.signIn("qian", Town.PASSWORD).status()).isEqualTo(401);
        TestClock.pass(Duration.ofMinutes(2));
        assertThat(caller.signIn("qian", Town.PASSWORD).status()).isEqualTo(200);
        assertThat(kind(caller.signIn("qian", WRONG))).isEqualTo("/problems/sign-in-failed");
    }

    @Test
    void aNameNobodyHasIsAnsweredLikeAnyOther() {
        town.officer("sun", "trial.worker");
        var caller = new Wire(port);
        for (int i = 0; i < 6; i++) {
            var known = caller.signIn("sun", WRONG);
            var unknown = caller.signIn("nobody-here", WRONG);
            assertThat(unknown.status()).isEqualTo(known.status());
            assertThat(unknown.body()).isEqualTo(known.body());
        }
    }

    @Test
    void aNameNobodyHasTakesAsLongAsAWrongPassword() {
        var passwords = new Passwords();
        var hash = java.util.Optional.of(passwords.hash(Town.PASSWORD));
        long known = fastest(() -> passwords.fits(WRONG, hash));
        long unknown = fastest(() -> passwords.fits(WRONG, java.util.Optional.empty()));
        assertThat((double) unknown / known).isBetween(0.33, 3.0);
    }

    private static long fastest(Runnable deed) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long begun = System.nanoTime();
            deed.run();
            best = Math.min(best, System.nanoTime() - begun);
        }
        return best;
    }

    @Test
    void aSessionDiesWhenIdleOrOld() {
        town.officer("li", "trial.worker");
        var caller = new Wire(port);
        caller.signIn("li", Town.PASSWORD);
        for (int i = 0; i < 12; i++) {
            TestClock.pass(Duration.ofMinutes(59));
            identities.forgetAll();
            assertThat(caller.get("/api/me").status())
                    .as("after %d × 59 minutes", i + 1)
                    .isEqualTo(200);
        }
        TestClock.pass(Duration.ofMinutes(15));
        identities.forgetAll();
        assertThat(caller.get("/api/me").status()).as("after twelve hours").isEqualTo(401);

        caller.signIn("li", Town.PASSWORD);
        TestClock.pass(Duration.ofMinutes(121));
        identities.forgetAll();
        assertThat(caller.get("/api/me").status()).as("after two idle hours").isEqualTo(401);
    }

    @Test
    void signingOutEndsTheSessionAtOnce() {
        town.officer("zhou", "trial.worker");
        var caller = new Wire(port);
        caller.signIn("zhou", Town.PASSWORD);
        assertThat(caller.get("/api/me").status()).isEqualTo(200);
        assertThat(caller.delete("/api/session").status()).isEqualTo(204);
        assertThat(caller.get("/api/me").status()).isEqualTo(401);
        assertThat(caller.delete("/api/session").status()).isEqualTo(204);
    }

    @Test
    void aClosedAccountIsOut() {
        var account = town.officer("wu", "trial.worker");
        var caller = new Wire(port);
        caller.signIn("wu", Town.PASSWORD);
        transactions.run(Town.JOB, work -> {
            access.close(work, account);
            return true;
        });
        identities.forgetAll();
        assertThat(caller.get("/api/me").status()).isEqualTo(401);
        assertThat(caller.signIn("wu", Town.PASSWORD).status()).isEqualTo(401);
    }

    @Test
    void aTokenIsShownOnceAndCanBeRevoked() {
        town.officer("zheng", "trial.worker");
        var owner = new Wire(port);
        owner.signIn("zheng", Town.PASSWORD);
        var issued = owner.send("POST", "/api/tokens", Map.of("name", "报表", "days", 30));
        assertThat(issued.status()).isEqualTo(201);
        var program = new Wire(port)
                .with("Authorization", "Bearer " + issued.body().path("token").asString());
        assertThat(program.get("/api/me").body().at("/person/name").asString()).isEqualTo("姓zheng");
        assertThat(program.send("POST", "/api/tokens", Map.of("name", "再来一个")).status())
                .as("a token breeds no tokens")
                .isEqualTo(403);
        assertThat(owner.get("/api/tokens").raw().body())
                .contains("报表")
                .doesNotContain(issued.body().path("token").asString());
        assertThat(owner.delete("/api/tokens/" + issued.body().path("id").asString())
                        .status())
                .isEqualTo(204);
        assertThat(program.get("/api/me").status()).isEqualTo(401);
    }

    @Test
    void aTokenIsNoSessionAndASessionNoToken() {
        town.officer("wang", "trial.worker");
        var caller = new Wire(port);
        var cookie = caller.signIn("wang", Town.PASSWORD).header("Set-Cookie").orElseThrow();
        var secret = cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
        assertThat(new Wire(port)
                        .with("Authorization", "Bearer " + secret)
                        .get("/api/me")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void onePostAtATime() {
        town.officer("feng", "trial.worker", "trial.clerk");
        var caller = new Wire(port);
        var me = caller.signIn("feng", Town.PASSWORD).body();
        assertThat(me.path("posts").size()).isEqualTo(2);
        var second = me.at("/posts/1/id").asString();
        assertThat(caller.with("X-Maple-Post", second)
                        .get("/api/me")
                        .body()
                        .at("/roles/0")
                        .asString())
                .isEqualTo(me.at("/posts/1/roles/0/name").asString());
        assertThat(caller.with("X-Maple-Post", UUID.randomUUID().toString())
                        .get("/api/me")
                        .status())
                .isEqualTo(403);
        assertThat(caller.with("X-Maple-Post", "x").get("/api/me").status()).isEqualTo(422);
    }

    @Test
    void whatIsMissingIsNamed() {
        var caller = new Wire(port);
        var answer = caller.send("POST", "/api/session", Map.of());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.raw().body()).contains("请填写用户名", "请填写密码");
        assertThat(caller.send("POST", "/api/session", Map.of("user", "x".repeat(200), "password", "y"))
                        .status())
                .isEqualTo(422);
    }

    private static String kind(Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        return answer.body().path("type").asString();
    }
}
