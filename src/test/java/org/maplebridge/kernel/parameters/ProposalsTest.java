package org.maplebridge.kernel.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.Numbers;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Nobody changes a number alone: one legal officer proposes, another decides.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProposalsTest {

    private static final String PATH = "/api/parameters/proposals";
    private static final String FIRST = "2026-03-01";

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

    private final Map<String, UUID> people = new java.util.HashMap<>();

    @BeforeAll
    void legalOfficersEverywhere() {
        var county = new County(transactions, offices, access).founded();
        for (var who : List.of("ti", "shen", "zai")) {
            county.officer(who, "county", "kernel.legal-officer");
        }
        county.officer("zhenfa", "town", "kernel.legal-officer");
        county.officer("linfa", "otherTown", "kernel.legal-officer");
        county.officer("jian", "county", "kernel.supervisor");
        county.officer("ban", "county", "disputes.dispatcher");
        people.put("ti", county.actor("ti").person());
        people.put("shen", county.actor("shen").person());
    }

    private Wire as(String user) {
        return new Wire(port).as(user);
    }

    private String proposed(String user, String name, String area, String value) {
        var answer = Numbers.proposed(
                as(user), Map.of("name", name, "area", area, "value", value, "from", FIRST, "reason", "本地要求"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.text("id");
    }

    private String held(String name, String area) {
        return as("jian")
                .get("/api/parameters?area=" + area + "&on=" + FIRST)
                .body()
                .path("items")
                .valueStream()
                .filter(each -> each.at("/parameter/name").asString("").equals(name))
                .findFirst()
                .orElseThrow()
                .at("/parameter/value")
                .asString("");
    }

    private JsonNode listed(String user, String id) {
        return as(user).get(PATH)
                .body()
                .path("items")
                .valueStream()
                .filter(each -> each.path("id").asString("").equals(id))
                .findFirst()
                .orElse(tools.jackson.databind.node.MissingNode.getInstance());
    }

    @Test
    void aProposedNumberHoldsFromItsApprovalAndNamesBoth() {
        var name = "access.idle-minutes";
        var id = proposed("ti", name, County.COUNTY, "60");
        assertThat(held(name, County.COUNTY)).isEqualTo("120");
        var waiting = listed("shen", id);
        assertThat(waiting.path("before").asString("")).isEqualTo("120");
        assertThat(waiting.path("value").asString("")).isEqualTo("60");
        assertThat(waiting.path("author").asString("")).isEqualTo("测试员ti");
        assertThat(waiting.path("own").asBoolean()).isFalse();
        assertThat(listed("ti", id).path("own").asBoolean()).isTrue();

        assertThat(Numbers.decided(as("shen"), id, "approve", "").status()).isEqualTo(200);
        assertThat(held(name, County.COUNTY)).isEqualTo("60");
        assertThat(held(name, County.TOWN)).isEqualTo("60");
        var version = as("jian")
                .get("/api/parameters?name=" + name + "&area=" + County.COUNTY)
                .body()
                .at("/items/0/parameter");
        assertThat(version.path("author").asString("")).isEqualTo("测试员ti");
        assertThat(version.path("approver").asString("")).isEqualTo("测试员shen");
        var decided = listed("jian", id);
        assertThat(decided.path("state").asString("")).isEqualTo("APPROVED");
        assertThat(decided.at("/decision/by").asString("")).isEqualTo("测试员shen");
        assertThat(decided.has("before")).as("what held before is over").isFalse();
    }

    @Test
    void nobodyDecidesAboutTheirOwn() {
        var name = "access.session-hours";
        var id = proposed("ti", name, County.COUNTY, "6");
        for (var deed : List.of("approve", "refuse")) {
            var refused = Numbers.decided(as("ti"), id, deed, "没有问题");
            assertThat(refused.status()).as(deed).isEqualTo(403);
            assertThat(refused.text("rule")).isEqualTo("parameters.two-persons");
        }
        assertThat(Numbers.decided(as("shen"), id, "withdraw", "").status())
                .as("only its author withdraws")
                .isEqualTo(403);
        assertThat(held(name, County.COUNTY)).isEqualTo("12");
        assertThat(Numbers.decided(as("ti"), id, "withdraw", "").status()).isEqualTo(200);
        assertThat(listed("shen", id).path("state").asString("")).isEqualTo("WITHDRAWN");
    }

    @Test
    void aRefusalSaysWhyAndIsFinal() {
        var name = "access.otp-grace-days";
        var id = proposed("ti", name, County.COUNTY, "7");
        var silent = Numbers.decided(as("shen"), id, "refuse", "");
        assertThat(silent.status()).isEqualTo(422);
        assertThat(silent.toString()).contains("为什么不同意");
        assertThat(Numbers.decided(as("shen"), id, "refuse", "依据不足").status()).isEqualTo(200);
        assertThat(Numbers.decided(as("shen"), id, "refuse", "依据不足").status())
                .as("the same again changes nothing")
                .isEqualTo(200);
        assertThat(Numbers.decided(as("zai"), id, "approve", "").status()).isEqualTo(409);
        assertThat(Numbers.decided(as("ti"), id, "withdraw", "").status()).isEqualTo(409);
        assertThat(held(name, County.COUNTY)).isEqualTo("14");
        assertThat(listed("ti", id).at("/decision/words").asString("")).isEqualTo("依据不足");
    }

    @Test
    void itIsDecidedByALegalOfficerOfTheArea() {
        var name = "access.token-days";
        var town = proposed("zhenfa", name, County.TOWN, "90");
        assertThat(listed("linfa", town).isMissingNode()).isTrue();
        assertThat(Numbers.decided(as("linfa"), town, "approve", "").status()).isEqualTo(404);
        assertThat(Numbers.decided(as("ban"), town, "approve", "").status()).isEqualTo(403);
        assertThat(Numbers.decided(as("jian"), town, "approve", "").status()).isEqualTo(403);
        var county = proposed("ti", name, County.COUNTY, "100");
        assertThat(Numbers.decided(as("zhenfa"), county, "approve", "").status())
                .isEqualTo(404);
        assertThat(Numbers.decided(as("shen"), town, "approve", "").status())
                .as("the county covers the town")
                .isEqualTo(200);
        assertThat(held(name, County.TOWN)).isEqualTo("90");
        assertThat(held(name, County.OTHER_TOWN)).isEqualTo("365");
    }

    @Test
    void twoWhoApproveAtOnceEnterItOnce() {
        var name = "access.lock-minutes";
        var id = proposed("ti", name, County.COUNTY, "25");
        var both = java.util.stream.Stream.of("shen", "zai")
                .parallel()
                .map(who -> Numbers.decided(as(who), id, "approve", "").status())
                .sorted()
                .toList();
        assertThat(both).containsExactly(200, 409);
        assertThat(held(name, County.COUNTY)).isEqualTo("25");
    }

    /// Whatever statement the program may send.
    @Test
    void theDatabaseItselfLetsNobodyDecideAloneNorInAnothersName() {
        var id = UUID.fromString(proposed("ti", "access.failures", County.COUNTY, "8"));
        var units = List.of("a:" + County.COUNTY + "|general");
        var own = Scope.of(person("ti").toString(), units);
        for (var by : List.of("ti", "shen")) {
            assertThatThrownBy(() -> transactions.run(own, work -> approve(id, person(by))))
                    .as(by)
                    .hasStackTraceContaining(by.equals("ti") ? "check constraint" : "row-level security");
        }
        assertThatThrownBy(() -> transactions.run(own, work -> entered(id, "8")))
                .as("while it is open")
                .hasStackTraceContaining("row-level security");
        var second = Scope.of(person("shen").toString(), units);
        assertThatThrownBy(() -> transactions.run(second, work -> approve(id, person("shen")) + entered(id, "9")))
                .as("another value than was approved")
                .hasStackTraceContaining("row-level security");
        int both = transactions.run(second, work -> approve(id, person("shen")) + entered(id, "8"));
        assertThat(both).isEqualTo(2);
        int again = transactions.run(second, work -> approve(id, person("shen")));
        assertThat(again).as("a decision is final").isZero();
    }

    private UUID person(String who) {
        return java.util.Optional.ofNullable(people.get(who)).orElseThrow();
    }

    private int approve(UUID id, UUID by) {
        return db.sql("""
                        update parameters.proposal
                           set state = 'APPROVED', decided_by = :by, decided_name = '某人', decided_at = now()
                         where id = :id""").param("id", id).param("by", by).update();
    }

    private int entered(UUID proposal, String value) {
        return db.sql("""
                        insert into parameters.edit (id, name, area, value, first_day, verification, author,
                                                     author_name, reason, recorded_at, key, proposal, approver,
                                                     approver_name)
                        values (:id, 'access.failures', :area, :value, date '2026-03-01', 'LOCAL_DEFAULT', :author,
                                '某人', '绕过去', now(), :key, :proposal, :approver, '某人')""")
                .param("id", UUID.randomUUID())
                .param("area", County.COUNTY)
                .param("value", value)
                .param("author", person("ti"))
                .param("key", UUID.randomUUID().toString())
                .param("proposal", proposal)
                .param("approver", person("shen"))
                .update();
    }
}
