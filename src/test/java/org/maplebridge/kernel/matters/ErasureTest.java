package org.maplebridge.kernel.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestDatabase;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.trail.Sequencer;
import org.maplebridge.kernel.trail.Verification;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What is destroyed by order is gone from every table, and what proves the rest still holds.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErasureTest {

    private static final String WORDS = "被告知销毁的独特话语甲乙丙丁";

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    @Autowired
    Matters matters;

    @Autowired
    Verification verification;

    @Autowired
    Sequencer sequencer;

    private Wire ren = new Wire(0);

    @BeforeAll
    void found() {
        var county = new County(transactions, offices, access).founded();
        county.officer("ren", "town", "disputes.dispatcher", "disputes.mediator");
        county.officer("jian", "county", "kernel.supervisor");
        ren = new Wire(port).as("ren");
    }

    private Wire.Answer opened(String words, String respondent) {
        var answer = ren.post(
                "/api/scenes/disputes",
                Map.of(
                        "words", words,
                        "area", County.TOWN,
                        "occurredAt", "2025-01-02T08:00:00+08:00",
                        "source", "PATROL",
                        "applicant", "独孤小甲",
                        "phone", "13855556666",
                        "respondent", respondent));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer;
    }

    private Outcome erase(UUID matter) {
        var key = UUID.randomUUID().toString();
        var said = Map.of("order", UUID.randomUUID().toString(), "article", "个人信息保护法第四十七条");
        return matters.move(
                matter,
                "erase",
                new Request(
                        Actor.system("orders"),
                        Canonical.MAPPER.valueToTree(said),
                        new Work.Key("erase/" + key, key),
                        OptionalInt.empty(),
                        java.util.Optional.empty()));
    }

    private UUID ended(Wire.Answer opened) {
        var id = opened.text("matter.id");
        var diverted = ren.move(id, "divert", Map.of("to", "LITIGATION", "reason", "双方要走诉讼", "informed", true));
        assertThat(diverted.status()).as(diverted.toString()).isEqualTo(200);
        return UUID.fromString(id);
    }

    @Test
    void whatNeedNotBeKeptAnyLongerIsListedAheadOfItsDay() {
        var opened = opened("树枝伸过了墙", "吴强");
        var id = ended(opened);
        var jian = new Wire(port).as("jian");
        assertThat(jian.get("/api/retention").toString()).doesNotContain(id.toString());
        var today = transactions.run(org.maplebridge.kernel.ground.Scope.job("test"), Work::today);
        var tooEarly = jian.get("/api/retention?by=" + today.plusYears(10).minusDays(1));
        assertThat(tooEarly.toString()).doesNotContain(id.toString());
        var due = jian.get("/api/retention?limit=200&by=" + today.plusYears(10));
        assertThat(due.toString()).contains(id.toString(), today.plusYears(10).toString());
        assertThat(ren.get("/api/retention").status())
                .as("not for those who handle matters")
                .isEqualTo(403);
        erase(id);
        assertThat(jian.get("/api/retention?limit=200&by=" + today.plusYears(10))
                        .toString())
                .as("what is destroyed is not listed again")
                .doesNotContain(id.toString());
    }

    @Test
    void nothingIsDestroyedBeforeAMatterHasEnded() {
        var id = UUID.fromString(opened("树枝伸过了墙", "吴强").text("matter.id"));
        assertThat(erase(id)).isInstanceOf(Outcome.Refusal.class);
        assertThat(ren.get("/api/matters/" + id).text("words")).contains("树枝");
    }

    @Test
    void officersCannotDestroyAnythingByThemselves() {
        var id = ended(opened("树枝伸过了墙", "吴强"));
        var refused = ren.move(id.toString(), "erase", Map.of("order", id.toString(), "article", "无"));
        assertThat(refused.status()).isEqualTo(403);
    }

    @Test
    void whatIsDestroyedIsGoneFromEveryTableAndTheRestStillVerifies() throws SQLException {
        var opened = opened(WORDS, "欧阳小乙");
        var other = opened("独孤小甲的另一件事", "吴强");
        var id = ended(opened);
        var look = ren.post(
                "/api/matters/" + id + "/looks", Map.of("party", 1, "fields", List.of("NAME"), "purpose", "contact"));
        assertThat(look.status()).isEqualTo(200);
        sequencer.drain();
        assertThat(erase(id)).isInstanceOf(Outcome.Done.class);

        assertThat(holding("独特话语", "欧阳", "乙")).isEmpty();
        var page = ren.get("/api/matters/" + id);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text("title")).isEqualTo("（已依令销毁）");
        assertThat(page.toString()).doesNotContain("独特话语", "欧", "乙", "独", "138****", "13855556666");
        var trail = ren.get("/api/matters/" + id + "/trail");
        assertThat(trail.body().at("/items/0/verbTitle").asString("")).isEqualTo("依令销毁");
        assertThat(trail.toString()).contains("已依法销毁").doesNotContain("独特话语");
        assertThat(new Wire(port)
                        .post("/api/public/progress", Map.of("code", opened.text("code"), "phoneLast4", "6666"))
                        .status())
                .isEqualTo(404);
        assertThat(ren.get("/api/matters/" + other.text("matter.id"))
                        .body()
                        .at("/people/0/name")
                        .asString(""))
                .as("somebody whom another matter concerns is still known")
                .isEqualTo("独**甲");

        sequencer.drain();
        assertThat(verification.verify(List.of()).faults()).isEmpty();
        var receipt = new Wire(port).get("/api/public/receipts/" + opened.text("receipt.receiptCode"));
        assertThat(receipt.status()).as("the receipt can still be checked").isEqualTo(200);
        assertThat(erase(id)).as("twice is refused").isInstanceOf(Outcome.Refusal.class);
    }

    /// Every row of every table that holds one of the words, in clear or sealed under a key that is still there.
    /// How signs are read is public by nature.
    private static List<String> holding(String... words) throws SQLException {
        var found = new ArrayList<String>();
        try (var back = TestDatabase.ofThisRun().behindTheBack();
                var statement = back.createStatement()) {
            var tables = new ArrayList<String>();
            try (var rows = statement.executeQuery("""
                select c.oid::regclass::text
                  from pg_class c
                  join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind = 'r' and n.nspname not like 'pg_%' and n.nspname <> 'information_schema'
                   and c.oid <> 'people.initial'::regclass\
                """)) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (var table : tables) {
                for (var word : words) {
                    try (var rows = statement.executeQuery(
                            "select t::text from " + table + " t where t::text like '%" + word + "%'")) {
                        while (rows.next()) {
                            found.add(table + ": " + rows.getString(1));
                        }
                    }
                }
            }
        }
        return found;
    }
}
