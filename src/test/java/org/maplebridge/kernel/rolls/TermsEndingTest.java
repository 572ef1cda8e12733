package org.maplebridge.kernel.rolls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.kernel.alerts.TermsEnding;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Work;
import org.springframework.beans.factory.annotation.Autowired;

/// The office that keeps the register is told before a term runs out, once, and no longer once it is renewed.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TermsEndingTest extends RollsStory {

    @Autowired
    TermsEnding terms;

    @AfterAll
    void theClockGoesBack() {
        TestClock.reset();
    }

    private LocalDate pass(int days) {
        TestClock.pass(Duration.ofDays(days));
        people.clear();
        return transactions.run(Scope.job("test"), Work::today);
    }

    private String alerts(String login) {
        return ok(as(login).get("/api/alerts")).body().path("items").toString();
    }

    @Test
    void aTermThatRunsOutIsToldOnceAndGoneWhenTheNextBegins() {
        var name = "筱溪村人民调解委员会";
        var committee = committee(name);
        for (var member : new String[] {"王一", "王二", "王三"}) {
            enter(
                    "zhenban",
                    "members",
                    part(
                            committee,
                            member,
                            today.minusYears(4),
                            member(member.endsWith("一") ? "CHAIR" : "MEMBER", member.endsWith("二"))));
        }
        // it ends in a hundred days
        ok(term(committee, "第一届", today.minusYears(3).plusDays(101)));
        terms.sweep();
        assertThat(alerts("zhenban")).doesNotContain(name);
        pass(50);
        assertThat(terms.sweep()).isEqualTo(1);
        assertThat(terms.sweep()).isZero();
        assertThat(alerts("zhenban"))
                .contains(name, "请组织换届", "届满", "\"link\":\"/desk/rolls/committees/" + committee + "\"");
        assertThat(alerts("linzhen")).as("another town").doesNotContain(name);
        var id = ok(as("zhenban").get("/api/alerts")).body().at("/items/0/id").asString("");
        ok(as("zhenban").post("/api/alerts/" + id + "/acknowledge", Map.of()));
        assertThat(terms.sweep()).isZero();
        // over, and still no other
        var now = pass(70);
        assertThat(terms.sweep()).isZero();
        assertThat(alerts("zhenban")).contains(name);
        ok(term(committee, "第二届", now));
        terms.sweep();
        assertThat(alerts("zhenban")).doesNotContain(name);
    }

    @Test
    void aStationingIsToldBeforeItsLastDayAndNotAfter() {
        var now = pass(0);
        var said = new HashMap<String, Object>(
                line(County.TOWN, "高铁新城指挥部", now, Map.of("kind", "PROJECT", "purpose", "征迁纠纷多")));
        said.put("lastDay", now.plusDays(30).toString());
        enter("zhenban", "stationings", said);
        var later = new HashMap<String, Object>(
                line(County.TOWN, "秋收流动站", now.plusDays(40), Map.of("kind", "PROJECT", "purpose", "收粮纠纷多")));
        later.put("lastDay", now.plusDays(50).toString());
        enter("zhenban", "stationings", later);
        assertThat(terms.sweep()).isPositive();
        assertThat(alerts("zhenban")).contains("高铁新城指挥部", "入驻期限快满");
        assertThat(alerts("zhenban")).as("not before it begins").doesNotContain("秋收流动站");
        pass(31);
        terms.sweep();
        assertThat(alerts("zhenban")).doesNotContain("高铁新城指挥部");
    }
}
