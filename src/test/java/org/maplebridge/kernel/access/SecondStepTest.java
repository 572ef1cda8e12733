package org.maplebridge.kernel.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.Authenticator;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.fixtures.Wire.Answer;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.Parameters;
import org.maplebridge.kernel.parameters.Verification;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@MapleTest
class SecondStepTest {

    private static final Map<String, String> PROOF = Map.of("password", Town.PASSWORD);
    private static final Duration STEP = Duration.ofSeconds(31);

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    @Autowired
    Parameters parameters;

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

    private Instant now() {
        return transactions.run(Town.JOB, Work::now);
    }

    /// Somebody with a phone.
    ///
    /// @param codes the recovery codes on paper
    private record Phone(Wire owner, Authenticator app, List<String> codes) {}

    private Phone enrolled(String login) {
        var owner = new Wire(port).as(login, Town.PASSWORD);
        var begun = owner.post("/api/account/otp", PROOF);
        assertThat(begun.status()).as(begun.toString()).isEqualTo(200);
        var app = new Authenticator(begun.text("secret"));
        var done = owner.post("/api/account/otp/confirm", Map.of("otp", app.at(now())));
        assertThat(done.status()).as(done.toString()).isEqualTo(200);
        TestClock.pass(STEP);
        return new Phone(
                owner,
                app,
                done.body()
                        .path("codes")
                        .valueStream()
                        .map(code -> code.asString(""))
                        .toList());
    }

    @Test
    void nothingIsAskedBeforeACodeHasConfirmedTheSecret() {
        town.officer("an", "trial.worker");
        var owner = new Wire(port).as("an", Town.PASSWORD);
        var begun = owner.post("/api/account/otp", PROOF);
        assertThat(begun.text("uri")).startsWith("otpauth://totp/").contains("secret=" + begun.text("secret"));
        assertThat(new Wire(port).signIn("an", Town.PASSWORD).status()).isEqualTo(200);
        assertThat(owner.post("/api/account/otp/confirm", Map.of("otp", "000000x"))
                        .status())
                .isEqualTo(422);
        assertThat(new Wire(port).signIn("an", Town.PASSWORD).status()).isEqualTo(200);
        var done = owner.post(
                "/api/account/otp/confirm", Map.of("otp", new Authenticator(begun.text("secret")).at(now())));
        assertThat(done.body().path("codes").size()).isEqualTo(10);
        asksForACode(new Wire(port).signIn("an", Town.PASSWORD));
        assertThat(owner.post("/api/account/otp", PROOF).status())
                .as("the old secret goes first")
                .isEqualTo(422);
    }

