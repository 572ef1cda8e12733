package org.maplebridge.scenes.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.Numbers;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Which limits of a dispute run when, and whose they are.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DisputesLimitsTest {

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    private final Map<String, UUID> agencies = new HashMap<>();

    @BeforeAll
    void found() {
        var county = new County(transactions, offices, access).founded();
        county.officer("wangge", "grid", DisputesLifecycle.GRID, DisputesLifecycle.MEDIATOR);
        county.officer("tiaojie", "village", DisputesLifecycle.MEDIATOR, DisputesLifecycle.DISPATCHER);
        county.officer("zhenban", "town", DisputesLifecycle.DISPATCHER, DisputesLifecycle.MEDIATOR);
        county.officer("xianban", "county", DisputesLifecycle.DISPATCHER, DisputesLifecycle.CLERK);
        county.officer("jingdiao", "police", DisputesLifecycle.POLICE);
        county.officer("fawu", "county", "kernel.legal-officer");
        county.officer("fuhe", "county", "kernel.legal-officer");
        List.of("grid", "village", "town", "county", "police")
                .forEach(key -> agencies.put(key, county.office(key).id()));
    }

    @AfterEach
    void theClockGoesBack() {
        TestClock.reset();
    }

    private Wire as(String user) {
        return new Wire(port).as(user);
    }

    private static Wire.Answer ok(Wire.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return answer;
    }

    private LocalDate today() {
        return transactions.run(Scope.job("test"), Work::today);
    }

    private String opened() {
        return ok(as("tiaojie")
                        .post(
                                "/api/scenes/disputes",
                                Map.of(
                                        "words", "楼上漏水，说了几次不修。",
                                        "area", County.VILLAGE,
                                        "occurredAt", "2025-01-02T08:00:00+08:00",
                                        "source", "PATROL",
                                        "applicant", "周梅",
                                        "respondent", "吴强")))
                .text("matter.id");
    }

    private String routed() {
        var id = opened();
        ok(as("tiaojie").move(id, "register", DisputeForms.calm()));
        ok(as("tiaojie")
                .move(
                        id,
                        "route",
                        Map.of(
                                "area",
                                County.VILLAGE,
                                "category",
                                "HOUSING",
                                "agency",
                                agency("village"),
                                "reason",
                                "就近")));
        return id;
    }

    private String agency(String key) {
        return String.valueOf(agencies.get(key));
    }

    private String agreed() {
        var id = routed();
        ok(as("tiaojie").move(id, "accept", Map.of()));
        ok(as("tiaojie").move(id, "begin", Map.of("willing", "BOTH", "informed", true)));
        ok(as("tiaojie").move(id, "agree", DisputeForms.agreement(today(), "楼上漏水。", "十日内修好。")));
        return id;
    }

    private List<JsonNode> limits(String id, String parameter) {
        return ok(as("xianban").get("/api/matters/" + id + "/deadlines"))
                .body()
                .path("items")
                .valueStream()
                .filter(each -> each.path("parameter").asString("").equals(parameter))
                .toList();
    }

    /// Each office has four hours from when it got the matter; what the one before did with its own stays on record.
    @Test
    void eachOfficeThatReceivesAMatterHasItsOwnTimeToSign() {
        var id = routed();
        TestClock.pass(Duration.ofHours(5));
        assertThat(limits(id, "disputes.sign").getLast().path("overdue").asBoolean(false))
                .isTrue();
        ok(as("tiaojie").move(id, "return", Map.of("reason", "不归村里管")));
        var returned = limits(id, "disputes.sign");
        assertThat(returned).hasSize(2);
        assertThat(returned.getFirst().path("state").asString("")).isEqualTo("ENDED");
        assertThat(returned.getFirst().path("office").asString("")).isEqualTo("village办公室");
        assertThat(moment(returned.getFirst(), "metAt")).isAfter(moment(returned.getFirst(), "at"));
        lastsFourHoursFor(returned.getLast(), "town办公室");

        TestClock.pass(Duration.ofHours(3));
        ok(as("zhenban").move(id, "transfer", Map.of("agency", agency("village"), "reason", "就在村里")));
        lastsFourHoursFor(limits(id, "disputes.sign").getLast(), "village办公室");
        TestClock.pass(Duration.ofHours(3));
        ok(as("tiaojie").move(id, "upgrade", Map.of("reason", "村里办不了")));
        lastsFourHoursFor(limits(id, "disputes.sign").getLast(), "town办公室");
        ok(as("zhenban").move(id, "accept", Map.of()));
        assertThat(limits(id, "disputes.sign"))
                .extracting(each -> each.path("state").asString(""))
                .containsExactly("ENDED", "ENDED", "ENDED", "MET");
    }

    @Test
    void whatIsTheWholeMattersRunsOnWhoeverHandlesIt() {
        var id = routed();
        ok(as("tiaojie").move(id, "accept", Map.of()));
        ok(as("tiaojie").move(id, "begin", Map.of("willing", "BOTH", "informed", true)));
        var before = limits(id, "disputes.mediate");
        TestClock.pass(Duration.ofDays(3));
        ok(as("tiaojie").move(id, "upgrade", Map.of("reason", "要镇里的调解员")));
        assertThat(limits(id, "disputes.mediate"))
                .singleElement()
                .satisfies(each -> assertThat(moment(each, "at")).isEqualTo(moment(before.getFirst(), "at")));
    }

    /// 手册：两次退回后由共同上级两个工作日内指定；在这以前，没有谁该签收。
    @Test
    void afterTheSecondReturnTheCommonSuperiorHasTwoWorkingDaysToDesignate() {
        var id = routed();
        ok(as("tiaojie").move(id, "return", Map.of("reason", "不归村里管")));
        assertThat(limits(id, "disputes.designate")).isEmpty();
        ok(as("zhenban").move(id, "transfer", Map.of("agency", agency("village"), "reason", "就在村里")));
        ok(as("tiaojie").move(id, "return", Map.of("reason", "还是不归村里管")));

        var due = limits(id, "disputes.designate");
        assertThat(due).singleElement().satisfies(each -> {
            assertThat(each.path("state").asString("")).isEqualTo("RUNNING");
            assertThat(each.path("office").asString("")).isEqualTo("town办公室");
            assertThat(each.path("term").asString("")).isEqualTo("2 个工作日");
        });
        assertThat(limits(id, "disputes.sign").getLast().path("state").asString(""))
                .as("who is to sign is not decided yet")
                .isEqualTo("ENDED");
        assertThat(ok(as("zhenban").get("/api/matters/" + id + "/moves"))
                        .body()
                        .path("can")
                        .valueStream()
                        .filter(may -> may.path("verb").asString("").equals("transfer"))
                        .map(may -> may.at("/deadline/parameter").asString("")))
                .containsExactly("disputes.designate");

        TestClock.pass(Duration.ofDays(9));
        assertThat(limits(id, "disputes.designate").getLast().path("overdue").asBoolean(false))
                .isTrue();
        ok(as("zhenban").move(id, "transfer", Map.of("agency", agency("village"), "reason", "指定由村里办")));
        assertThat(limits(id, "disputes.designate").getLast().path("state").asString(""))
                .isEqualTo("MET");
        lastsFourHoursFor(limits(id, "disputes.sign").getLast(), "village办公室");
        assertThat(as("tiaojie").move(id, "return", Map.of("reason", "再退")).status())
                .isEqualTo(409);
    }

    @Test
    void anOfficeThatPassesTheDecisionOnGivesTheNextOneItsOwnTime() {
        var id = routed();
        ok(as("tiaojie").move(id, "return", Map.of("reason", "不归村里管")));
        ok(as("zhenban").move(id, "transfer", Map.of("agency", agency("village"), "reason", "就在村里")));
        ok(as("tiaojie").move(id, "return", Map.of("reason", "还是不归村里管")));
        ok(as("zhenban").move(id, "upgrade", Map.of("reason", "两个镇之间的事")));
        assertThat(limits(id, "disputes.designate"))
                .extracting(each ->
                        each.path("state").asString("") + each.path("office").asString(""))
                .containsExactly("ENDEDtown办公室", "RUNNINGcounty办公室");
        ok(as("xianban").move(id, "accept", Map.of()));
        assertThat(limits(id, "disputes.designate").getLast().path("state").asString(""))
                .as("it handles the matter itself")
                .isEqualTo("ENDED");
        assertThat(limits(id, "disputes.respond").getLast().path("term").asString(""))
                .isEqualTo("15 日");
    }

    /// 手册：激化度 60 以上为红，两小时内响应。
    @Test
    void whatTurnsRedIsAnsweredWithinTwoHours() {
        var id = opened();
        var found = DisputeForms.calmBut("threat", true);
        found.put("injury", true);
        found.put("policeInformed", true);
        assertThat(ok(as("tiaojie").move(id, "register", found)).text("colour.name"))
                .isEqualTo("red");
        var limit = limits(id, "disputes.urgent").getFirst();
        assertThat(moment(limit, "at")).isEqualTo(moment(limit, "from").plusHours(2));
        TestClock.pass(Duration.ofHours(1));
        ok(as("tiaojie").move(id, "flag", Map.of("danger", "VIOLENCE", "policeInformed", true, "note", "又动手了")));
        assertThat(limits(id, "disputes.urgent")).as("it is red already").hasSize(1);
        ok(as("tiaojie").move(id, "respond", Map.of("how", "VISIT", "note", "两名调解员和民警已到场")));
        assertThat(limits(id, "disputes.urgent").getFirst().path("state").asString(""))
                .isEqualTo("MET");
    }

    @Test
    void whatIsNotRedHasNoSuchLimitAndNobodyAnsweringIsSeen() {
        var calm = opened();
        ok(as("tiaojie").move(calm, "register", DisputeForms.calm()));
        assertThat(limits(calm, "disputes.urgent")).isEmpty();
        var red = opened();
        ok(as("tiaojie").move(red, "flag", Map.of("danger", "THREAT", "policeInformed", true, "note", "扬言")));
        ok(as("tiaojie").move(red, "flag", Map.of("danger", "INJURY", "policeInformed", true, "note", "打伤了")));
        TestClock.pass(Duration.ofHours(3));
        assertThat(limits(red, "disputes.urgent").getFirst().path("overdue").asBoolean(false))
                .isTrue();
    }

    private void lastsFourHoursFor(JsonNode limit, String office) {
        assertThat(limit.path("office").asString("")).isEqualTo(office);
        assertThat(limit.path("state").asString("")).isEqualTo("RUNNING");
        assertThat(moment(limit, "at")).isEqualTo(moment(limit, "from").plusHours(4));
        var now = transactions.run(Scope.job("test"), Work::now);
        assertThat(Duration.between(moment(limit, "from").toInstant(), now)).isLessThan(Duration.ofMinutes(5));
    }

    private static OffsetDateTime moment(JsonNode limit, String field) {
        return OffsetDateTime.parse(limit.path(field).asString(""));
    }

    /// A later number is for later agreements: the page shows thirty days, so thirty days they are.
    @Test
    void theNumberInForceWhenTheAgreementTookEffectDecides() {
        var id = agreed();
        Numbers.changed(
                as("fawu"),
                as("fuhe"),
                Map.of(
                        "name", "disputes.confirm",
                        "value", "5D",
                        "from", today().plusDays(2).toString(),
                        "reason", "以后缩短"));
        TestClock.pass(Duration.ofDays(12));
        assertThat(limits(id, "disputes.confirm").getLast().path("term").asString(""))
                .isEqualTo("30 日");
        ok(as("tiaojie")
                .move(
                        id,
                        "confirm",
                        Map.of("choice", "APPLIED", "joint", true, "appliedOn", today().toString(), "court", "县人民法院")));
    }
}
