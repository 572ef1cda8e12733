package org.maplebridge.kernel.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maplebridge.fixtures.Colleagues.ok;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.Colleagues;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.trail.Verification;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A desk is handed over matter by matter: what its new holder may not have stays, with why and who can take it.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandoverScenarioTest {

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

    private Colleagues colleagues = new Colleagues(new County(transactions, offices, access), 0);
    private int phones = 6100;

    @BeforeAll
    void found() {
        colleagues = new Colleagues(new County(transactions, offices, access).founded(), port)
                .mediators("town", "ren", "hua", "min", "qin")
                .join("guan", "town", "kernel.registrar")
                .join("gao", "county", "kernel.supervisor");
    }

    private String desk(String who) {
        return colleagues.desk(who);
    }

    private Wire as(String login) {
        return colleagues.as(login);
    }

    private String phone() {
        return "1382000" + phones++;
    }

    private record Case(String id, String code) {}

    private Case onTheDeskOf(String who, String applicant, String phone) {
        var opened = ok(as("ren").post("/api/scenes/disputes", DisputeForms.brought("猪圈太近", applicant, phone)));
        var id = opened.text("matter.id");
        ok(as("ren").move(id, "assign", Map.of("post", desk(who), "reason", "按分工")));
        return new Case(id, opened.text("matter.code"));
    }

    private String deskOf(String id) {
        return ok(as("ren").get("/api/matters/" + id)).text("post.id");
    }

    @Test
    void whatTheNewHolderMayNotHaveStaysWithItsReasonAndTheRestGoes() {
        var phone = phone();
        var declared = onTheDeskOf("hua", "孟声明", phone);
        var recused = onTheDeskOf("hua", "孟回避", phone());
        var plain = onTheDeskOf("hua", "孟寻常", phone());
        ok(as("min").post("/api/account/interests", Map.of("kind", "KIN", "name", "孟声明", "phone", phone)));
        ok(as("min").move(recused.id(), "recuse", Map.of("ground", "KIN", "reason", "是我表哥")));

        var done = ok(
                as("hua").post("/api/desks/" + desk("hua") + "/handover", Map.of("to", desk("min"), "reason", "调走了")));

        assertThat(done.body().path("moved").asInt()).isEqualTo(1);
        var left = new HashMap<String, String>();
        done.body()
                .path("left")
                .forEach(each -> left.put(
                        each.path("code").asString(""), each.path("why").asString("")));
        assertThat(left).containsOnlyKeys(declared.code(), recused.code());
        assertThat(left.get(declared.code()))
                .contains("利害关系", "能接的有", "测试员qin", "测试员ren")
                .doesNotContain("测试员min（", "测试员guan");
        assertThat(left.get(recused.code())).contains("回避", "能接的有").doesNotContain("测试员min（");
        assertThat(deskOf(plain.id())).isEqualTo(desk("min"));
        assertThat(deskOf(declared.id())).isEqualTo(desk("hua"));
        assertThat(verification.verify(List.of()).faults()).isEmpty();
    }

    @Test
    void aPostThatHasNoPartInSuchMattersIsNotGivenOne() {
        var plain = onTheDeskOf("hua", "孟管家", phone());
        var refused = as("ren").move(plain.id(), "assign", Map.of("post", desk("guan"), "reason", "试试"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("fields").toString()).contains("没有办这类事的权限", "能接的有");
        assertThat(refused.text("rule")).isEqualTo("matters.assign-able");
    }

    private Map<String, String> takers(String path) {
        var found = new HashMap<String, String>();
        ok(as("ren").get(path))
                .body()
                .path("items")
                .forEach(each -> found.put(
                        each.path("id").asString(""), each.path("cannot").asString("")));
        return found;
    }

    @Test
    void beforeAPostIsChosenItIsSaidWhichCannotTakeIt() {
        var phone = phone();
        var declared = onTheDeskOf("qin", "孟先说", phone);
        ok(as("min").post("/api/account/interests", Map.of("kind", "KIN", "name", "孟先说", "phone", phone)));
        ok(as("hua").move(declared.id(), "recuse", Map.of("ground", "KIN", "reason", "是我表哥")));
        var forOne = takers("/api/matters/" + declared.id() + "/takers");
        assertThat(forOne)
                .containsEntry(desk("guan"), "没有办这类事的权限")
                .containsEntry(desk("min"), "应当回避")
                .containsEntry(desk("hua"), "回避这件事")
                .containsEntry(desk("qin"), "")
                .containsEntry(desk("ren"), "");
        var foreign = as("gao").get("/api/matters/" + declared.id() + "/takers");
        assertThat(foreign.status())
                .as("who keeps out is not told to whoever oversees from elsewhere and hands nothing out there")
                .isEqualTo(403);
        var forTheDesk = takers("/api/desks/" + desk("qin") + "/takers");
        assertThat(forTheDesk)
                .containsEntry(desk("guan"), "没有办这类事的权限")
                .containsEntry(desk("ren"), "")
                .as("what holds for one matter is said when it is handed")
                .containsEntry(desk("min"), "")
                .doesNotContainKey(desk("qin"));
    }
}
