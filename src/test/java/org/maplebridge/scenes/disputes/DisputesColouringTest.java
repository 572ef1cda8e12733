package org.maplebridge.scenes.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Who decides for another colour than the card suggests, and what becomes of it when more is known.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DisputesColouringTest {

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    @BeforeAll
    void found() {
        var county = new County(transactions, offices, access).founded();
        county.officer("tiaojie", "village", DisputesLifecycle.MEDIATOR, DisputesLifecycle.DISPATCHER);
        county.officer("jingdiao", "police", DisputesLifecycle.POLICE);
    }

    private Wire officer() {
        return new Wire(port).as("tiaojie");
    }

    private String registered(Map<String, Object> said) {
        var opened = officer()
                .post(
                        "/api/scenes/disputes",
                        Map.of(
                                "words", "楼上漏水，说了几次不修。",
                                "area", County.VILLAGE,
                                "occurredAt", "2025-01-02T08:00:00+08:00",
                                "source", "PATROL",
                                "applicant", "周梅",
                                "respondent", "吴强"));
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        var id = opened.text("matter.id");
        moved(id, "register", said);
        return id;
    }

    private Wire.Answer moved(String id, String verb, Map<String, ?> said) {
        var answer = officer().move(id, verb, said);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer;
    }

    private String colour(String id) {
        return officer().get("/api/matters/" + id).text("colour.name");
    }

    @Test
    void whoDecidesOtherwiseSaysWhy() {
        var id = registered(DisputeForms.calm());
        var silent = officer().move(id, "recolour", Map.of("colour", "ORANGE"));
        assertThat(silent.status()).isEqualTo(422);
        assertThat(silent.toString()).contains("请写明理由");
        moved(id, "recolour", Map.of("colour", "ORANGE", "reason", "两家积怨很深，上个月推搡过。"));
        var page = officer().get("/api/matters/" + id).toString();
        assertThat(page).contains("人定的颜色", "两家积怨很深", "规则建议绿", "颜色由人定，激化度 0");
    }

    @Test
    void aHigherColourStandsWhenMoreIsKnownAndALowerOneDoesNot() {
        var raised = registered(DisputeForms.calm());
        moved(raised, "recolour", Map.of("colour", "RED", "reason", "双方都召集了亲戚。"));
        assertThat(officer().get("/api/matters/" + raised).toString()).contains("disputes.urgent");
        moved(raised, "flag", Map.of("danger", "INJURY", "policeInformed", true, "note", "推搡"));
        assertThat(colour(raised)).isEqualTo("red");

        var lowered = registered(DisputeForms.calmBut("people", 12));
        assertThat(colour(lowered)).isEqualTo("red");
        moved(lowered, "recolour", Map.of("colour", "YELLOW", "reason", "十二户一起反映一盏路灯。"));
        assertThat(colour(lowered)).isEqualTo("yellow");
        moved(lowered, "flag", Map.of("danger", "INJURY", "policeInformed", true, "note", "有人摔伤"));
        assertThat(colour(lowered)).isEqualTo("red");
    }

    @Test
    void theCountIsShownFactorByFactorAndWhatIsUnknownGivesNoNought() {
        var id = registered(DisputeForms.calmBut("injury", true));
        var points = officer()
                .get("/api/matters/" + id)
                .body()
                .path("suggestions")
                .path(1)
                .path("points");
        assertThat(points.path("title").asString("")).isEqualTo("激化度");
        assertThat(points.path("known").asInt() + unknown(points))
                .isEqualTo(points.path("of").asInt());
        int sum = 0;
        for (var factor : points.path("factors")) {
            sum += factor.path("points").asInt(0);
            if (factor.path("bearing").asString("").equals("UNKNOWN")) {
                assertThat(factor.has("points")).as(factor.toString()).isFalse();
            }
        }
        assertThat(sum).isPositive().isEqualTo(points.path("points").asInt());
        assertThat(points.toString()).contains("涉及人身伤害，加");
    }

    private static int unknown(JsonNode points) {
        int count = 0;
        for (var factor : points.path("factors")) {
            count += factor.path("bearing").asString("").equals("UNKNOWN") ? 1 : 0;
        }
        return count;
    }

    @Test
    void whatNobodyLookedAtYetHasNoCount() {
        var opened = officer()
                .post(
                        "/api/scenes/disputes",
                        Map.of(
                                "words", "路边停车挡住了店门，两家为此吵了一架。",
                                "area", County.VILLAGE,
                                "occurredAt", "2025-01-02T08:00:00+08:00",
                                "source", "PATROL"));
        var page = officer().get("/api/matters/" + opened.text("matter.id")).body();
        assertThat(page.path("suggestions").path(1).has("points")).isFalse();
        assertThat(page.path("suggestions").path(1).toString()).contains("灰");
    }

    @Test
    void violenceIsNotTalkedDown() {
        var id = registered(DisputeForms.calmBut("violence", true));
        var refused = officer().move(id, "recolour", Map.of("colour", "GREEN", "reason", "他们说已经和好了。"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.toString()).contains("不能低于“橙”");
        assertThat(colour(id)).isEqualTo("orange");
    }
}
