package org.maplebridge.kernel.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Beside each persona stand the units that reach it: never more than the rows of reach say, whatever becomes of a
/// matter.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnitsTest {

    private static final String KEPT = """
            select p.id, p.units, coalesce(l.units, '{}') as told
              from people.persona p
              left join lateral people.lasting_units(array[p.id]) l on true
             where p.id::text = any (?)""";

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    private Wire ren = new Wire(0);
    private Wire xian = new Wire(0);
    private String town = "";
    private String county = "";

    @BeforeAll
    void found() {
        var founded = new County(transactions, offices, access).founded();
        founded.officer("ren-units", "town", "disputes.dispatcher", "disputes.mediator");
        founded.officer("xian-units", "county", "disputes.dispatcher");
        ren = new Wire(port).as("ren-units");
        xian = new Wire(port).as("xian-units");
        town = founded.office("town").id().toString();
        county = founded.office("county").id().toString();
    }

    private String opened(String name, String phone) {
        var answer = ren.post("/api/scenes/disputes", DisputeForms.brought("测试：谁看得到当事人", name, phone));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.text("matter.id");
    }

    /// The units beside each persona of a matter, after a look that they are those of the rows of reach.
    private List<List<String>> units(String matter) throws SQLException {
        var found = new ArrayList<List<String>>();
        try (var database = TestDatabase.ofThisRun().behindTheBack();
                var asked = database.prepareStatement(KEPT)) {
            asked.setArray(1, database.createArrayOf("text", parties(matter).toArray()));
            try (var rows = asked.executeQuery()) {
                while (rows.next()) {
                    var kept = List.of((String[]) rows.getArray("units").getArray());
                    assertThat(kept).containsExactlyInAnyOrder((String[])
                            rows.getArray("told").getArray());
                    found.add(kept);
                }
            }
        }
        return found;
    }

    private List<String> parties(String matter) throws SQLException {
        var ids = new ArrayList<String>();
        try (var database = TestDatabase.ofThisRun().behindTheBack();
                var asked = database.prepareStatement("select persona from people.concern where matter = ?")) {
            asked.setObject(1, UUID.fromString(matter));
            try (var rows = asked.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
        }
        return ids;
    }

    /// The units beside what somebody is reached by.
    private List<List<String>> numbers(String matter) throws SQLException {
        var found = new ArrayList<List<String>>();
        try (var database = TestDatabase.ofThisRun().behindTheBack();
                var asked = database.prepareStatement(
                        "select units from people.identifier where persona::text = any (?)")) {
            asked.setArray(1, database.createArrayOf("text", parties(matter).toArray()));
            try (var rows = asked.executeQuery()) {
                while (rows.next()) {
                    found.add(List.of((String[]) rows.getArray(1).getArray()));
                }
            }
        }
        return found;
    }

    @Test
    void whoOpensAMatterIsReachedByItsOfficeAndItsAreas() throws SQLException {
        assertThat(units(opened("测甲", "13800007001")))
                .singleElement()
                .satisfies(units -> assertThat(units)
                        .contains("a:" + County.TOWN + "|general", "g:" + town + "|general")
                        .noneMatch(unit -> unit.startsWith("p:")));
    }

    @Test
    void anOfficeThatHandedAMatterOnNoLongerStandsThereUnlessAnotherMatterKeepsIt() throws SQLException {
        var once = opened("测乙", "13800007002");
        assertThat(ren.move(once, "register", DisputeForms.calm()).status()).isEqualTo(200);
        assertThat(ren.move(once, "upgrade", Map.of("reason", "测试：办不了")).status())
                .isEqualTo(200);
        assertThat(units(once))
                .allSatisfy(units -> assertThat(units)
                        .contains("g:" + county + "|general")
                        .doesNotContain("g:" + town + "|general"));
        var again = opened("测乙", "13800007002");
        assertThat(units(again)).allSatisfy(units -> assertThat(units).contains("g:" + town + "|general"));
        assertThat(ren.move(again, "register", DisputeForms.calm()).status()).isEqualTo(200);
        assertThat(ren.move(again, "upgrade", Map.of("reason", "测试：也办不了")).status())
                .isEqualTo(200);
        assertThat(units(again)).allSatisfy(units -> assertThat(units).doesNotContain("g:" + town + "|general"));
        assertThat(xian.move(again, "transfer", Map.of("agency", town, "reason", "测试：还是你们办"))
                        .status())
                .isEqualTo(200);
        assertThat(units(again)).allSatisfy(units -> assertThat(units).contains("g:" + town + "|general"));
    }

    @Test
    void aGuardianWhoIsEnteredLaterAndANumberAreReachedByTheSameUnits() throws SQLException {
        var matter = opened("测丙", "13800007003");
        var guardian =
                Map.of("party", 1, "relation", "GUARDIAN", "name", "测丁", "from", "2020-01-01", "basis", "测试：户口簿");
        assertThat(ren.move(matter, "relate", guardian).status()).isEqualTo(200);
        assertThat(ren.move(
                                matter,
                                "identify",
                                Map.of("party", 1, "kind", "ADDRESS", "value", "测试路一号", "checked", "NOT_YET"))
                        .status())
                .isEqualTo(200);
        var units = units(matter);
        assertThat(units).hasSize(2).allSatisfy(each -> assertThat(each).contains("g:" + town + "|general"));
        assertThat(numbers(matter))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each).isEqualTo(units.getFirst()));
    }

    @Test
    void twoThatEndReachAtOnceDoNotBothBelieveThatTheOtherKeepsIt() throws Exception {
        var one = opened("测戊", "13800007005");
        var other = opened("测戊", "13800007005");
        CompletableFuture<Void> second;
        try (var first = TestDatabase.ofThisRun().behindTheBack()) {
            first.setAutoCommit(false);
            end(first, one);
            second = CompletableFuture.runAsync(() -> {
                try (var late = TestDatabase.ofThisRun().behindTheBack()) {
                    end(late, other);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            TestDatabase.ofThisRun().untilSomebodyWaits();
            assertThat(second).as("the second waits").isNotDone();
            first.commit();
        }
        second.get(30, TimeUnit.SECONDS);
        assertThat(units(other)).allSatisfy(units -> assertThat(units).doesNotContain("g:" + town + "|general"));
    }

    private void end(Connection database, String matter) throws SQLException {
        try (var statement =
                database.prepareStatement("update ground.reach set until = now() where matter = ? and unit = ?")) {
            statement.setObject(1, UUID.fromString(matter));
            statement.setString(2, "g:" + town);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }
}
