package org.maplebridge.scenes.disputes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maplebridge.scenes.disputes.DisputeTown.ok;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.trail.Verification;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What an agent may do by the power in force at the moment of doing it.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DisputesPowersTest {

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    @Autowired
    Verification verification;

    private DisputeTown town = new DisputeTown(port, transactions, new County(transactions, offices, access));
    private static int phones = 2100;

    @BeforeAll
    void found() {
        TestClock.reset();
        town = new DisputeTown(port, transactions, DisputeTown.founded(transactions, offices, access));
    }

    @BeforeEach
    void now() {
        TestClock.reset();
    }

    /// A dispute in hand whose applicant has an agent as the third to be named.
    private record Case(String id, String code, String digits) {}

    private Case withAgent(Map<String, ?> more) {
        var digits = String.valueOf(phones++);
        var opened = town.brought(Map.of("applicant", "申屠委", "phone", "1370000" + phones++, "respondent", "呼延对"));
        var id = opened.text("matter.id");
        town.begun(id);
        ok(related(id, "1360000" + digits, more));
        return new Case(id, opened.text("code"), digits);
    }

    private Wire.Answer related(String id, String phone, Map<String, ?> more) {
        var said = new HashMap<String, Object>(Map.of(
                "party",
                1,
                "relation",
                "AGENT",
                "name",
                "诸葛代",
                "phone",
                phone,
                "from",
                "2020-01-02",
                "basis",
                "授权委托书"));
        said.put("power", "SPECIAL");
        said.putAll(more);
        said.values().removeIf(""::equals);
        return town.as("zhentiao").move(id, "relate", said);
    }

    private Wire.Answer power(String id, String power) {
        return town.as("zhentiao").move(id, "change-power", Map.of("party", 3, "power", power, "basis", "当事人的书面告知"));
    }

    private Wire.Answer withdraws(Case agents) {
        return town.nobody()
                .post(
                        "/api/public/moves/withdraw",
                        Map.of("code", agents.code(), "phoneLast4", agents.digits(), "reason", "不想争了"));
    }

    private Wire.Answer progress(Case agents) {
        return town.nobody().post("/api/public/progress", Map.of("code", agents.code(), "phoneLast4", agents.digits()));
    }

    private String third(String id) {
        return ok(town.as("zhentiao").get("/api/matters/" + id))
                .body()
                .at("/people/2")
                .toString();
    }

    @Test
    void whoseSpecialPowerBecameAGeneralOneReadsOnButWithdrawsNothing() {
        var agents = withAgent(Map.of());
        assertThat(ok(progress(agents)).toString()).contains("withdraw");
        ok(power(agents.id(), "GENERAL"));
        assertThat(third(agents.id())).contains("代理人（一般代理）");
        assertThat(ok(progress(agents)).toString()).doesNotContain("\"withdraw\"");
        var refused = withdraws(agents);
        assertThat(refused.status()).as(refused.toString()).isEqualTo(403);
        assertThat(refused.toString()).contains("代理权限不够", "特别授权");
        ok(power(agents.id(), "SPECIAL"));
        ok(withdraws(agents));
        assertThat(ok(town.as("zhentiao").get("/api/matters/" + agents.id() + "/trail"))
                        .toString())
                .contains("变更、解除代理");
        assertThat(verification.verify(List.of()).faults()).isEmpty();
    }

    @Test
    void whoseAgencyHasEndedNeitherReadsNorActsAndWhatTheyDidStays() {
        var agents = withAgent(Map.of());
        ok(withdraws(agents));
        var zhentiao = town.as("zhentiao");
        var stage = ok(zhentiao.get("/api/matters/" + agents.id())).text("row.stage");
        ok(power(agents.id(), "ENDED"));
        assertThat(progress(agents).status()).isEqualTo(404);
        assertThat(third(agents.id())).contains("代理人（已解除）");
        assertThat(ok(zhentiao.get("/api/matters/" + agents.id())).text("row.stage"))
                .isEqualTo(stage);
        var again = power(agents.id(), "GENERAL");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.toString()).contains("现在不是代理人");
        ok(related(agents.id(), "1360000" + agents.digits(), Map.of("power", "GENERAL")));
        ok(progress(agents));
        assertThat(third(agents.id())).contains("代理人（一般代理）");
        assertThat(verification.verify(List.of()).faults()).isEmpty();
    }

    @Test
    void whoeverIsNamedAgainWithAnotherPowerIsToldToChangeItInstead() {
        var agents = withAgent(Map.of());
        for (var phone : List.of("1360000" + agents.digits(), "")) {
            var refused = related(agents.id(), phone, Map.of("power", "GENERAL"));
            assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
            assertThat(refused.body().at("/fields/0/name").asString("")).isEqualTo("power");
            assertThat(refused.toString()).contains("变更、解除代理", "第六十三条");
        }
        assertThat(power(agents.id(), "SPECIAL").toString()).contains("不用变更");
        var own = town.as("zhentiao")
                .move(agents.id(), "change-power", Map.of("party", 1, "power", "GENERAL", "basis", "书面告知"));
        assertThat(own.toString()).contains("现在不是代理人");
    }

    @Test
    void aPowerWithALastDayEndsWithIt() {
        var agents = withAgent(Map.of("until", town.today().plusDays(3).toString()));
        ok(progress(agents));
        TestClock.pass(Duration.ofDays(5));
        assertThat(withdraws(agents).status()).isEqualTo(404);
        var late = power(agents.id(), "GENERAL");
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.toString()).contains("期限已经过了");
        var today = town.today().toString();
        ok(related(agents.id(), "1360000" + agents.digits(), Map.of("power", "GENERAL", "from", today)));
        assertThat(withdraws(agents).status()).isEqualTo(403);
    }

    @Test
    void whoSpeaksForTwoKeepsThePowerOfTheOther() {
        var agents = withAgent(Map.of());
        ok(related(agents.id(), "1360000" + agents.digits(), Map.of("party", 2)));
        assertThat(power(agents.id(), "GENERAL").toString()).contains("请写明是第几位当事人的代理");
        ok(town.as("zhentiao")
                .move(
                        agents.id(),
                        "change-power",
                        Map.of("party", 3, "power", "ENDED", "represented", 1, "basis", "书面告知")));
        ok(progress(agents));
        assertThat(withdraws(agents).status()).isEqualTo(403);
    }
}
