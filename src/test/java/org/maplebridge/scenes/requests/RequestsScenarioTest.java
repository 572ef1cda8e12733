package org.maplebridge.scenes.requests;

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
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.trail.Verification;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// What people ask for about their own information, told through HTTP.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestsScenarioTest {

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

    private final Map<String, Wire> people = new HashMap<>();

    @BeforeAll
    void found() {
        var county = new County(transactions, offices, access).founded();
        county.officer("cun", "village", "disputes.mediator");
        county.officer("ren", "town", "disputes.dispatcher", "disputes.mediator", "requests.officer");
        county.officer("lin", "otherTown", "disputes.dispatcher", "requests.officer");
        county.officer("xian", "county", "disputes.dispatcher", "requests.officer");
        List.of("cun", "ren", "lin", "xian").forEach(login -> people.put(login, new Wire(port).as(login)));
    }

    private Wire as(String login) {
        return java.util.Objects.requireNonNull(people.get(login));
    }

    private record Opened(String id, String code, String digits) {

        Map<String, Object> known(Map<String, ?> more) {
            var said = new HashMap<String, Object>(more);
            said.put("code", code);
            said.put("phoneLast4", digits);
            return said;
        }
    }

    private Opened dispute(String name, String phone) {
        var answer = as("ren").post("/api/scenes/disputes", DisputeForms.brought("树枝伸过了墙", name, phone));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return new Opened(answer.text("matter.id"), answer.text("code"), phone.substring(phone.length() - 4));
    }

    private Wire.Answer asked(Opened dispute, String kind, String words) {
        var answer =
                new Wire(port).post("/api/public/own/requests", dispute.known(Map.of("kind", kind, "words", words)));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer;
    }

    private JsonNode own(Opened dispute) {
        return new Wire(port).post("/api/public/own", dispute.known(Map.of())).body();
    }

    /// The newest request in a dispute, as this officer sees it.
    private String request(String login, Opened dispute) {
        var links = as(login).get("/api/matters/" + dispute.id() + "/links").body();
        return links.findValuesAsString("id").getLast();
    }

    @Test
    void whoeverAsksForACorrectionIsToldWhatWasDone() {
        var dispute = dispute("周小梅", "13800005678");
        var first = asked(dispute, "CORRECT", "名字里的字写错了，应当是周小玫");
        assertThat(first.body().at("/requests/0/stageTitle").asString("")).isEqualTo("待答复");
        var request = request("ren", dispute);
        var page = as("ren").get("/api/matters/" + request).body();
        assertThat(page.path("words").asString("")).contains("应当是周小玫");
        assertThat(page.at("/people/0/roleTitle").asString("")).isEqualTo("提出请求的人");
        assertThat(page.at("/due/title").asString("")).contains("当事人请求答复");
        var granted = as("ren").move(request, "grant", Map.of("done", "已经改成您说的字，原来的记录留在轨迹里。"));
        assertThat(granted.status()).as(granted.toString()).isEqualTo(200);
        var told = own(dispute).at("/requests/0");
        assertThat(told.path("stageTitle").asString("")).isEqualTo("已照办");
        assertThat(told.path("lines").toString()).contains("已经改成您说的字");
        assertThat(verification.verify(List.of()).faults()).isEmpty();
    }

    @Test
    void aRefusalSaysWhyAndWhereToGo() {
        var dispute = dispute("周小菊", "13800005670");
        asked(dispute, "DELETE", "不想让你们再存我的电话");
        var request = request("ren", dispute);
        assertThat(as("ren")
                        .move(request, "refuse", Map.of("reason", "还在办，要联系您"))
                        .status())
                .isEqualTo(422);
        var refused = as("ren").move(request, "refuse", Map.of("reason", "还在办，要联系您", "article", "个人信息保护法第四十七条"));
        assertThat(refused.status()).as(refused.toString()).isEqualTo(200);
        assertThat(own(dispute).at("/requests/0/lines").toString()).contains("还在办", "第四十七条", "人民法院");
    }

    @Test
    void whatIsAskedAgainstAnOfficeIsDecidedAboveItAndNotReadInItsTrail() {
        var dispute = dispute("周小兰", "13800005671");
        asked(dispute, "RECUSE", "测试员ren是对方的表哥");
        assertThat(as("ren")
                        .get("/api/matters/" + dispute.id() + "/trail")
                        .body()
                        .toString())
                .contains("请办理的人回避")
                .doesNotContain("表哥");
        var request = request("xian", dispute);
        assertThat(as("xian").get("/api/matters/" + request).text("words")).contains("表哥");
        assertThat(as("ren").move(request, "grant", Map.of("done", "没有这回事")).status())
                .isEqualTo(404);
        assertThat(as("lin").get("/api/matters/" + request).status()).isEqualTo(404);
        assertThat(as("xian")
                        .move(request, "grant", Map.of("done", "已经决定由另一位办理。"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anEndedMatterIsStillAskedAfter() {
        var dispute = dispute("周小竹", "13800005672");
        as("ren").move(dispute.id(), "register", DisputeForms.calm());
        assertThat(as("ren")
                        .move(dispute.id(), "divert", Map.of("to", "LITIGATION", "reason", "当事人要起诉", "informed", true))
                        .status())
                .isEqualTo(200);
        var answer = asked(dispute, "COPY", "请给我一份存着的信息");
        assertThat(answer.body().path("requests")).hasSize(1);
    }
}
