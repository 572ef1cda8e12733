package org.maplebridge.kernel.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.IdNumbers;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// From when and until when somebody speaks for a party, told through HTTP.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpeakingScenarioTest {

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    private Wire ren = new Wire(0);

    @BeforeAll
    void found() {
        var county = new County(transactions, offices, access).founded();
        county.officer("ren", "town", "disputes.dispatcher", "disputes.mediator");
        ren = new Wire(port).as("ren");
    }

    @AfterEach
    void theClockGoesBack() {
        TestClock.reset();
    }

    private Wire.Answer opened(String name, String phone) {
        var answer = ren.post("/api/scenes/disputes", DisputeForms.brought("树枝伸过了墙", name, phone));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer;
    }

    private Wire.Answer identify(String matter, String value) {
        return ren.move(
                matter, "identify", Map.of("party", 1, "kind", "ID_NUMBER", "value", value, "checked", "DOCUMENT"));
    }

    private Wire.Answer related(String matter, Map<String, ?> more) {
        var said = new HashMap<String, Object>(
                Map.of("party", 1, "relation", "GUARDIAN", "name", "吴大人", "phone", "13822223333", "basis", "户口簿"));
        said.putAll(more);
        return ren.move(matter, "relate", said);
    }

    @Test
    void aGuardianSeesUntilTheChildGrowsUpWhicheverWasToldFirst() {
        var today = transactions.run(Scope.job("test"), Work::today);
        var number = IdNumbers.of(today.minusYears(18).plusDays(2), 4);
        var one = opened("吴小满", "13811110001");
        assertThat(identify(one.text("matter.id"), number).status()).isEqualTo(200);
        related(one.text("matter.id"), Map.of("from", today.toString()));
        var other = opened("吴小雪", "13811110002");
        related(other.text("matter.id"), Map.of("from", today.toString()));
        var second = IdNumbers.of(today.minusYears(18).plusDays(2), 6);
        assertThat(identify(other.text("matter.id"), second).status()).isEqualTo(200);
        var doors = List.of(one.text("code"), other.text("code"));
        doors.forEach(code -> assertThat(progress(code, "3333")).isEqualTo(200));
        TestClock.pass(Duration.ofDays(3));
        doors.forEach(code -> assertThat(progress(code, "3333")).isEqualTo(404));
        assertThat(progress(doors.getFirst(), "0001")).isEqualTo(200);
    }

    private int progress(String code, String digits) {
        return new Wire(port)
                .post("/api/public/progress", Map.of("code", code, "phoneLast4", digits))
                .status();
    }

    @Test
    void nobodySpeaksForAPartyBeforeTheirPowerBeginsAndAProlongedOneGoesOn() {
        var opened = opened("赵小七", "13833330007");
        var id = opened.text("matter.id");
        var today = transactions.run(Scope.job("test"), Work::today);
        var early = related(id, Map.of("from", today.plusDays(1).toString()));
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.body().at("/fields/0/name").asString("")).isEqualTo("from");
        for (int days : List.of(1, 30)) {
            var until = today.plusDays(days).toString();
            var said = related(id, Map.of("from", today.toString(), "until", until));
            assertThat(said.status()).as(said.toString()).isEqualTo(200);
        }
        TestClock.pass(Duration.ofDays(3));
        assertThat(progress(opened.text("code"), "3333")).isEqualTo(200);
        TestClock.pass(Duration.ofDays(30));
        assertThat(progress(opened.text("code"), "3333")).isEqualTo(404);
    }

    @Test
    void whatWasSaidLastOfAPowerHolds() {
        var opened = opened("赵小八", "13833330008");
        var today = transactions.run(Scope.job("test"), Work::today);
        for (int days : List.of(30, 1)) {
            var until = today.plusDays(days).toString();
            var said = related(opened.text("matter.id"), Map.of("from", today.toString(), "until", until));
            assertThat(said.status()).as(said.toString()).isEqualTo(200);
        }
        assertThat(progress(opened.text("code"), "3333")).isEqualTo(200);
        TestClock.pass(Duration.ofDays(3));
        assertThat(progress(opened.text("code"), "3333")).isEqualTo(404);
    }
}
