package org.maplebridge.kernel.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How people judged is broken down in several ways; no two of them, one without the other, tell of a few.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PooledPartsTest {

    private static final Scope JOB = Scope.job("test");
    private static final String METRIC = "disputes.satisfied";

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

    @BeforeAll
    void found() {
        new County(transactions, offices, access).founded().officer("jian", "county", "kernel.supervisor");
    }

    private void counted(String area, String category, String source, int satisfied, int all) {
        transactions.run(JOB, work -> {
            var month = YearMonth.from(work.today()).minusMonths(2).atDay(1);
            for (var span : List.of("DAY", "MONTH")) {
                db.sql("""
                    insert into stats.counted (metric, span, day, area, agency, category, source,
                                               numerator, denominator, matters)
                    values (:metric, :span, :day, :area, :agency, :category, :source, :satisfied, :all, :all)
                    """)
                        .param("metric", METRIC)
                        .param("span", span)
                        .param("day", month)
                        .param("area", area)
                        .param("agency", new UUID(0, 0))
                        .param("category", category)
                        .param("source", source)
                        .param("satisfied", satisfied)
                        .param("all", all)
                        .update();
            }
            return true;
        });
    }

    private List<String> told(String by) {
        var from = transactions.run(JOB, Work::today).minusMonths(4).withDayOfMonth(1);
        var answer = new Wire(port).as("jian").get("/api/stats/" + METRIC + "?from=" + from + "&by=" + by);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.body()
                .path("groups")
                .valueStream()
                .filter(group -> group.has("value"))
                .map(group -> group.path("key").asString(""))
                .toList();
    }

    @Test
    void aChannelThatIsAlmostATownIsNotToldBesideIt() {
        counted(County.TOWN, "NEIGHBOUR", "PATROL", 40, 40);
        // the one who is not satisfied would be PATROL without the first town
        counted(County.OTHER_TOWN, "NEIGHBOUR", "PATROL", 0, 1);
        counted(County.OTHER_TOWN, "NEIGHBOUR", "VISIT", 20, 38);
        assertThat(told("area")).containsExactlyInAnyOrder(County.TOWN, County.OTHER_TOWN);
        assertThat(told("source")).isEmpty();
        assertThat(told("category")).as("all of it").containsExactly("NEIGHBOUR");
        assertThat(told("month")).hasSize(1);
    }
}
