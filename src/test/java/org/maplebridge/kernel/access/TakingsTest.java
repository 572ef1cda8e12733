package org.maplebridge.kernel.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.Colleagues;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Who took what out and who looked for people is on record, for themselves and for those who supervise their office.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TakingsTest {

    private static final int MUCH = 20_001;

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    @Autowired
    Takings takings;

    @Autowired
    JdbcClient db;

    private Colleagues colleagues = new Colleagues(new County(transactions, offices, access), 0);

    @BeforeAll
    void found() {
        colleagues = new Colleagues(new County(transactions, offices, access).founded(), port)
                .mediators("town", "ren", "hua", "min", "qin")
                .join("zhendu", "town", "kernel.supervisor")
                .join("du", "county", "kernel.supervisor")
                .join("lindu", "otherTown", "kernel.supervisor");
        as("ren").post("/api/scenes/disputes", DisputeForms.brought("院墙越界", "贺后来", "13810006001"));
    }

    private Wire as(String login) {
        return colleagues.as(login);
    }

    private List<JsonNode> taken(String login, String asked) {
        var answer = as(login).get("/api/takings" + asked);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.body().path("items").valueStream().toList();
    }

    private void exports(String login, int rows) {
        var actor = colleagues.county().actor(login);
        transactions.run(actor.scope(), work -> {
            takings.book(work, actor, new Takings.Book("事项清单", "没有筛选", List.of("编号")), rows);
            return true;
        });
    }

    private String alerts(String login) {
        return as(login).get("/api/alerts?limit=100").body().path("items").toString();
    }

    @Test
    void whoeverTakesAListOutIsOnRecordForThemselvesAndTheirSupervisors() {
        assertThat(as("hua")
                        .get("/api/matters/book?cols=due,parties&open=true&q=%E8%B4%BA%E5%90%8E%E6%9D%A5")
                        .status())
                .isEqualTo(200);
        var own = taken("hua", "").getFirst();
        assertThat(own.path("what").asString("")).isEqualTo("事项清单");
        assertThat(own.path("filters").asString("")).contains("含某个词", "还没办完").doesNotContain("贺");
        assertThat(own.path("columns").toString()).contains("当事人", "法定期限").doesNotContain("激化度");
        assertThat(own.path("rows").asInt(-1)).isZero();
        assertThat(own.path("own").asBoolean()).isTrue();
        for (String supervisor : List.of("zhendu", "du")) {
            assertThat(taken(supervisor, "").toString()).as(supervisor).contains("测试员hua", "事项清单");
            assertThat(taken(supervisor, "?own=true")).isEmpty();
        }
        assertThat(taken("min", "")).isEmpty();
        assertThat(taken("lindu", "").toString()).doesNotContain("测试员hua");
    }

    @Test
    void aSearchThatFindsNobodyIsOnRecordWithoutItsWords() {
        var asked = Map.of("q", "司马无此人", "purpose", "contact");
        assertThat(as("min").post("/api/search/people", asked).status()).isEqualTo(200);
        var line = taken("zhendu", "").stream()
                .filter(each -> each.path("who").asString("").equals("测试员min"))
                .findFirst()
                .orElseThrow();
        assertThat(line.path("kind").asString("")).isEqualTo("SEARCH");
        assertThat(line.path("what").asString("")).isEqualTo("按姓名");
        assertThat(line.path("purpose").asString("")).isNotEmpty();
        assertThat(line.path("rows").asInt(-1)).isZero();
        assertThat(line.toString()).doesNotContain("司马");
        assertThat(as("min")
                        .post("/api/search/people", Map.of("q", "贺后来", "purpose", "contact"))
                        .status())
                .isEqualTo(200);
        assertThat(taken("min", "?own=true").getFirst().path("rows").asInt(-1)).isEqualTo(1);
        int before = taken("min", "").size();
        assertThat(as("min").post("/api/search/people", Map.of("q", "贺后来")).status())
                .isEqualTo(422);
        assertThat(taken("min", "")).as("what was refused showed nothing").hasSize(before);
    }

    @Test
    void whoTakesOutUnusuallyMuchIsToldToTheirSupervisorsOnceADay() {
        exports("qin", MUCH - 1);
        assertThat(alerts("zhendu")).doesNotContain("测试员qin");
        exports("qin", 1);
        exports("qin", MUCH);
        assertThat(alerts("zhendu").split("测试员qin", -1)).hasSize(2);
        assertThat(alerts("zhendu")).contains("UNUSUAL_TAKING", "/desk/takings", "今天导出了 20001 行");
        assertThat(alerts("du")).contains("测试员qin");
        assertThat(alerts("qin")).doesNotContain("UNUSUAL_TAKING");
        assertThat(alerts("lindu")).doesNotContain("测试员qin");
    }

    @Test
    void whoOftenLooksForPeopleInVainIsToldToo() {
        for (int at = 0; at <= 20; at++) {
            var actor = colleagues.county().actor("ren");
            transactions.run(actor.scope(), work -> {
                takings.searched(work, actor, "按姓名", "联系当事人", 0, 20);
                return true;
            });
        }
        assertThat(alerts("zhendu")).contains("测试员ren", "找人 21 次都没有找到");
    }

    @Test
    void aLineIsNeitherChangedNorTakenAwayNorWrittenForAnother() {
        exports("hua", 3);
        var actor = colleagues.county().actor("hua");
        for (String sql : List.of(
                "update access.taking set rows = 0",
                "delete from access.taking",
                "insert into access.taking (id, at, person, name, office, units, kind, what, filters, columns)"
                        + " values (gen_random_uuid(), now(), '" + UUID.randomUUID()
                        + "', '', '', '{}', 'BOOK', '', '', '{}')")) {
            assertThatThrownBy(() ->
                            transactions.run(actor.scope(), work -> db.sql(sql).update()))
                    .as(sql)
                    .isInstanceOf(DataAccessException.class);
        }
        var id = UUID.fromString(taken("hua", "?own=true").getFirst().path("id").asString(""));
        transactions.run(actor.scope(), work -> {
            takings.sent(work, actor, id, 0);
            return true;
        });
        assertThat(taken("hua", "?own=true").getFirst().path("rows").asInt(-1)).isEqualTo(3);
    }

    @Test
    void itIsReadPageByPage() {
        for (int no = 0; no < 3; no++) {
            exports("hua", no);
        }
        var first = as("hua").get("/api/takings?own=true&limit=2").body();
        assertThat(first.path("items")).hasSize(2);
        var next = taken("hua", "?own=true&limit=2&after=" + first.path("next").asString(""));
        assertThat(next.getFirst().path("id").asString(""))
                .isLessThan(first.at("/items/1/id").asString(""));
        assertThat(as("hua").get("/api/takings?after=x").status()).isEqualTo(422);
    }
}
