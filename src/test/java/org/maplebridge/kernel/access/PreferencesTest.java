package org.maplebridge.kernel.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What somebody wants remembered of their pages: their own alone, short, without numbers of people.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PreferencesTest {

    private static final String ALL = "/api/me/preferences";

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    @Autowired
    JdbcClient db;

    private String leaving = "";

    @BeforeAll
    void found() {
        var county = new County(transactions, offices, access).founded();
        for (String user : List.of("jia", "yi", "bing", "ding", "wu")) {
            county.officer(user, "town", "errand.clerk");
        }
        leaving = county.actor("ding").person().toString();
    }

    private Wire as(String user) {
        return new Wire(port).as(user);
    }

    private Wire.Answer save(String user, String name, Object value) {
        return as(user).send("PUT", ALL + "/" + name, Map.of("value", value));
    }

    private List<String> names(String user) {
        return as(user).get(ALL)
                .body()
                .path("items")
                .valueStream()
                .map(each -> each.path("name").asString(""))
                .toList();
    }

    @Test
    void everybodyHasTheirOwnAndNobodyElses() {
        assertThat(save("jia", "table.matters", Map.of("density", "tight")).status())
                .isEqualTo(200);
        assertThat(save("jia", "table.matters", Map.of("density", "loose")).status())
                .isEqualTo(200);
        assertThat(save("jia", "view.matters.1", Map.of("title", "我的逾期", "q", "漏水"))
                        .status())
                .isEqualTo(200);
        assertThat(names("jia")).containsExactly("table.matters", "view.matters.1");
        assertThat(as("jia").get(ALL).raw().body()).contains("loose", "我的逾期").doesNotContain("tight");
        assertThat(names("yi")).isEmpty();
        as("yi").delete(ALL + "/table.matters");
        assertThat(names("jia")).as("another deletes only their own").hasSize(2);
        assertThat(as("jia").delete(ALL + "/table.matters").status()).isEqualTo(204);
        assertThat(names("jia")).containsExactly("view.matters.1");
        assertThat(new Wire(port).get(ALL).status()).isEqualTo(401);
    }

    @Test
    void aNumberOfSomebodyIsNotKept() {
        for (String number :
                List.of("13812345678", "138 1234-5678", "１３８１２３４５６７８", "33070219800101123X", "330702800101123")) {
            var answer = save("wu", "view.matters.1", Map.of("title", "找人", "q", number));
            assertThat(answer.status()).as(number).isEqualTo(422);
            assertThat(answer.toString()).contains("号码").doesNotContain(number);
        }
        assertThat(save("wu", "view.matters.2", Map.of("title", "2026 年 110 转来", "q", "2026-0001"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatIsTooLongTooManyOrNoTextIsRefusedByField() {
        for (var value : List.of(Map.of("q", "长".repeat(1500)), Map.of("q", "\u0000"), Map.of("q", List.of(1)))) {
            assertThat(save("bing", "view.x", value).status())
                    .as(value.toString())
                    .isBetween(400, 422);
        }
        assertThat(save("bing", "View_X", Map.of("q", "1")).toString()).contains("\"name\"", "小写字母");
        assertThat(as("bing").send("PUT", ALL + "/view.x", Map.of()).toString()).contains("\"value\"");
        for (int no = 0; no < 60; no++) {
            assertThat(save("bing", "view." + no, Map.of("q", "1")).status()).isEqualTo(200);
        }
        assertThat(save("bing", "view.60", Map.of("q", "1")).toString()).contains("最多记住 60 项");
        assertThat(save("bing", "view.59", Map.of("q", "2")).status())
                .as("one's own may change")
                .isEqualTo(200);
    }

    @Test
    void itGoesWithTheAccount() {
        assertThat(save("ding", "table.matters", Map.of("density", "tight")).status())
                .isEqualTo(200);
        assertThat(kept()).isOne();
        transactions.run(
                Scope.job("test"),
                work -> db.sql("select h from access.end_person(cast(:person as uuid)) as h")
                        .param("person", leaving)
                        .query(byte[].class)
                        .list());
        assertThat(kept()).isZero();
    }

    private int kept() {
        return transactions.run(
                Scope.of(leaving, List.of()),
                work -> db.sql("select count(*) from access.preference")
                        .query(Integer.class)
                        .single());
    }
}
