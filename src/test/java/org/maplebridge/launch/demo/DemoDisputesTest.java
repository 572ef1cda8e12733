package org.maplebridge.launch.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.ground.Errand;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.stats.Tallies;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a demo folder holds after its first start, however often that was broken off.
@MapleTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoDisputesTest {

    private static final int PLANNED = 20;

    @LocalServerPort
    int port;

    @Autowired
    DemoCounty county;

    @Autowired
    DemoDisputes disputes;

    @Autowired
    DemoPlan plan;

    @Autowired
    Tallies tallies;

    @Autowired
    Transactions transactions;

    @Autowired
    DemoClock clock;

    @Autowired
    DemoPast past;

    @Autowired
    List<Errand> errands;

    @Autowired
    JdbcClient db;

    private void start() {
        new DemoSeeding(county, disputes, tallies, clock, past).run(new DefaultApplicationArguments());
    }

    private Map<String, Long> stages() {
        var found = new TreeMap<String, Long>();
        transactions.run(Scope.job("test"), work -> {
            db.sql("select stage, count(*) as many from matters.matter group by stage")
                    .query(row -> {
                        found.put(row.getString("stage"), row.getLong("many"));
                    });
            return found;
        });
        return found;
    }

    private String one(String sql) {
        return transactions.run(
                Scope.job("test"), work -> db.sql(sql).query(String.class).single());
    }

    @Test
    @Order(1)
    void aStartThatWasBrokenOffIsFinishedByTheNext() {
        county.seed(); // and then the machine went down
        start();
        assertThat(stages().values().stream().mapToLong(each -> each).sum()).isEqualTo(PLANNED);
        assertThat(stages()).containsKeys("SENSED", "REGISTERED", "ROUTED", "ACCEPTED", "HANDLING");
        assertThat(one("select count(*) from matters.matter where title not like '演示：%'"))
                .as("each says that it is made up")
                .isEqualTo("0");
        assertThat(one("select coalesce(sum(matters), 0) from stats.counted where metric = 'disputes.received'"
                        + " and span = 'MONTH'"))
                .as("the rings are not empty on the first day")
                .isEqualTo(Integer.toString(PLANNED));
    }

    /// The keys of requests are swept away after a while.
    @Test
    @Order(2)
    void aSecondStartAddsNothingAlsoLongAfter() {
        var before = one("select count(*) from trail.entry");
        start();
        transactions.run(
                Scope.job("test"), work -> db.sql("delete from ground.request").update());
        start();
        assertThat(one("select count(*) from trail.entry")).isEqualTo(before);
        assertThat(one("select count(*) from matters.matter")).isEqualTo("" + PLANNED);
    }

    @Test
    @Order(3)
    void everyDemoUserSignsIn() {
        assertThat(plan.named())
                .allSatisfy(post -> post.user()
                        .ifPresent(user -> assertThat(new Wire(port)
                                        .signIn(user, DemoPlan.PASSWORD)
                                        .status())
                                .as(user)
                                .isEqualTo(200)));
        assertThat(plan.named().stream().flatMap(post -> post.user().stream())).hasSizeGreaterThan(8);
        var seen = new Wire(port).as("tiaojie", DemoPlan.PASSWORD).get("/api/inbox?limit=200");
        assertThat(seen.body().path("items").size()).isPositive();
    }

    @Test
    @Order(4)
    void theDemoVerifies() {
        var out = new ByteArrayOutputStream();
        var verify = errands.stream()
                .filter(errand -> errand.verb().equals("verify"))
                .findFirst()
                .orElseThrow();
        var to = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertThat(verify.run(List.of(), to, to))
                .as(out.toString(StandardCharsets.UTF_8))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("核验了 " + PLANNED + " 件事项");
    }
}
