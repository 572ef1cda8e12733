package org.maplebridge.kernel.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maplebridge.fixtures.Colleagues.ok;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.Colleagues;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.access.Throttle;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// People are found for a purpose only, masked, by whoever reaches a matter of theirs; that they were looked for is
/// kept
/// and they can read it. Through HTTP.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersonSearchScenarioTest {

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    @Autowired
    Throttle throttle;

    @Autowired
    PersonSignsFilling filling;

    @Autowired
    JdbcClient db;

    private Colleagues colleagues = new Colleagues(new County(transactions, offices, access), 0);
    private String town = "";

    @BeforeAll
    void found() {
        colleagues = new Colleagues(new County(transactions, offices, access).founded(), port)
                .join("ren", "town", "disputes.dispatcher", "disputes.mediator")
                .join("tong", "town", "disputes.dispatcher", "disputes.mediator")
                .join("lin", "otherTown", "disputes.dispatcher")
                .join("kan", "town", "stretch.custody.officer")
                .join("jian", "county", "kernel.supervisor");
        town = colleagues.county().office("town").id().toString();
    }

    @BeforeEach
    void another() {
        throttle.forget();
    }

    private Wire as(String login) {
        return colleagues.as(login);
    }

    private Wire.Answer opened(String name, String phone) {
        var opened = ok(as("ren").post("/api/scenes/disputes", DisputeForms.brought("两家为一口井吵", name, phone)));
        filling.fill();
        return opened;
    }

    private Wire.Answer searched(String login, String words, String purpose, String note) {
        throttle.forget();
        return as(login).post("/api/search/people", Map.of("q", words, "purpose", purpose, "note", note));
    }

    private List<String> matters(String login, String words) {
        var answer = ok(searched(login, words, login.equals("jian") ? "supervise" : "contact", "核对来访记录"));
        return answer.body()
                .path("people")
                .valueStream()
                .flatMap(person -> person.path("matters").valueStream())
                .map(matter -> matter.path("matter").asString(""))
                .toList();
    }

    @Test
    void somebodyIsFoundByNameInitialsLastDigitsAndNumberAndShownMasked() {
        var id = opened("单红梅", "13811112468").text("matter.id");
        for (var words : List.of("单红梅", "shm", "DHM", "2468", "13811112468", "138 1111 2468", "１３８１１１１２４６８")) {
            var answer = ok(searched("ren", words, "contact", ""));
            assertThat(answer.toString()).as(words).contains(id, "单*梅", "138****2468");
            assertThat(answer.toString()).as(words).doesNotContain("单红梅", "13811112468");
        }
        for (var words : List.of("单红", "hm", "4680", "13811112469")) {
            assertThat(matters("ren", words)).as(words).doesNotContain(id);
        }
    }

    @Test
    void thatSomebodyWasLookedForIsKeptAndTheyReadIt() {
        var opened = opened("卜小满", "13811113579");
        var id = opened.text("matter.id");
        assertThat(matters("ren", "卜小满")).containsExactly(id);
        var looks = ok(as("ren").get("/api/matters/" + id + "/looks")).body();
        assertThat(looks.path("items")).hasSize(1);
        assertThat(looks.at("/items/0/note").asString("")).isEqualTo("按姓名查找：核对来访记录");
        var own = ok(new Wire(port).post("/api/public/own", Map.of("code", opened.text("code"), "phoneLast4", "3579")));
        assertThat(own.body().path("looked").toString()).contains("联系当事人", "town办公室", "姓名");
        assertThat(own.toString()).doesNotContain("测试员ren", "核对来访记录");
        assertThat(matters("jian", "bxm")).containsExactly(id);
        assertThat(ok(as("jian").get("/api/matters/" + id + "/looks")).body().path("items"))
                .hasSize(2);
    }

    @Test
    void whoeverReachesNoneOfTheirMattersFindsNobodyAndNothingIsKept() {
        var id = opened("戚小舟", "13811114680").text("matter.id");
        for (var words : List.of("戚小舟", "qxz", "4680", "13811114680")) {
            assertThat(searched("lin", words, "contact", "").raw().body())
                    .as(words)
                    .isEqualTo(searched("lin", "没有这个人", "contact", "").raw().body());
        }
        ok(as("tong").move(id, "recuse", Map.of("ground", "KIN", "reason", "申请人是我表姐")));
        assertThat(matters("tong", "戚小舟")).isEmpty();
        assertThat(ok(as("ren").get("/api/matters/" + id + "/looks")).body().path("items"))
                .isEmpty();
    }

    @Test
    void nobodyIsFoundFromOneSecrecyDomainInAnother() {
        var dispute = opened("郁离离", "13811115791").text("matter.id");
        var sealed = ok(as("kan")
                        .post(
                                "/api/scenes/stretch.custody",
                                Map.of("name", "郁离离", "phone", "13811115791", "area", County.TOWN, "agency", town)))
                .text("matter.id");
        filling.fill();
        for (var words : List.of("郁离离", "yll", "5791", "13811115791")) {
            assertThat(matters("ren", words)).as(words).containsExactly(dispute);
            assertThat(matters("kan", words)).as(words).containsExactly(sealed);
        }
    }

    @Test
    void withoutAPurposeOfTheirsNobodyIsLookedFor() {
        opened("井小田", "13811116802");
        assertThat(searched("ren", "井小田", "", "").text("rule")).isEqualTo("people.purpose");
        assertThat(searched("ren", "井小田", "supervise", "看看").status()).isEqualTo(403);
        assertThat(searched("ren", "井小田", "danger", " ").toString()).contains("写明是什么情况");
        assertThat(searched("ren", "井", "contact", "").toString()).contains("请写全名");
        assertThat(searched("ren", "12", "contact", "").toString()).contains("请写全名");
        assertThat(ok(as("ren").get("/api/search/purposes")).body().findValuesAsString("code"))
                .contains("contact", "danger")
                .doesNotContain("supervise");
    }

    @Test
    void whoeverAsksAgainAndAgainIsAskedToWait() {
        int status = 200;
        for (int i = 0; i < 8 && status == 200; i++) {
            status = as("kan")
                    .post("/api/search/people", Map.of("q", "没有这个人", "purpose", "contact"))
                    .status();
        }
        assertThat(status).isEqualTo(429);
    }

    /// What was put right, or sealed under another key, is worked out anew.
    @Test
    void whatHasChangedIsFilledInAgain() {
        opened("岑小禾", "13811117913");
        var job = org.maplebridge.kernel.ground.Scope.job("test");
        assertThat(filling.fill()).isZero();
        transactions.run(
                job,
                work -> db.sql("update people.persona set phone = null, phone_shown = null where shown = '岑*禾'")
                        .update());
        assertThat(filling.fill()).isEqualTo(1);
        assertThat(matters("ren", "7913")).isEmpty();
        assertThat(matters("ren", "cxh")).hasSize(1);
    }
}
