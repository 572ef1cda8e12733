package org.maplebridge.kernel.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.Authenticator;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.fixtures.TestDatabase;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.fixtures.Wire.Answer;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Nobody has a whole account in their hands by giving its password and taking its codes; and the office above helps
/// where an office has no second registrar.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoHandsTest {

    private static final Map<String, String> WHY = Map.of("reason", "本人到场说手机和密码都丢了");
    private static final String OWN = "my-own-long-words";

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

    @Autowired
    TwoHands hands;

    @Autowired
    AccountStore accounts;

    private County county;

    @BeforeAll
    void build() {
        county = new County(transactions, offices, access).founded();
        county.officer("zhen", "town", "kernel.registrar");
        county.officer("fu", "town", "kernel.registrar");
        county.officer("xian", "county", "kernel.registrar");
        county.officer("lin", "otherTown", "kernel.registrar");
        county.officer("bu", "department", "kernel.registrar");
        county.officer("yuan", "county", "trial.worker");
    }

    @AfterEach
    void theClockGoesBack() {
        TestClock.reset();
        identities.forgetAll();
    }

    private Instant now() {
        return transactions.run(Town.JOB, Work::now);
    }

    private Wire as(String login) {
        return new Wire(port).as(login, County.PASSWORD);
    }

    /// How the registrar reaches somebody's account.
    private String at(Wire registrar, String login) {
        var found = registrar.get("/api/accounts?login=" + login);
        assertThat(found.body().path("items").size()).as(found.toString()).isEqualTo(1);
        return "/api/accounts/" + found.body().at("/items/0/id").asString("");
    }

    private Authenticator codes(Wire owner, String password) {
        var begun = owner.post("/api/account/otp", Map.of("password", password));
        assertThat(begun.status()).as(begun.toString()).isEqualTo(200);
        var app = new Authenticator(begun.text("secret"));
        assertThat(owner.post("/api/account/otp/confirm", Map.of("otp", app.at(now())))
                        .status())
                .isEqualTo(200);
        TestClock.pass(Duration.ofSeconds(31));
        return app;
    }

    /// Somebody of the town with a phone.
    private Authenticator worker(String login) {
        county.officer(login, "town", "trial.worker");
        return codes(as(login), County.PASSWORD);
    }

    private static void needsAnother(Answer refused) {
        assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
        assertThat(refused.text("rule")).isEqualTo("access.rescue-apart");
        assertThat(refused.text("article")).isEqualTo("本地默认");
        assertThat(refused.text("next")).isEqualTo("由另一名管理员或上级单位的管理员办理。");
    }

    @Test
    void whoeverGaveThePasswordDoesNotTakeTheCodes() {
        worker("an");
        var zhen = as("zhen");
        var account = at(zhen, "an");
        var given = zhen.post(account + "/password/reset", WHY);
        assertThat(given.status()).isEqualTo(200);
        needsAnother(zhen.post(account + "/otp/reset", WHY));
        assertThat(new Wire(port).signIn("an", given.text("password")).text("rule"))
                .as("the codes are still asked for")
                .isEqualTo("access.otp");
        assertThat(as("fu").post(account + "/otp/reset", WHY).status()).isEqualTo(204);
        assertThat(new Wire(port).signIn("an", given.text("password")).status()).isEqualTo(200);
    }

    @Test
    void whoeverTookTheCodesDoesNotGiveThePasswordButTheOfficeAboveDoes() {
        worker("bai");
        var zhen = as("zhen");
        var account = at(zhen, "bai");
        assertThat(zhen.post(account + "/otp/reset", WHY).status()).isEqualTo(204);
        needsAnother(zhen.post(account + "/password/reset", WHY));
        assertThat(new Wire(port).signIn("bai", County.PASSWORD).status())
                .as("nothing was done")
                .isEqualTo(200);
        var given = as("xian").post(account + "/password/reset", WHY);
        assertThat(given.status()).as(given.toString()).isEqualTo(200);
        assertThat(new Wire(port).signIn("bai", given.text("password")).status())
                .isEqualTo(200);
    }

    @Test
    void afterTheSpanItMayBeTheSameUnlessThePasswordIsStillTheOneTold() {
        worker("cai");
        var app = worker("cao");
        var zhen = as("zhen");
        for (String login : List.of("cai", "cao")) {
            var given = zhen.post(at(zhen, login) + "/password/reset", WHY);
            if (login.equals("cao")) {
                choosesAnother(login, given.text("password"), app);
            }
        }
        TestClock.pass(Duration.ofDays(6));
        identities.forgetAll();
        needsAnother(as("zhen").post(at(as("zhen"), "cao") + "/otp/reset", WHY));
        TestClock.pass(Duration.ofDays(2));
        identities.forgetAll();
        var later = as("zhen");
        assertThat(later.post(at(later, "cao") + "/otp/reset", WHY).status()).isEqualTo(204);
        needsAnother(later.post(at(later, "cai") + "/otp/reset", WHY));
    }

    private void choosesAnother(String login, String told, Authenticator app) {
        var owner = new Wire(port);
        assertThat(owner.signIn(login, told, app.at(now())).status()).isEqualTo(200);
        TestClock.pass(Duration.ofSeconds(31));
        var said = Map.of("password", told, "otp", app.at(now()), "fresh", OWN);
        var changed = owner.post("/api/account/password", said);
        assertThat(changed.status()).as(changed.toString()).isEqualTo(204);
    }

    @Test
    void aFirstPasswordThatWasToldCountsAsGiven() {
        var zhen = as("zhen");
        var people = "/api/agencies/" + county.office("town").id() + "/staff";
        var told = zhen.post(people, Map.of("name", "测试员新", "login", "xin")).text("password");
        codes(new Wire(port).as("xin", told), told);
        needsAnother(zhen.post(at(zhen, "xin") + "/otp/reset", WHY));
        assertThat(as("fu").post(at(zhen, "xin") + "/otp/reset", WHY).status()).isEqualTo(204);
    }

    @Test
    void whoeverIsQuickWaitsForWhatTheyThemselvesAreDoing() throws Exception {
        worker("dan");
        var zhen = as("zhen");
        var path = at(zhen, "dan");
        var account = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        var actor = county.actor("zhen");
        var second = transactions.run(actor.scope(), work -> {
            hands.refusePassword(work, account, actor);
            accounts.note(work, account, Deed.PASSWORD_RESET.name(), actor, "测试另给");
            var meanwhile = CompletableFuture.supplyAsync(() -> zhen.post(path + "/otp/reset", WHY));
            untilItWaits();
            return meanwhile;
        });
        needsAnother(second.get(30, TimeUnit.SECONDS));
    }

    private static void untilItWaits() {
        try {
            TestDatabase.ofThisRun().untilSomebodyWaits();
        } catch (SQLException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void theOfficeAboveLetsInWhomNobodyBelowCan() {
        county.officer("cun", "village", "trial.worker");
        for (String login : List.of("zhen", "xian")) {
            var above = as(login);
            var account = at(above, "cun");
            var shown = above.get(account);
            assertThat(shown.text("office")).isEqualTo(county.office("village").name());
            var given = above.post(account + "/password/reset", WHY);
            assertThat(given.status()).as(given.toString()).isEqualTo(200);
            var cun = new Wire(port);
            assertThat(cun.signIn("cun", given.text("password"))
                            .body()
                            .at("/news/0/by")
                            .asString(""))
                    .isEqualTo("测试员" + login);
            assertThat(above.get(account).body().path("open").size())
                    .as("where they are signed in is their own office's business")
                    .isZero();
            assertThat(above.post(account + "/unlock", WHY).status()).isEqualTo(404);
            assertThat(above.delete(account + "/tickets").status()).isEqualTo(404);
        }
        assertThat(as("zhen").get(at(as("zhen"), "zhen")).body().has("office")).isFalse();
    }

    @Test
    void neitherBesideNorBelowReachesAnAccount() {
        county.officer("wang", "town", "trial.worker");
        var theirs = at(as("zhen"), "wang");
        var above = at(as("xian"), "yuan");
        for (String login : List.of("lin", "bu")) {
            outOfReach(as(login), theirs, "wang");
        }
        outOfReach(as("zhen"), above, "yuan");
        assertThat(as("xian").get(at(as("xian"), "xian")).body().path("own").asBoolean(false))
                .isTrue();
        assertThat(as("xian")
                        .post(at(as("xian"), "xian") + "/password/reset", WHY)
                        .status())
                .as("never oneself")
                .isEqualTo(403);
    }

    private static void outOfReach(Wire registrar, String account, String login) {
        assertThat(registrar
                        .get("/api/accounts?login=" + login)
                        .body()
                        .path("items")
                        .size())
                .isZero();
        assertThat(registrar.get(account).status()).isEqualTo(404);
        assertThat(registrar.post(account + "/password/reset", WHY).status()).isEqualTo(404);
        assertThat(registrar.post(account + "/otp/reset", WHY).status()).isEqualTo(404);
    }
}
