package org.maplebridge.scenes.assists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
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

/// A part ends with what it is a part of; through HTTP.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AssistsScenarioTest {

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    @Autowired
    AssistsEnding ending;

    private String town = "";
    private String police = "";

    @BeforeAll
    void found() {
        TestClock.reset();
        var county = new County(transactions, offices, access).founded();
        county.officer("ren", "town", "disputes.dispatcher", "disputes.mediator");
        county.officer("hui", "town", "disputes.clerk");
        county.officer("jing", "police", AssistsLifecycle.HELPER);
        town = county.office("town").id().toString();
        police = county.office("police").id().toString();
    }

    private Wire as(String login) {
        return new Wire(port).as(login);
    }

    private static Wire.Answer ok(Wire.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return answer;
    }

    private String today() {
        return transactions.run(Scope.job("test"), Work::today).toString();
    }

    private String withAPart(String name) {
        var said = new HashMap<String, Object>(DisputeForms.brought(name + "家门口堆物", name, "13900004321"));
        said.put("respondent", name + "的邻居");
        var ren = as("ren");
        var id = ok(ren.post("/api/scenes/disputes", said)).text("matter.id");
        ok(ren.move(id, "register", DisputeForms.calm()));
        ok(ren.move(id, "route", Map.of("area", County.TOWN, "category", "NEIGHBOUR", "agency", town, "reason", "就近")));
        ok(ren.move(id, "accept", Map.of()));
        ok(ren.move(id, "begin", Map.of("willing", "BOTH", "informed", true)));
        ok(ren.move(id, "invite", Map.of("force", "POLICE", "agency", police, "what", "请到场看看" + name)));
        return id;
    }

    private void over(String id) {
        var ren = as("ren");
        ok(ren.move(id, "withdraw", Map.of("reason", "两家自己说好了")));
        ok(as("hui").move(id, "evaluate", Map.of("grade", "SATISFIED", "channel", "PHONE")));
        ok(ren.move(id, "close", Map.of("summary", "撤回。")));
        ending.round();
    }

    private String stageOf(String name) {
        return ok(as("jing").get("/api/matters?scene=assists&limit=200"))
                .body()
                .path("items")
                .valueStream()
                .filter(row -> ok(as("jing")
                                .get("/api/matters/" + row.path("id").asString("")))
                        .body()
                        .path("facts")
                        .toString()
                        .contains("看看" + name))
                .map(row -> row.path("stage").asString(""))
                .findFirst()
                .orElse("");
    }

    @Test
    void whatNobodyHasDoneLapsesWithTheDisputeItBelongsTo() {
        var id = withAPart("甲");
        ending.round();
        assertThat(stageOf("甲")).isEqualTo("ASKED");
        over(id);
        assertThat(stageOf("甲")).isEqualTo("LAPSED");
        ending.round();
        assertThat(stageOf("甲")).isEqualTo("LAPSED");
    }

    @Test
    void whatWasDoneBeforeStaysDoneAndOnlyTheSystemLetsAPartLapse() {
        var id = withAPart("乙");
        var part = ok(as("jing").get("/api/matters?scene=assists"))
                .body()
                .path("items")
                .get(0)
                .path("id")
                .asString("");
        assertThat(as("jing").move(part, "lapse", Map.of("reason", "不想去")).status())
                .isEqualTo(403);
        ok(as("jing").move(part, "take", Map.of("who", "民警小丁")));
        ok(as("jing").move(part, "done-part", Map.of("outcome", "已经到场劝开。", "day", today())));
        over(id);
        assertThat(stageOf("乙")).isEqualTo("DONE");
    }
}
