package org.maplebridge.kernel.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestDatabase;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.trail.Replay;
import org.maplebridge.kernel.trail.Verification;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What the digest of an entry covers stays what it was when a scene's tables grow.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FactsTest {

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    @Autowired
    Facts facts;

    @Autowired
    Verification verification;

    private Connection back = TestDatabase.ofThisRun().behindTheBack();
    private UUID dispute = new UUID(0, 0);

    @BeforeAll
    void aColumnComesLater() throws SQLException {
        back.close();
        back = TestDatabase.ofThisRun().behindTheBack();
        new County(transactions, offices, access).founded().officer("ren", "town", "disputes.dispatcher");
        dispute = UUID.fromString(reported("楼上漏水三天").text("matter.id"));
        does("alter table disputes.dispute add column noise text");
    }

    @AfterAll
    void close() throws SQLException {
        back.close();
    }

    private Wire ren() {
        return new Wire(port).as("ren");
    }

    private Wire.Answer reported(String words) {
        var answer = ren().post(
                        "/api/scenes/disputes",
                        Map.of(
                                "words", words,
                                "area", County.TOWN,
                                "place", "3 幢",
                                "occurredAt", "2025-01-02T08:00:00+08:00",
                                "source", "PATROL"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer;
    }

    private void does(String deed) throws SQLException {
        try (var statement = back.createStatement()) {
            statement.execute(deed);
        }
    }

    private List<Replay.Fault> faults() {
        return verification.verify(List.of()).faults();
    }

    /// What is found after a change, which is then put back.
    private List<Replay.Fault> after(String change, String undo) throws SQLException {
        var where = " where matter = '" + dispute + "'";
        does("update disputes.dispute set " + change + where);
        var found = faults();
        does("update disputes.dispute set " + undo + where);
        return found;
    }

    @Test
    void aNewColumnChangesNoMatterThatWasThere() {
        assertThat(faults()).isEmpty();
    }

    @Test
    void mattersGoOnAndBeginBesideANewColumn() {
        var other = reported("门口堆了垃圾").text("matter.id");
        var moved = ren().move(other, "register", DisputeForms.calm());
        assertThat(moved.status()).as(moved.toString()).isEqualTo(200);
        assertThat(faults()).isEmpty();
    }

    @Test
    void aValueTakenAwayIsNamed() throws SQLException {
        assertThat(after("place = null", "place = '3 幢'"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.where()).contains(dispute.toString()));
        assertThat(faults()).as("put back").isEmpty();
    }

    @Test
    void aValueInTheNewColumnThatNoMoveWroteIsNamed() throws SQLException {
        assertThat(after("noise = ''", "noise = null"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.where()).contains(dispute.toString()));
    }

    @Test
    void nullsWithinAColumnCount() throws SQLException {
        assertThat(after("suggestion = suggestion || '{\"more\": null}'", "suggestion = suggestion - 'more'"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.where()).contains(dispute.toString()));
    }

    @Test
    void theTextOfARowIsFinal() throws SQLException {
        var matter = UUID.randomUUID();
        does("insert into disputes.confirmation (matter, choice, applied_on) values ('" + matter
                + "', 'APPLIED', '2026-03-04')");
        does("insert into disputes.performance (matter, no, day, result, amount) values"
                + " ('%1$s', 2, '2026-03-04', 'PART', 12.5), ('%1$s', 10, '2026-03-05', 'ALL', null)"
                        .formatted(matter));
        var rows =
                transactions.run(org.maplebridge.kernel.ground.Scope.verifier(), work -> facts.of("disputes", matter));
        assertThat(rows)
                .containsExactly(
                        "confirmation {\"choice\": \"APPLIED\", \"matter\": \"%s\", \"applied_on\": \"2026-03-04\"}"
                                .formatted(matter),
                        "performance {\"no\": 10, \"day\": \"2026-03-05\", \"matter\": \"%s\", \"result\": \"ALL\"}"
                                .formatted(matter),
                        ("performance {\"no\": 2, \"day\": \"2026-03-04\", \"amount\": 12.50, \"matter\": \"%s\","
                                        + " \"result\": \"PART\"}")
                                .formatted(matter));
        does("delete from disputes.confirmation where matter = '" + matter + "'");
        does("delete from disputes.performance where matter = '" + matter + "'");
    }
}
