package org.maplebridge.kernel.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenLimitsTest {

    private static final Map<String, Object> REPORT = Map.of(
            "words", "测试：令牌报来的一件事。",
            "area", County.TOWN,
            "occurredAt", "2025-01-02T08:00:00+08:00",
            "source", "PATROL");

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    private String dispute = "";
    private String relay = "";

    @BeforeAll
    void build() {
        var county = new County(transactions, offices, access).founded();
        county.officer("owner", "town", "disputes.dispatcher", "disputes.mediator", "stretch.relay.desk");
        dispute = owner().post("/api/scenes/disputes", REPORT).text("matter.id");
        relay = owner().post(
                        "/api/scenes/stretch.relay",
                        Map.of(
                                "title",
                                "测试件",
                                "agency",
                                county.office("town").id().toString()))
                .text("matter.id");
        assertThat(List.of(dispute, relay)).doesNotContain("");
    }

    private Wire owner() {
        return new Wire(port).as("owner");
    }

    private Wire token(Map<String, Object> limits) {
        var said = new HashMap<>(limits);
        said.put("name", "一个程序");
        said.put("days", 1);
        var issued = owner().send("POST", "/api/tokens", said);
        assertThat(issued.status()).as(issued.toString()).isEqualTo(201);
        return new Wire(port).with("Authorization", "Bearer " + issued.text("token"));
    }

    private static void refused(Wire.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
        assertThat(answer.text("rule")).isEqualTo("access.token");
    }

    @Test
    void aTokenWithoutLimitsMayWhatItsOwnerMayButNothingOfSigningIn() {
        var program = token(Map.of());
        assertThat(program.get("/api/matters/" + dispute).status()).isEqualTo(200);
        assertThat(program.post("/api/scenes/disputes", REPORT).status()).isEqualTo(201);
        refused(program.get("/api/account"));
        refused(program.get("/api/account/tickets"));
        refused(program.get("/api/tokens"));
        refused(program.delete("/api/account/tickets"));
        refused(program.send("POST", "/api/account/otp", Map.of("password", County.PASSWORD)));
    }

    @Test
    void aReaderChangesNothing() {
        var reader = token(Map.of("readsOnly", true));
        assertThat(reader.get("/api/inbox").status()).isEqualTo(200);
        refused(reader.post("/api/scenes/disputes", REPORT));
        refused(reader.move(dispute, "register", DisputeForms.calm()));
    }

    @Test
    void aTokenForOneSceneSeesNoOther() {
        var program = token(Map.of("scenes", List.of("disputes")));
        assertThat(program.get("/api/matters/" + dispute).status()).isEqualTo(200);
        assertThat(program.get("/api/matters/" + dispute + "/trail").status()).isEqualTo(200);
        assertThat(program.get("/api/matters?scene=disputes").status()).isEqualTo(200);
        assertThat(program.post("/api/scenes/disputes", REPORT).status()).isEqualTo(201);
        refused(program.get("/api/matters/" + relay));
        refused(program.get("/api/matters"));
        refused(program.get("/api/matters?scene=stretch.relay"));
        refused(program.get("/api/inbox"));
        refused(program.get("/api/alerts"));
        refused(program.post("/api/scenes/stretch.relay", Map.of("title", "越界", "agency", "x")));
        assertThat(program.get("/api/matters/" + java.util.UUID.randomUUID()).status())
                .isEqualTo(404);
    }

    @Test
    void aTokenForSomeMovesMakesNoOthers() {
        var opener = token(Map.of("verbs", List.of("open")));
        var opened = opener.post("/api/scenes/disputes", REPORT);
        assertThat(opened.status()).isEqualTo(201);
        refused(opener.move(opened.text("matter.id"), "register", DisputeForms.calm()));
        var registering = token(Map.of("verbs", List.of("register"), "scenes", List.of("disputes")));
        refused(registering.post("/api/scenes/disputes", REPORT));
        assertThat(registering
                        .move(opened.text("matter.id"), "register", DisputeForms.calm())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aTokenForPartsOfTheInterfaceGetsNowhereElse() {
        var program = token(Map.of("areas", List.of("calendar")));
        assertThat(program.get("/api/calendar").status()).isEqualTo(200);
        assertThat(program.get("/api/me").status()).isEqualTo(200);
        refused(program.get("/api/matters"));
        refused(program.get("/api/posts"));
    }

    @Test
    void limitsAreListedAndNamesThatCanBeNoneAreRefused() {
        token(Map.of("readsOnly", true, "scenes", List.of("disputes")));
        assertThat(owner().get("/api/tokens").raw().body()).contains("\"readsOnly\":true", "\"scenes\":[\"disputes\"]");
        var wrong = owner().send("POST", "/api/tokens", Map.of("name", "错", "verbs", List.of("收/下")));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body().at("/fields/0/name").asString("")).isEqualTo("verbs");
        assertThat(owner().send("POST", "/api/tokens", Map.of("name", "无限", "days", 5000))
                        .status())
                .as("none is for ever")
                .isEqualTo(422);
    }
}