    private static void asksForACode(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
        assertThat(answer.text("rule")).isEqualTo("access.otp");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @Test
    void theCodeOfNowLetsInOnce() {
        town.officer("bai", "trial.worker");
        var phone = enrolled("bai");
        asksForACode(new Wire(port).signIn("bai", Town.PASSWORD));
        asksForACode(new Wire(port).signIn("bai", Town.PASSWORD, "123"));
        var code = phone.app().at(now());
        assertThat(new Wire(port).signIn("bai", Town.PASSWORD, code).status()).isEqualTo(200);
        asksForACode(new Wire(port).signIn("bai", Town.PASSWORD, code));
        TestClock.pass(STEP);
        asksForACode(new Wire(port).signIn("bai", Town.PASSWORD, code));
        assertThat(new Wire(port)
                        .signIn("bai", Town.PASSWORD, phone.app().at(now()))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whoeverHasNoPasswordLearnsNothingOfCodes() {
        town.officer("cai", "trial.worker");
        town.officer("cao", "trial.worker");
        var phone = enrolled("cai");
        var code = phone.app().at(now());
        var with = new Wire(port).signIn("cai", "battery-staple", code);
        var without = new Wire(port).signIn("cao", "battery-staple", code);
        var nobody = new Wire(port).signIn("no-such-one", "battery-staple", code);
        assertThat(with.text("type")).isEqualTo("/problems/sign-in-failed");
        assertThat(with.body()).isEqualTo(without.body()).isEqualTo(nobody.body());
        assertThat(new Wire(port).signIn("cai", Town.PASSWORD, code).status())
                .as("a wrong password uses up no code")
                .isEqualTo(200);
        assertThat(new Wire(port).signIn("cao", Town.PASSWORD, code).status())
                .as("whoever has none is asked for none")
                .isEqualTo(200);
    }

    @Test
    void toBeAskedIsNoMistakeButAWrongCodeIs() {
        town.officer("dai", "trial.worker");
        var phone = enrolled("dai");
        for (int i = 0; i < 8; i++) {
            asksForACode(new Wire(port).signIn("dai", Town.PASSWORD));
        }
        for (int i = 0; i < 5; i++) {
            asksForACode(new Wire(port).signIn("dai", Town.PASSWORD, "000 00" + i + "0"));
        }
        assertThat(new Wire(port)
                        .signIn("dai", Town.PASSWORD, phone.app().at(now()))
                        .text("type"))
                .isEqualTo("/problems/locked");
    }

    @Test
    void aRecoveryCodeIsGoodOnceAndNewOnesReplaceTheOld() {
        town.officer("fan", "trial.worker");
        var phone = enrolled("fan");
        var first = phone.codes().getFirst();
        assertThat(new Wire(port)
                        .signIn("fan", Town.PASSWORD, first.toUpperCase(java.util.Locale.ROOT))
                        .status())
                .isEqualTo(200);
        asksForACode(new Wire(port).signIn("fan", Town.PASSWORD, first));
        var account = phone.owner().get("/api/account");
        assertThat(account.body().path("recoveryLeft").asInt(-1)).isEqualTo(9);
        assertThat(account.raw().body()).contains("用一个恢复码登录");
        var anew = phone.owner()
                .post(
                        "/api/account/otp/recovery",
                        Map.of("password", Town.PASSWORD, "otp", phone.app().at(now())));
        assertThat(anew.body().path("codes").size()).isEqualTo(10);
        asksForACode(new Wire(port).signIn("fan", Town.PASSWORD, phone.codes().get(1)));
        assertThat(new Wire(port)
                        .signIn("fan", Town.PASSWORD, anew.body().at("/codes/0").asString(""))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void turningOffTakesPasswordAndCode() {
        town.officer("gao", "trial.worker");
        var phone = enrolled("gao");
        var noCode = phone.owner().post("/api/account/otp/off", PROOF);
        assertThat(noCode.status()).isEqualTo(422);
        assertThat(noCode.body().at("/fields/0/name").asString("")).isEqualTo("otp");
        var noPassword = phone.owner()
                .post("/api/account/otp/off", Map.of("otp", phone.app().at(now())));
        assertThat(noPassword.body().at("/fields/0/name").asString("")).isEqualTo("password");
        var both = Map.of("password", Town.PASSWORD, "otp", phone.app().at(now()));
        assertThat(phone.owner().post("/api/account/otp/off", both).status()).isEqualTo(204);
        assertThat(new Wire(port).signIn("gao", Town.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void theRegistrarOfTheAgencyResetsAndThePersonIsTold() {
        var account = town.officer("guo", "trial.worker");
        var own = town.officer("han", "kernel.registrar");
        new Town(transactions, offices, access).officer("hao", "kernel.registrar");
        enrolled("guo");
        var why = Map.of("reason", "本人到场说明手机丢失");
        var reset = "/api/accounts/" + account + "/otp/reset";
        var registrar = new Wire(port).as("han", Town.PASSWORD);
        assertThat(new Wire(port).as("hao", Town.PASSWORD).post(reset, why).status())
                .as("the registrar of another agency")
                .isEqualTo(404);
        assertThat(registrar.post("/api/accounts/" + own + "/otp/reset", why).status())
                .as("for oneself")
                .isEqualTo(403);
        assertThat(registrar.post(reset, Map.of()).status())
                .as("without a reason")
                .isEqualTo(422);
        asksForACode(new Wire(port).signIn("guo", Town.PASSWORD));
        assertThat(registrar.post(reset, why).status()).isEqualTo(204);
        var back = new Wire(port);
        var told = back.signIn("guo", Town.PASSWORD);
        assertThat(told.body().at("/news/0/by").asString("")).isEqualTo("姓han");
        assertThat(told.raw().body()).contains("重置了动态口令", "本人到场说明手机丢失");
        assertThat(back.post("/api/account/news/" + told.body().at("/news/0/id").asString("") + "/read", Map.of())
                        .status())
                .isEqualTo(204);
        assertThat(back.get("/api/me").body().path("news").size()).isZero();
        assertThat(back.get("/api/account").raw().body()).contains("重置了动态口令");
    }

    @Test
    void whoeverMustHaveCodesMayAfterTheGraceOnlyTurnThemOn() {
        town.officer("hu", "trial.worker");
        var before = new Wire(port).as("hu", Town.PASSWORD);
        required();
        identities.forgetAll();
        assertThat(before.get("/api/account").text("codesBy")).isNotEmpty();
        assertThat(before.get("/api/inbox").status()).as("within the grace").isEqualTo(200);
        TestClock.pass(Duration.ofDays(15));
        identities.forgetAll();
        var late = new Wire(port);
        assertThat(late.signIn("hu", Town.PASSWORD).body().path("mustEnrol").asBoolean(false))
                .isTrue();
        var shut = late.get("/api/inbox");
        assertThat(shut.status()).isEqualTo(403);
        assertThat(shut.text("rule")).isEqualTo("access.otp-required");
        assertThat(late.send("POST", "/api/tokens", Map.of("name", "绕过去")).status())
                .isEqualTo(403);
        enrolled("hu");
        assertThat(late.get("/api/inbox").status()).as("at once").isEqualTo(200);
    }

    private void required() {
        transactions.run(
                Town.JOB,
                work -> parameters.enter(
                        work,
                        new Parameters.Edit(
                                "access.otp-required",
                                Optional.empty(),
                                "1",
                                work.today(),
                                Optional.of(work.today().plusDays(30)),
                                Optional.empty(),
                                Verification.LOCAL_DEFAULT,
                                UUID.randomUUID(),
                                "测试",
                                "测试要求动态口令",
                                UUID.randomUUID().toString())));
    }
}
