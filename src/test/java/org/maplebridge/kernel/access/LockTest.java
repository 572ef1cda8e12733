package org.maplebridge.kernel.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.fixtures.Wire.Answer;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.Parameters;
import org.maplebridge.kernel.parameters.Verification;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Wrong passwords shut out whoever gives them, and nobody else.
@MapleTest
class LockTest {

    private static final String WRONG = "battery-staple";
    /// Fewer than by default, so that the test needs less time.
    private static final int STRANGERS = 8;

    private static final String AT_HOME = "127.0.0.1";

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
        transactions.run(
                Town.JOB,
                work -> parameters.enter(
                        work,
                        new Parameters.Edit(
                                "access.failures-of-strangers",
                                Optional.empty(),
                                Integer.toString(STRANGERS),
                                work.today(),
                                Optional.empty(),
                                Optional.empty(),
                                Verification.LOCAL_DEFAULT,
                                UUID.randomUUID(),
                                "测试",
                                "测试用的较小数",
                                UUID.randomUUID().toString())));
        identities.forgetAll();
    }

    @AfterEach
    void theClockGoesBack() {
        TestClock.reset();
        identities.forgetAll();
    }

    private Wire from(String address) {
        return new Wire(port, address);
    }

    private static String kind(Answer answer) {
        return answer.status() == 200 ? "in" : answer.text("type").replace("/problems/", "");
    }

    private void wrong(String login, String address, int times) {
        for (int i = 0; i < times; i++) {
            from(address).signIn(login, WRONG);
        }
    }

    /// As a browser that has signed in once: with the mark it was given, without its session.
    private Wire browserOf(String login) {
        var answer = from(AT_HOME).signIn(login, Town.PASSWORD);
        assertThat(answer.status()).isEqualTo(200);
        var mark = answer.raw().headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("maple_browser="))
                .peek(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Max-Age="))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .collect(Collectors.joining());
        return from(AT_HOME).with("Cookie", mark);
    }

    @Test
    void whoeverGuessesFromElsewhereLocksOnlyThemselvesOut() {
        town.officer("kang", "trial.worker");
        wrong("kang", "127.0.0.2", 5);
        assertThat(kind(from("127.0.0.2").signIn("kang", Town.PASSWORD))).isEqualTo("locked");
        assertThat(kind(from("127.0.0.3").signIn("kang", Town.PASSWORD))).isEqualTo("in");
        TestClock.pass(Duration.ofMinutes(16));
        assertThat(kind(from("127.0.0.2").signIn("kang", Town.PASSWORD))).isEqualTo("in");
    }

    @Test
    void manyStrangersAtOnceWaitLongerEachTimeAndAKnownBrowserDoesNot() {
        town.officer("lei", "trial.worker");
        var known = browserOf("lei");
        wrong("lei", "127.0.0.10", 4);
        wrong("lei", "127.0.0.11", STRANGERS - 6);
        assertThat(kind(from("127.0.0.20").signIn("lei", WRONG))).isEqualTo("sign-in-failed");
        assertThat(kind(from("127.0.0.21").signIn("lei", WRONG)))
                .as("one too many")
                .isEqualTo("locked");
        for (int waited = 1, host = 22; waited <= 64; waited *= 2, host++) {
            assertThat(kind(from("127.0.0." + host).signIn("lei", Town.PASSWORD)))
                    .as("before %d seconds are over, even with the password", waited)
                    .isEqualTo("locked");
            TestClock.pass(Duration.ofSeconds(waited));
            assertThat(kind(from("127.0.0." + host).signIn("lei", WRONG)))
                    .as("heard after %d seconds, and the next wait begins", waited)
                    .isEqualTo("locked");
        }
        assertThat(kind(known.signIn("lei", Town.PASSWORD)))
                .as("at the usual desk")
                .isEqualTo("in");
        TestClock.pass(Duration.ofMinutes(15));
        assertThat(kind(from("127.0.0.40").signIn("lei", Town.PASSWORD)))
                .as("no wait is longer than a lock")
                .isEqualTo("in");
    }

    @Test
    void aKnownBrowserHasACountOfItsOwn() {
        town.officer("liu", "trial.worker");
        var known = browserOf("liu");
        for (int i = 0; i < 4; i++) {
            assertThat(kind(known.signIn("liu", WRONG))).isEqualTo("sign-in-failed");
        }
        assertThat(kind(known.signIn("liu", WRONG))).isEqualTo("locked");
        assertThat(kind(known.signIn("liu", Town.PASSWORD))).isEqualTo("locked");
        assertThat(kind(from(AT_HOME).signIn("liu", Town.PASSWORD)))
                .as("the address has not been used up by it")
                .isEqualTo("in");
    }

    @Test
    void theMarkOfOneAccountIsNothingForAnother() {
        town.officer("lu", "trial.worker");
        town.officer("luo", "trial.worker");
        var known = browserOf("lu");
        wrong("luo", AT_HOME, 5);
        assertThat(kind(known.signIn("luo", Town.PASSWORD))).isEqualTo("locked");
        assertThat(kind(known.signIn("lu", Town.PASSWORD))).isEqualTo("in");
    }

    @Test
    void aNameNobodyHasIsLockedTheSameWay() {
        town.officer("ma", "trial.worker");
        for (int host = 50; host < 53; host++) {
            for (int i = 0; i < 4; i++) {
                var held = from("127.0.0." + host).signIn("ma", WRONG);
                var nobodys = from("127.0.0." + host).signIn("nobody-at-all", WRONG);
                assertThat(kind(nobodys)).as("%d from %d", i, host).isEqualTo(kind(held));
                assertThat(nobodys.text("title")).isEqualTo(held.text("title"));
                assertThat(nobodys.text("next")).isEqualTo(held.text("next"));
            }
        }
    }

    @Test
    void aRightPasswordFromElsewhereDoesNotForgiveStrangers() {
        town.officer("mao", "trial.worker");
        wrong("mao", "127.0.0.60", 4);
        wrong("mao", "127.0.0.61", STRANGERS - 6);
        assertThat(kind(from("127.0.0.70").signIn("mao", Town.PASSWORD))).isEqualTo("in");
        assertThat(kind(from("127.0.0.71").signIn("mao", WRONG))).isEqualTo("sign-in-failed");
        assertThat(kind(from("127.0.0.71").signIn("mao", WRONG))).isEqualTo("locked");
    }
}
