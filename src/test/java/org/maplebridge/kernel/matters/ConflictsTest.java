package org.maplebridge.kernel.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.IdNumbers;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.trail.Verification;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whoever has an interest in a matter is not given it; whoever only has a name in common with somebody is.
@MapleTest
class ConflictsTest {

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

    @Autowired
    JdbcClient db;

    private static Optional<County> founded = Optional.empty();
    private static final Map<String, UUID> POSTS = new HashMap<>();
    private static int phones = 4100;

    private County county = new County(transactions, offices, access);

    @BeforeEach
    void found() {
        county = founded.orElseGet(() -> {
            var made = new County(transactions, offices, access).founded();
            for (var who : List.of("ren", "hua", "min", "qin", "tao", "lan", "wei", "ping")) {
                POSTS.put(who, made.officer(who, "town", "disputes.dispatcher", "disputes.mediator"));
            }
            return made;
        });
        founded = Optional.of(county);
    }

    private Wire as(String login) {
        return new Wire(port).as(login);
    }

    private static String phone() {
        return "1380000" + phones++;
    }

    private String dispute(String applicant, String phone) {
        return dispute(applicant, phone, "石开");
    }

    private String dispute(String applicant, String phone, String respondent) {
        var said = new HashMap<String, Object>(DisputeForms.brought("院墙越界，争了两年", applicant, phone));
        said.put("respondent", respondent);
        var answer = as("ren").post("/api/scenes/disputes", said);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.text("matter.id");
    }

    private void declared(String who, Map<String, String> said) {
        var answer = as(who).post("/api/account/interests", said);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    private Wire.Answer assigned(String matter, String to) {
        return as("ren")
                .move(matter, "assign", Map.of("post", POSTS.getOrDefault(to, UUID.randomUUID()), "reason", "按分工"));
    }

    private Wire.Answer checked(String matter, String to) {
        return as("ren")
                .move(
                        matter,
                        "assign",
                        Map.of(
                                "post",
                                POSTS.getOrDefault(to, UUID.randomUUID()),
                                "reason",
                                "按分工",
                                "checked",
                                "当面问过，看了证件，不是一个人"));
    }

    @Test
    void whoDeclaredARelativeByPhoneIsNotGivenTheirMatterAndNobodyLearnsWhatWasDeclared() {
        var phone = phone();
        declared("hua", Map.of("kind", "KIN", "name", "贺表哥", "phone", phone));
        var matter = dispute("贺表哥", phone);
        var refused = checked(matter, "hua");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("fields").toString())
                .contains("post", "测试员hua", "本人申报过利害关系", "请换别人")
                .doesNotContain("表哥", "亲属", phone);
        assertThat(refused.text("rule")).isEqualTo("matters.interest");
        assertThat(refused.text("article")).contains("人民调解法第十五条");
        assertThat(assigned(matter, "ping").status()).isEqualTo(200);
        assertThat(as("min").get("/api/account/interests").body().path("items").size())
                .isZero();
        assertThat(as("hua").get("/api/account/interests").body().toString())
                .contains("贺表哥", "****")
                .doesNotContain(phone);
        int read = transactions.run(
                county.actor("min").scope(),
                work -> db.sql("select count(*) from people.interest")
                        .query(Integer.class)
                        .single());
        assertThat(read).isZero();
    }

    @Test
    void whoIsAPartyThemselvesIsKnownByTheirOwnNumber() {
        var number = IdNumbers.of(LocalDate.of(1980, 3, 4), 17);
        declared("min", Map.of("kind", "SELF", "number", number));
        var matter = dispute("闵某", phone());
        assertThat(assigned(matter, "min").status()).isEqualTo(200);
        assertThat(as("ren")
                        .move(matter, "assign", Map.of("post", POSTS.get("ping"), "reason", "换人"))
                        .status())
                .isEqualTo(200);
        var known = as("ren")
                .move(
                        matter,
                        "identify",
                        Map.of("party", 1, "kind", "ID_NUMBER", "value", number, "checked", "DOCUMENT"));
        assertThat(known.status()).as(known.toString()).isEqualTo(200);
        assertThat(assigned(matter, "min").body().path("fields").toString()).contains("本人就是当事人");
    }

