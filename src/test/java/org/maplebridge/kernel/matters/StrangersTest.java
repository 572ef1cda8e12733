package org.maplebridge.kernel.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Merging matters of different people, through HTTP.
@MapleTest
class StrangersTest {

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    private Wire ren = new Wire(port);

    @BeforeEach
    void found() {
        var county = new County(transactions, offices, access).founded();
        county.officer("ren", "town", "disputes.dispatcher", "disputes.mediator");
        ren = new Wire(port).as("ren");
    }

    private static Wire.Answer ok(Wire.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return answer;
    }

    private String opened(String words, String applicant) {
        return ok(ren.post(
                        "/api/scenes/disputes",
                        Map.of(
                                "words",
                                words,
                                "area",
                                County.TOWN,
                                "occurredAt",
                                "2025-01-02T08:00:00+08:00",
                                "source",
                                "PATROL",
                                "applicant",
                                applicant)))
                .text("matter.id");
    }

    /// It would be gone from every figure, and whoever reported it would hear no more of it.
    @Test
    void whatIsMergedIntoAMatterOfOtherPeopleNeedsAReasonThatStandsInBothTrails() {
        var one = opened("夜里装修", "周梅");
        var two = opened("拖欠工钱", "钱别人");
        var refused = ren.move(two, "merge", Map.of("matter", one, "reason", "同一件事"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("rule")).isEqualTo("matters.merge-strangers");
        assertThat(refused.body().at("/fields/0/name").asString("")).isEqualTo("strangers");
        ok(ren.move(two, "merge", Map.of("matter", one, "reason", "同一件事", "strangers", "钱别人是周梅的工友，当面问过")));
        for (var id : List.of(one, two)) {
            assertThat(ren.get("/api/matters/" + id + "/trail").raw().body()).contains("当面问过");
        }
        assertThat(ok(ren.get("/api/matters/" + two)).body().path("facts").toString())
                .as("and whoever reviews sees it")
                .contains("并入了别人的事");
    }
}
