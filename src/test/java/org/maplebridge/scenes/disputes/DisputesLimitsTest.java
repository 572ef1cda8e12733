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
        ok(as("fawu")
                .post(
                        "/api/parameters",
                        Map.of(
                                "name", "disputes.confirm",
                                "value", "5D",
                                "from", today().plusDays(2).toString(),
                                "reason", "以后缩短")));
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