    @Test
    void twoPeopleOfOneNameAreNotRefusedButSomebodySaysHowTheyChecked() {
        var matter = dispute("测试员qin", phone());
        var asked = assigned(matter, "qin");
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.body().path("fields").toString()).contains("checked", "只是同名", "核实情况");
        assertThat(checked(matter, "qin").status()).isEqualTo(200);
        assertThat(as("ren").get("/api/matters/" + matter + "/trail").body().toString())
                .contains("核实情况", "看了证件，不是一个人");
        assertThat(verification.verify(List.of()).faults()).isEmpty();
    }

    @Test
    void aDeclaredNameWithoutANumberIsAQuestionAndWithAnotherNumberIsNothing() {
        declared("tao", Map.of("kind", "KIN", "name", "丁同名"));
        var matter = dispute("丁同名", phone());
        var asked = assigned(matter, "tao");
        assertThat(asked.body().path("fields").toString()).contains("checked").doesNotContain("丁同名");
        assertThat(checked(matter, "tao").status()).isEqualTo(200);

        declared("lan", Map.of("kind", "KIN", "name", "丁有证", "number", IdNumbers.of(LocalDate.of(1970, 5, 6), 21)));
        var other = dispute("丁有证", phone());
        as("ren")
                .move(
                        other,
                        "identify",
                        Map.of(
                                "party",
                                1,
                                "kind",
                                "ID_NUMBER",
                                "value",
                                IdNumbers.of(LocalDate.of(1991, 7, 8), 33),
                                "checked",
                                "DOCUMENT"));
        assertThat(assigned(other, "lan").status()).isEqualTo(200);
    }

    @Test
    void theOneWhoTakesItThemselvesOrLeadsASessionIsStoppedTooAlsoAfterTakingTheDeclarationBack() {
        var phone = phone();
        declared("wei", Map.of("kind", "OTHER", "name", "旧房东", "phone", phone));
        var matter = dispute("旧房东", phone);
        var task = as("wei")
                .get("/api/inbox?limit=200")
                .body()
                .path("items")
                .valueStream()
                .filter(row -> row.at("/matter/id").asString("").equals(matter))
                .map(row -> row.at("/task/id").asString(""))
                .findFirst()
                .orElseThrow();
        var claim = as("wei").post("/api/tasks/" + task + "/claim", Map.of());
        assertThat(claim.status()).isEqualTo(409);
        assertThat(claim.text("next")).contains("自行回避");
        var session = as("ren")
                .move(
                        matter,
                        "arrange",
                        Map.of(
                                "kind",
                                "SESSION",
                                "starts",
                                "2026-12-01T09:00:00+08:00",
                                "ends",
                                "2026-12-01T10:00:00+08:00",
                                "place",
                                "村委会",
                                "open",
                                false,
                                "host",
                                county.actor("wei").person().toString()));
        assertThat(session.status()).isEqualTo(422);
        var mine =
                as("wei").get("/api/account/interests").body().at("/items/0/id").asString("");
        assertThat(as("hua").delete("/api/account/interests/" + mine).status()).isEqualTo(404);
        assertThat(as("wei").delete("/api/account/interests/" + mine).status()).isEqualTo(204);
        assertThat(as("wei").post("/api/tasks/" + task + "/claim", Map.of()).status())
                .isEqualTo(409);
    }

    @Test
    void anOfficeThatIsAPartyItselfIsNotGivenTheMatter() {
        var matter = dispute("房东老梁", phone(), "village办公室");
        assertThat(as("ren").move(matter, "register", DisputeForms.calm()).status())
                .isEqualTo(200);
        var said = Map.of(
                "area",
                County.VILLAGE,
                "category",
                "NEIGHBOUR",
                "agency",
                county.office("village").id().toString(),
                "reason",
                "就近");
        var refused = as("ren").move(matter, "route", said);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("fields").toString()).contains("agency", "自己就是当事人");
    }

    @Test
    void whoOnceHadADisputeWithThePartyIsAskedAbout() {
        var own = phone();
        var theirs = phone();
        declared("ping", Map.of("kind", "SELF", "phone", own));
        var old = dispute("岳某", theirs, "平某");
        var known = as("ren")
                .move(old, "identify", Map.of("party", 2, "kind", "PHONE", "value", own, "checked", "NOT_YET"));
        assertThat(known.status()).as(known.toString()).isEqualTo(200);
        var matter = dispute("岳某", theirs);
        var asked = assigned(matter, "ping");
        assertThat(asked.status()).as(asked.toString()).isEqualTo(422);
        assertThat(asked.body().path("fields").toString()).contains("checked", "以前有过纠纷");
        assertThat(checked(matter, "ping").status()).isEqualTo(200);
    }

    @Test
    void whatIsDeclaredSaysWhatIsMissing() {
        assertThat(as("hua")
                        .post("/api/account/interests", Map.of())
                        .body()
                        .path("fields")
                        .toString())
                .contains("kind");
        assertThat(as("hua")
                        .post("/api/account/interests", Map.of("kind", "SELF"))
                        .body()
                        .path("fields")
                        .toString())
                .contains("phone");
        var wrong = Map.of("kind", "COMPANY", "name", "某公司", "phone", "12", "number", "123");
        assertThat(as("hua")
                        .post("/api/account/interests", wrong)
                        .body()
                        .path("fields")
                        .toString())
                .contains("phone", "number");
        int kept = transactions.run(
                Scope.job("test"),
                work -> db.sql("select count(*) from people.interest where kind = 'COMPANY'")
                        .query(Integer.class)
                        .single());
        assertThat(kept).isZero();
    }
}
