package org.maplebridge.kernel.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How long a declaration of an interest is kept.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InterestsKeptTest {

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    @Autowired
    InterestsKeeping keeping;

    @Autowired
    JdbcClient db;

    private County county = new County(transactions, offices, access);

    @BeforeAll
    void found() {
        county = new County(transactions, offices, access).founded();
        for (var who : List.of("ren", "hua", "min", "qin", "tao")) {
            county.officer(who, "town", "disputes.dispatcher", "disputes.mediator");
        }
        county.officer("guan", "town", "kernel.registrar");
    }

    @AfterEach
    void theClockGoesBack() {
        TestClock.reset();
    }

    private Wire as(String login) {
        return new Wire(port).as(login);
    }

    private Wire.Answer ok(Wire.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return answer;
    }

    private UUID declared(String who, String name, String phone) {
        var rows = ok(as(who).post("/api/account/interests", Map.of("kind", "KIN", "name", name, "phone", phone)))
                .body()
                .path("items");
        return UUID.fromString(rows.get(rows.size() - 1).path("id").asString(""));
    }

    /// Ended, erased, and how much of what was said is there.
    private record Kept(boolean ended, boolean erased, int said) {}

    private Kept kept(UUID id) {
        return transactions.run(
                Scope.job("test"),
                work -> db.sql("""
                    select ended_at is not null as ended, erased_at is not null as erased,
                           num_nonnulls(sealed, kind, name_sign, phone_sign, phone_number_sign) as said
                      from people.interest
                     where id = :id and entered_at is not null\
                    """).param("id", id).query(Kept.class).single());
    }

    @Test
    void whatWasTakenBackIsErasedAfterItsTimeAndTheFactStays() {
        var gone = declared("hua", "花旧邻", "13830000001");
        var live = declared("hua", "花表姐", "13830000002");
        ok(as("hua").delete("/api/account/interests/" + gone));
        keeping.keep();
        assertThat(kept(gone)).isEqualTo(new Kept(true, false, 5));
        TestClock.pass(Duration.ofDays(29));
        keeping.keep();
        assertThat(kept(gone).erased()).as("somebody may still look into it").isFalse();
        TestClock.pass(Duration.ofDays(3));
        assertThat(keeping.keep()).isPositive();
        assertThat(kept(gone)).isEqualTo(new Kept(true, true, 0));
        assertThat(kept(live)).isEqualTo(new Kept(false, false, 5));
        assertThat(keeping.keep()).isZero();
        assertThat(ok(as("hua").get("/api/account/interests")).toString())
                .contains("花表姐")
                .doesNotContain("花旧邻");
    }

    @Test
    void whoeverLeavesHasNothingDeclaredAnyMoreAndItIsErasedLater() {
        var own = declared("min", "闵表弟", "13830000003");
        var others = declared("qin", "秦表弟", "13830000004");
        var path = "/api/agencies/" + county.office("town").id() + "/staff/"
                + county.actor("min").person() + "/leave";
        ok(as("guan").post(path, Map.of("reason", "调到外县")));
        assertThat(kept(own)).isEqualTo(new Kept(true, false, 5));
        assertThat(kept(others).ended()).isFalse();
        var opened = ok(as("ren").post("/api/scenes/disputes", DisputeForms.brought("院墙越界", "闵表弟", "13830000003")));
        assertThat(ok(as("ren").get("/api/matters/" + opened.text("matter.id")))
                        .body()
                        .path("keepsOut"))
                .isEmpty();
        TestClock.pass(Duration.ofDays(32));
        keeping.keep();
        assertThat(kept(own)).isEqualTo(new Kept(true, true, 0));
    }

    @Test
    void whoeverLeftBeforeThisWasHeardIsFoundByTheirAccount() {
        var old = declared("tao", "秦外公", "13830000005");
        var person = county.actor("tao").person();
        transactions.run(
                Scope.job("test"),
                work -> db.sql("select count(*) from access.end_person(:person)")
                        .param("person", person)
                        .query(Integer.class)
                        .single());
        keeping.keep();
        assertThat(kept(old).ended()).isTrue();
    }
}
