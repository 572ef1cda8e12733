package org.maplebridge.scenes.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.trail.Verification;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What nobody may do alone, told through HTTP.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrdersScenarioTest {

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    @Autowired
    OrdersCarrying carrying;

    @Autowired
    Verification verification;

    @Autowired
    JdbcClient db;

    private final Map<String, Wire> people = new HashMap<>();
    private String county = "";

    @BeforeAll
    void found() {
        var founded = new County(transactions, offices, access).founded();
        founded.officer("ren", "town", "disputes.dispatcher", "disputes.mediator", "orders.asker");
        founded.officer("lin", "otherTown", "disputes.dispatcher", "orders.asker");
        founded.officer(
                "fa", "county", "kernel.legal-officer", "disputes.dispatcher", "orders.asker", "orders.decider");
        founded.officer("jian", "county", "kernel.supervisor", "orders.decider");
        county = founded.office("county").id().toString();
        List.of("ren", "lin", "fa", "jian").forEach(login -> people.put(login, new Wire(port).as(login)));
    }

    private Wire as(String login) {
        return java.util.Objects.requireNonNull(people.get(login));
    }

    private record Opened(String id, String code) {}

    private Opened dispute(String name, String phone) {
        var answer = as("ren").post("/api/scenes/disputes", DisputeForms.brought("树枝伸过了墙", name, phone));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return new Opened(answer.text("matter.id"), answer.text("code"));
    }

    private Wire.Answer asked(String login, String kind, String code, Map<String, ?> more) {
        var said = new HashMap<String, Object>(more);
        said.put("kind", kind);
        said.put("code", code);
        said.put("decider", county);
        said.put("article", "个人信息保护法第四十七条");
        said.put("reason", "保存期限已满，继续保存没有必要");
        return as(login).post("/api/scenes/orders", said);
    }

    private String order(String login, String kind, String code, Map<String, ?> more) {
        var answer = asked(login, kind, code, more);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.text("matter.id");
    }

    private Wire.Answer approve(String login, String order) {
        return as(login).move(order, "approve", Map.of("opinion", "同意"));
    }

    private String stage(String login, String matter) {
        return as(login).get("/api/matters/" + matter).text("stage");
    }

    @Test
    void nobodyDecidesOnWhatTheyHaveAskedFor() {
        var dispute = dispute("周小梅", "13800005678");
        var order = order("fa", "ERASE", dispute.code(), Map.of());
        var own = approve("fa", order);
        assertThat(own.status()).isEqualTo(409);
        assertThat(own.text("detail")).contains("另一个人");
        assertThat(own.text("article")).isEqualTo("个人信息保护法第五十一条");
        var moves = as("fa").get("/api/matters/" + order + "/moves").body();
        assertThat(moves.path("can").findValuesAsString("verb")).doesNotContain("approve", "refuse");
        assertThat(moves.path("cannot").toString()).contains("自己申请的事");
        assertThat(as("jian")
                        .get("/api/matters/" + order + "/moves")
                        .body()
                        .path("can")
                        .findValuesAsString("verb"))
                .contains("approve", "refuse");
        var refused = as("jian").move(order, "refuse", Map.of("opinion", "还没有办结"));
        assertThat(refused.status()).as(refused.toString()).isEqualTo(200);
        assertThat(stage("fa", order)).isEqualTo("REFUSED");
    }

    @Test
    void eachKindAsksForWhatItNeeds() {
        var dispute = dispute("周小菊", "13800005670");
        assertThat(missing(asked("ren", "SPLIT", dispute.code(), Map.of()))).containsExactly("party");
        assertThat(missing(asked("ren", "MERGE", dispute.code(), Map.of("party", 1))))
                .containsExactly("otherCode", "otherParty");
        assertThat(missing(asked("ren", "LINK", dispute.code(), Map.of("party", 1))))
                .containsExactly("domain");
        assertThat(missing(asked("ren", "OPEN_UP", dispute.code(), Map.of()))).containsExactly("hours");
        assertThat(asked("ren", "ERASE", dispute.code(), Map.of()).status()).isEqualTo(201);
    }

    private static List<String> missing(Wire.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        return answer.body().path("fields").findValuesAsString("name");
    }

    private String searched(String name) {
        return as("ren")
                .post("/api/search/people", Map.of("q", name, "purpose", "contact"))
                .toString();
    }

    @Test
    void whatTwoPeopleAgreeOnIsDestroyedAndTheAskerReadsTheOutcome() {
        var dispute = dispute("独孤小甲", "13855556666");
        assertThat(searched("独孤小甲")).contains(dispute.id());
        as("ren").move(dispute.id(), "divert", Map.of("to", "LITIGATION", "reason", "双方要走诉讼", "informed", true));
        var order = order("ren", "ERASE", dispute.code(), Map.of());
        assertThat(as("ren").get("/api/matters/" + order).text("stageTitle")).isEqualTo("待决定");
        assertThat(approve("jian", order).status()).isEqualTo(200);
        carrying.round();
        assertThat(stage("ren", order)).isEqualTo("DONE");
        assertThat(as("ren").get("/api/matters/" + order).toString()).contains("已销毁内容和密钥");
        assertThat(as("ren").get("/api/matters/" + dispute.id()).text("title")).isEqualTo("（已依令销毁）");
        assertThat(searched("独孤小甲")).doesNotContain(dispute.id());
        var entry =
                as("ren").get("/api/matters/" + dispute.id() + "/trail").body().at("/items/0");
        assertThat(entry.path("verb").asString("")).isEqualTo("erase");
        carrying.round();
        assertThat(verification.verify(List.of()).faults()).isEmpty();
    }

    @Test
    void anOrderIsSeenByWhoAskedAndByTheOfficeThatDecidesOnly() {
        var dispute = dispute("周小梅", "13800005678");
        var order = order("ren", "ERASE", dispute.code(), Map.of());
        assertThat(as("ren").get("/api/matters/" + order).status()).isEqualTo(200);
        assertThat(as("jian").get("/api/matters/" + order).status()).isEqualTo(200);
        assertThat(as("lin").get("/api/matters/" + order).status()).isEqualTo(404);
        assertThat(as("jian").get("/api/inbox").toString()).contains(order);
    }

    @Test
    void whatTheAskerDoesNotSeeCantBeAskedFor() {
        var dispute = dispute("周小梅", "13800005678");
        var unseen = asked("lin", "ERASE", dispute.code(), Map.of());
        assertThat(unseen.status()).isEqualTo(422);
        var nowhere = asked("lin", "ERASE", "ABCDEFGHJK", Map.of());
        assertThat(nowhere.body().at("/fields/0/message").asString("").replace("ABCDEFGHJK", "?"))
                .as("a matter out of sight and none at all are the same")
                .isEqualTo(unseen.body().at("/fields/0/message").asString("").replace(dispute.code(), "?"));
    }

    @Test
    void aSealedRecordIsSeenByItsKeepersOnlyUntilItIsUnsealed() {
        var dispute = dispute("测试少年", "13855557777");
        var page = "/api/matters/" + dispute.id();
        var early = order("ren", "SEAL", dispute.code(), Map.of());
        assertThat(approve("jian", early).status()).isEqualTo(200);
        carrying.round();
        assertThat(as("ren").get("/api/matters/" + early).toString()).contains("没有办成：这件事还没有办结");
        as("ren").move(dispute.id(), "divert", Map.of("to", "LITIGATION", "reason", "双方要走诉讼", "informed", true));
        assertThat(as("ren").get("/api/search?q=" + dispute.code()).toString()).contains(dispute.id());
        var order = order("ren", "SEAL", dispute.code(), Map.of());
        assertThat(approve("jian", order).status()).isEqualTo(200);
        carrying.round();
        assertThat(as("ren").get("/api/matters/" + order).toString()).contains("已封存");
        assertThat(as("ren").get(page).status()).isEqualTo(404);
        assertThat(as("ren").get(page + "/trail").status()).isEqualTo(404);
        assertThat(as("ren").get("/api/matters?limit=100").toString()).doesNotContain(dispute.id());
        assertThat(as("ren").get("/api/search?q=" + dispute.code()).toString()).doesNotContain(dispute.id());
        assertThat(as("jian").get(page).status()).isEqualTo(200);
        var asked = Map.of("code", dispute.code(), "phoneLast4", "7777");
        assertThat(new Wire(port).post("/api/public/progress", asked).status())
                .as("who handled it may know code and digits")
                .isEqualTo(404);
        var twice = order("fa", "SEAL", dispute.code(), Map.of());
        assertThat(approve("jian", twice).status()).isEqualTo(200);
        carrying.round();
        assertThat(as("jian").get("/api/matters/" + twice).toString()).contains("已经封存");
        var again = order("ren", "UNSEAL", dispute.code(), Map.of());
        assertThat(approve("jian", again).status()).isEqualTo(200);
        carrying.round();
        assertThat(as("ren").get(page).status()).isEqualTo(200);
        assertThat(new Wire(port).post("/api/public/progress", asked).status()).isEqualTo(200);
        assertThat(verification.verify(List.of()).faults()).isEmpty();
    }

    @Test
    void inAnEmergencyAMatterIsOpenedForHoursAndTheLookIsReviewedAfterwards() {
        var dispute = dispute("周小梅", "13800005678");
        assertThat(as("lin").get("/api/matters/" + dispute.id()).status()).isEqualTo(404);
        var order = order("lin", "OPEN_UP", dispute.code(), Map.of("hours", 2));
        assertThat(order("lin", "OPEN_UP", "ABCDEFGHJK", Map.of("hours", 2)))
                .as("asking betrays nothing")
                .isNotEmpty();
        assertThat(approve("jian", order).status()).isEqualTo(200);
        carrying.round();
        assertThat(as("lin").get("/api/matters/" + dispute.id()).status()).isEqualTo(200);
        assertThat(as("lin")
                        .post(
                                "/api/matters/" + dispute.id() + "/looks",
                                Map.of("party", 1, "fields", List.of("NAME"), "purpose", "contact"))
                        .status())
                .isEqualTo(403);
        var early = as("jian").move(order, "review", Map.of("justified", true, "words", "理由相符"));
        assertThat(early.status()).isEqualTo(409);
        TestClock.pass(Duration.ofMinutes(121));
        people.put("lin", new Wire(port).as("lin"));
        people.put("jian", new Wire(port).as("jian"));
        people.put("ren", new Wire(port).as("ren"));
        people.put("fa", new Wire(port).as("fa"));
        assertThat(as("lin").get("/api/matters/" + dispute.id()).status()).isEqualTo(404);
        var review = as("jian").move(order, "review", Map.of("justified", true, "words", "理由相符"));
        assertThat(review.status()).as(review.toString()).isEqualTo(200);
        assertThat(stage("lin", order)).isEqualTo("REVIEWED");
    }

    @Test
    void twoPersonsAreMergedAndSplitAgain() {
        var one = dispute("欧阳小乙", "13811112222");
        var other = dispute("欧阳小乙", "13811113333");
        var merge = order("ren", "MERGE", one.code(), Map.of("party", 1, "otherCode", other.code(), "otherParty", 1));
        assertThat(approve("jian", merge).status()).isEqualTo(200);
        carrying.round();
        assertThat(as("ren").get("/api/matters/" + merge).toString()).contains("已办成");
        dispute("欧阳小乙", "13811113333");
        assertThat(personaOf(other)).isNotEqualTo(personaOf(one));
        assertThat(standsFor(personaOf(other))).isEqualTo(personaOf(one));
        var split = order("ren", "SPLIT", other.code(), Map.of("party", 1));
        assertThat(approve("jian", split).status()).isEqualTo(200);
        carrying.round();
        assertThat(standsFor(personaOf(other))).isEqualTo(personaOf(other));
        assertThat(verification.verify(List.of()).faults()).isEmpty();
    }

    private UUID personaOf(Opened opened) {
        return job("select persona from matters.party where no = 1 and matter = '" + opened.id() + "'");
    }

    private UUID standsFor(UUID persona) {
        return job("select coalesce(merged_into, id) from people.persona where id = '" + persona + "'");
    }

    private UUID job(String sql) {
        return transactions.run(
                Scope.job("test"),
                work -> db.sql(sql)
                        .query((row, at) -> row.getObject(1, UUID.class))
                        .single());
    }
}
