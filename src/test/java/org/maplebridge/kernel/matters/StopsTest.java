package org.maplebridge.kernel.matters;

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
import org.maplebridge.kernel.alerts.InterestWatch;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.trail.Verification;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Whoever is at work already is stopped when an interest is declared or a party is named, and hands it over.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StopsTest {

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    @Autowired
    InterestWatch watch;

    @Autowired
    Verification verification;

    private Colleagues colleagues = new Colleagues(new County(transactions, offices, access), 0);
    private int phones = 5100;

    @BeforeAll
    void found() {
        colleagues = new Colleagues(new County(transactions, offices, access).founded(), port)
                .mediators("town", "ren", "hua", "min", "qin", "tao", "zhao", "sun", "wu")
                .mediators("village", "lone")
                .join("du", "county", "kernel.supervisor")
                .join("zhendu", "town", "kernel.supervisor");
    }

    private Wire as(String login) {
        return colleagues.as(login);
    }

    private String phone() {
        return "1381000" + phones++;
    }

    /// A dispute on the desk of somebody, who has begun to mediate.
    private String atWork(String who, String applicant, String phone) {
        var id = ok(as("ren").post("/api/scenes/disputes", DisputeForms.brought("院墙越界，争了两年", applicant, phone)))
                .text("matter.id");
        ok(as("ren").move(id, "register", DisputeForms.calm()));
        var agency = colleagues.county().office("town").id().toString();
        ok(as("ren")
                .move(
                        id,
                        "route",
                        Map.of("area", County.TOWN, "category", "NEIGHBOUR", "agency", agency, "reason", "就近")));
        ok(as("ren").move(id, "assign", Map.of("post", colleagues.desk(who), "reason", "按分工")));
        ok(as(who).move(id, "accept", Map.of()));
        ok(as(who).move(id, "begin", Map.of("willing", "BOTH", "informed", true)));
        return id;
    }

    private void declared(String who, String name, String phone) {
        ok(as(who).post("/api/account/interests", Map.of("kind", "KIN", "name", name, "phone", phone)));
    }

    private Wire.Answer suspended(String who, String id) {
        return as(who).move(id, "suspend", Map.of("reason", "一方住院"));
    }

    private String alerts(String who) {
        return ok(as(who).get("/api/alerts?limit=100")).body().path("items").toString();
    }

    @Test
    void whatIsDeclaredDuringTheWorkStopsItAndTheOfficeHandsItToAnother() {
        var phone = phone();
        var id = atWork("hua", "贺后来", phone);
        var other = atWork("hua", "贺旁人", phone());
        declared("hua", "贺后来", phone);
        var refused = suspended("hua", id);
        assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
        assertThat(refused.toString()).contains("应当回避", "改派", "自行回避").doesNotContain("贺后来", "亲属", phone);
        assertThat(refused.text("rule")).isEqualTo("matters.interest");
        var said = as("hua").move(id, "consent", Map.of("party", 1, "given", "GIVEN", "what", "告诉对方电话", "how", "书面"));
        assertThat(said.status()).isEqualTo(409);
        ok(suspended("hua", other));
        var moves = ok(as("hua").get("/api/matters/" + id + "/moves")).body();
        assertThat(moves.path("cannot").toString()).contains("应当回避");
        var can = moves.path("can")
                .valueStream()
                .map(move -> move.path("verb").asString(""))
                .toList();
        assertThat(can).contains("assign", "return", "recuse", "flag").doesNotContain("agree", "suspend", "attach");
        assertThat(ok(as("ren").get("/api/matters/" + id))
                        .body()
                        .path("keepsOut")
                        .toString())
                .contains("测试员hua", "申报过")
                .doesNotContain("亲属", "贺");
        assertThat(ok(as("ren").get("/api/matters/" + other)).body().path("keepsOut"))
                .isEmpty();
        assertThat(watch.sweep()).isEqualTo(1);
        assertThat(watch.sweep()).isZero();
        assertThat(alerts("ren")).contains("KEEPS_OUT", "测试员hua应当回避", "请改派").doesNotContain("贺后来", "亲属");
        ok(as("hua").move(id, "flag", Map.of("danger", "THREAT", "policeInformed", false, "note", "电话里扬言")));
        ok(as("hua").move(id, "assign", Map.of("post", colleagues.desk("min"), "reason", "应当回避")));
        ok(suspended("min", id));
        assertThat(verification.verify(List.of()).faults()).isEmpty();
    }

    @Test
    void aPartyNamedDuringTheWorkStopsItToo() {
        var phone = phone();
        declared("min", "闵舅舅", phone);
        var id = atWork("min", "别家人", phone());
        ok(as("min").move(id, "identify", Map.of("party", 1, "kind", "PHONE", "value", phone(), "checked", "NOT_YET")));
        ok(as("ren").move(id, "identify", Map.of("party", 1, "kind", "PHONE", "value", phone, "checked", "NOT_YET")));
        assertThat(suspended("min", id).toString()).contains("应当回避");
        assertThat(suspended("ren", id).status()).isEqualTo(200);
        watch.sweep();
        assertThat(alerts("ren")).contains("测试员min应当回避");
    }

    @Test
    void whoeverSupervisesHearsThemAndDecidesThatTheyGoOn() {
        var phone = phone();
        var id = atWork("qin", "秦老乡", phone);
        declared("qin", "秦老乡", phone);
        assertThat(suspended("qin", id).status()).isEqualTo(409);
        var officer = colleagues.person("qin");
        var decided =
                Map.of("officer", officer, "explained", "二十年前的房东，早没有来往", "reason", "没有利害关系了", "article", "本地回避规定第三条");
        assertThat(as("qin").move(id, "readmit", decided).status()).isIn(403, 409);
        var stranger = new HashMap<String, Object>(decided);
        stranger.put("officer", colleagues.person("tao"));
        assertThat(as("du").move(id, "readmit", stranger).toString()).contains("没有回避");
        ok(as("du").move(id, "readmit", decided));
        ok(suspended("qin", id));
        assertThat(ok(as("ren").get("/api/matters/" + id)).body().path("keepsOut"))
                .isEmpty();
        assertThat(as("ren").get("/api/matters/" + id + "/trail").toString()).contains("早没有来往", "没有利害关系了");
        var own =
                as("qin").get("/api/account/interests").body().at("/items/0/id").asString("");
        ok(as("qin").delete("/api/account/interests/" + own));
        declared("qin", "秦老乡", phone);
        assertThat(as("qin").move(id, "resume", Map.of("reason", "出院了")).toString())
                .as("what is declared anew was not decided on")
                .contains("应当回避");
        assertThat(verification.verify(List.of()).faults()).isEmpty();
    }

    private void withdrawn(String who) {
        var own = as(who).get("/api/account/interests").body().at("/items/0/id").asString("");
        ok(as(who).delete("/api/account/interests/" + own));
    }

    @Test
    void whoTakesADeclarationBackStaysOutUntilWhoeverSupervisesDecides() {
        var phone = phone();
        var id = atWork("zhao", "赵亲家", phone);
        declared("zhao", "赵亲家", phone);
        assertThat(suspended("zhao", id).toString()).contains("应当回避");
        withdrawn("zhao");
        assertThat(suspended("zhao", id).toString())
                .as("before anybody was told")
                .contains("应当回避");
        assertThat(ok(as("ren").get("/api/matters/" + id))
                        .body()
                        .path("keepsOut")
                        .toString())
                .contains("测试员zhao", "撤了申报", "监督岗决定")
                .doesNotContain("赵");
        watch.sweep();
        assertThat(watch.sweep()).isZero();
        assertThat(alerts("zhendu")).contains("测试员zhao撤了利害关系申报", "直到您决定").doesNotContain("赵亲家");
        assertThat(alerts("du")).contains("测试员zhao撤了利害关系申报");
        assertThat(alerts("ren")).doesNotContain("测试员zhao撤了");
        var given = as("ren").move(id, "assign", Map.of("post", colleagues.desk("zhao"), "reason", "再给他"));
        assertThat(given.toString()).as("nor is it given back").contains("利害关系");
        var officer = colleagues.person("zhao");
        var decided = Map.of("officer", officer, "explained", "号码抄错了，不是亲家", "reason", "没有利害关系", "article", "本地回避规定第三条");
        assertThat(as("zhao").move(id, "readmit", decided).status()).isIn(403, 409);
        ok(as("zhendu").move(id, "readmit", decided));
        ok(suspended("zhao", id));
        assertThat(ok(as("ren").get("/api/matters/" + id)).body().path("keepsOut"))
                .isEmpty();
        watch.sweep();
        assertThat(verification.verify(List.of()).faults()).isEmpty();
    }

    @Test
    void whatIsTakenBackStopsNothingThatCameLaterAndNothingThatHadEnded() {
        var phone = phone();
        var before = atWork("sun", "孙邻居", phone);
        declared("sun", "孙邻居", phone);
        withdrawn("sun");
        var after = atWork("sun", "孙邻居", phone);
        assertThat(suspended("sun", before).toString()).contains("应当回避");
        ok(suspended("sun", after));
        declared("sun", "孙邻居", phone);
        assertThat(as("sun").move(after, "resume", Map.of("reason", "出院了")).toString())
                .contains("应当回避");
        withdrawn("sun");
        assertThat(as("sun").move(after, "resume", Map.of("reason", "出院了")).toString())
                .as("declared anew and taken back anew")
                .contains("应当回避");
    }

    @Test
    void whatWasDecidedBeforeItWasTakenBackStands() {
        var phone = phone();
        var id = atWork("wu", "吴房东", phone);
        declared("wu", "吴房东", phone);
        ok(as("du").move(
                        id,
                        "readmit",
                        Map.of(
                                "officer",
                                colleagues.person("wu"),
                                "explained",
                                "早没有来往",
                                "reason",
                                "没有利害关系",
                                "article",
                                "本地回避规定第三条")));
        withdrawn("wu");
        ok(suspended("wu", id));
        watch.sweep();
        assertThat(alerts("du")).doesNotContain("测试员wu撤了");
    }

    @Test
    void whereNobodyElseHandsOutTheLevelAboveIsTold() {
        var phone = phone();
        var id = ok(as("ren").post("/api/scenes/disputes", DisputeForms.brought("鸡吃了菜", "罗独人", phone)))
                .text("matter.id");
        ok(as("ren").move(id, "register", DisputeForms.calm()));
        var village = colleagues.county().office("village").id().toString();
        ok(as("ren")
                .move(
                        id,
                        "route",
                        Map.of("area", County.VILLAGE, "category", "NEIGHBOUR", "agency", village, "reason", "就近")));
        ok(as("lone").move(id, "accept", Map.of()));
        declared("lone", "罗独人", phone);
        assertThat(watch.sweep()).isEqualTo(2);
        assertThat(alerts("zhendu")).contains("测试员lone应当回避");
    }

    @Test
    void aNameInCommonStopsNobodyAndWhoIsNotAtWorkIsNoAlert() {
        ok(as("tao").post("/api/account/interests", Map.of("kind", "KIN", "name", "陶同名")));
        var id = atWork("hua", "陶同名", phone());
        ok(as("ren")
                .move(id, "assign", Map.of("post", colleagues.desk("tao"), "reason", "换人", "checked", "看过证件不是一个人")));
        ok(suspended("tao", id));
        var phone = phone();
        var other = atWork("hua", "陶近邻", phone);
        declared("tao", "陶近邻", phone);
        assertThat(ok(as("ren").get("/api/matters/" + other)).body().path("keepsOut"))
                .isEmpty();
        watch.sweep();
        assertThat(alerts("ren")).doesNotContain("测试员tao");
    }
}
