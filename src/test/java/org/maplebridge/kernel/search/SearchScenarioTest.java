package org.maplebridge.kernel.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maplebridge.fixtures.Colleagues.ok;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.Colleagues;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.Parcels;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.access.Throttle;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// One box finds what whoever asks may open, in all the ways people remember it, and nothing else; through HTTP.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchScenarioTest {

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

    private Colleagues colleagues = new Colleagues(new County(transactions, offices, access), 0);
    private String police = "";

    @BeforeAll
    void found() {
        colleagues = new Colleagues(new County(transactions, offices, access).founded(), port)
                .join("ren", "town", "disputes.dispatcher", "disputes.mediator")
                .join("tong", "town", "disputes.dispatcher", "disputes.mediator")
                .join("lin", "otherTown", "disputes.dispatcher")
                .join("jing", "police", "assists.helper")
                .join("jian", "county", "kernel.supervisor");
        police = colleagues.county().office("police").id().toString();
    }

    @BeforeEach
    void another() {
        throttle.forget();
    }

    private Wire as(String login) {
        return colleagues.as(login);
    }

    private Wire.Answer opened(String words, String phone) {
        return ok(as("ren").post("/api/scenes/disputes", DisputeForms.brought(words, "周小梅", phone)));
    }

    private Wire.Answer searched(String login, String words) {
        return as(login).get("/api/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
    }

    private List<String> hits(String login, String kind, String words) {
        return ok(searched(login, words))
                .body()
                .path("groups")
                .valueStream()
                .filter(group -> group.path("kind").asString("").equals(kind))
                .flatMap(group -> group.path("hits").valueStream())
                .map(hit -> hit.path("title").asString(""))
                .toList();
    }

    @Test
    void aMatterIsFoundByWordsOfItsTitleAndPlaceByInitialsAndByTheEndOfItsCode() {
        var title = "两家为晒谷场的石磨吵起来";
        var matter = opened(title, "13800001001");
        var code = matter.text("code");
        for (var words : List.of(
                "石磨",
                "晒谷场的石磨",
                "白龙桥 石磨",
                "sgcdsm",
                "blq smcql",
                "lj wsgc",
                code,
                code.substring(5).toLowerCase(Locale.ROOT))) {
            assertThat(hits("ren", "MATTER", words)).as(words).contains(title);
        }
        for (var words : List.of("磨石", "石磨 青蛙", "smsgc", code.substring(0, 5) + "22222")) {
            assertThat(hits("ren", "MATTER", words)).as(words).doesNotContain(title);
        }
    }

    @Test
    void whatIsHiddenAndWhatIsNotThereLookTheSame() {
        var title = "渡口的缆绳谁来换";
        var code = opened(title, "13800001002").text("code");
        assertThat(hits("jian", "MATTER", "dkdls")).containsExactly(title);
        for (var words : List.of("缆绳", "dkdls", code, "渡口")) {
            assertThat(searched("lin", words).raw().body())
                    .as(words)
                    .isEqualTo(searched("lin", "没有这样的事").raw().body());
        }
    }

    @Test
    void whoeverKeepsOutOfAMatterFindsItNoMore() {
        var title = "纸鸢挂坏了屋檐";
        var matter = opened(title, "13800001003").text("matter.id");
        assertThat(hits("tong", "MATTER", "纸鸢")).containsExactly(title);
        ok(as("tong").move(matter, "recuse", Map.of("ground", "KIN", "reason", "申请人是我表姐")));
        assertThat(hits("tong", "MATTER", "纸鸢")).isEmpty();
        assertThat(hits("ren", "MATTER", "纸鸢")).containsExactly(title);
    }

    @Test
    void aNameThatOnlyTheOfficeInChargeIsToldIsFoundByNobodyElse() {
        var matter = opened("鱼塘的增氧机停了", "13800001004").text("matter.id");
        joinedByThePolice(matter);
        var picture = Parcels.picture("增氧机");
        var said = Parcels.photo("孙某某化验报告.png", picture);
        said.put("matter", matter);
        ok(Parcels.add(as("ren"), "/api/files", said, picture));
        for (var login : List.of("ren", "jing", "jian")) {
            assertThat(hits(login, "FILE", "化验报告")).as(login).containsExactly("孙某某化验报告.png");
        }
        assertThat(hits("lin", "FILE", "化验报告")).isEmpty();
        ok(as("ren").move(matter, "restrict-file", Map.of("no", 1, "reason", "化验单上有病名")));
        assertThat(hits("ren", "FILE", "化验 报告")).containsExactly("孙某某化验报告.png");
        for (var login : List.of("jing", "jian")) {
            assertThat(hits(login, "FILE", "化验报告")).as(login).isEmpty();
        }
    }

    private void joinedByThePolice(String matter) {
        var ren = as("ren");
        var town = ren.get("/api/matters/" + matter).text("agency.id");
        ok(ren.move(matter, "register", DisputeForms.calm()));
        ok(ren.move(
                matter, "route", Map.of("area", County.TOWN, "category", "NEIGHBOUR", "agency", town, "reason", "就近")));
        ok(ren.move(matter, "accept", Map.of()));
        ok(ren.move(matter, "begin", Map.of("willing", "BOTH", "informed", true)));
        ok(ren.move(matter, "invite", Map.of("force", "POLICE", "agency", police, "what", "请到场看看")));
    }

    @Test
    void aReceiptLeadsToItsMatterForThoseWhoSeeIt() {
        var title = "石阶松了没人管";
        var receipt = opened(title, "13800001005").text("receipt.receiptCode");
        assertThat(hits("ren", "RECEIPT", receipt.toLowerCase(Locale.ROOT))).containsExactly(title);
        assertThat(hits("lin", "RECEIPT", receipt)).isEmpty();
    }

    @Test
    void anArticleLeadsToTheNumbersThatCiteIt() {
        var found = ok(searched("lin", "个保法 13"));
        assertThat(hits("lin", "LAW", "人民调解法")).isNotEmpty();
        assertThat(found.body().path("groups")).isEmpty();
    }

    @Test
    void aNumberOfAPersonIsNotLookedForInAnAddress() {
        assertThat(searched("ren", "138 0000 1005").status()).isEqualTo(422);
        assertThat(searched("ren", "330702199003071234").toString()).contains("先说明用途");
    }

    @Test
    void whoeverSearchesWithoutAnEndIsAskedToWait() {
        int status = 200;
        for (int i = 0; i < 70 && status == 200; i++) {
            status = searched("jing", "没有这样的事").status();
        }
        assertThat(status).isEqualTo(429);
    }
}
