package org.maplebridge.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.ground.Looping;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.launch.demo.DemoCounty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A mediator's year: begun at the desk, shown, contested from the phone, answered by somebody else.
@BrowserTest
class GradingPagesTest {

    private static final String NAME = "演示调解员乙";
    private static final String VILLAGE = "33.07.02.103.204";

    @LocalServerPort
    int port;

    @Autowired
    DemoCounty demo;

    @Autowired
    Transactions transactions;

    @Autowired
    List<Looping> loops;

    private int year;

    @BeforeAll
    void found() {
        demo.seed();
        year = transactions.run(Scope.job("test"), Work::today).getYear() - 1;
        var staff = ok(as("tiaojie").get("/api/me")).text("person.id");
        var said = new HashMap<String, Object>(Map.of(
                "area", VILLAGE, "name", NAME, "firstDay", (year - 3) + "-03-01", "facts", Map.of("kind", "FULL")));
        said.put("facts", Map.of("kind", "FULL", "staff", staff));
        var line = ok(as("jiandu").post("/api/rolls/mediators/lines", said)).text("id");
        ok(as("jiandu")
                .post(
                        "/api/rolls/trainings/lines",
                        Map.of(
                                "parent",
                                line,
                                "name",
                                "年度培训",
                                "firstDay",
                                year + "-09-01",
                                "facts",
                                Map.of("hours", "12", "exam", "85"))));
    }

    private static Wire.Answer ok(Wire.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return answer;
    }

    private Wire as(String login) {
        return new Wire(port).as(login, Towns.PASSWORD);
    }

    /// The system counts, until whoever prepares it can show it.
    private void shown(String id) {
        var loop = loops.stream()
                .filter(each -> each.getClass().getSimpleName().equals("GradingsRounds"))
                .findFirst()
                .orElseThrow()
                .loop();
        loop.start();
        try {
            var keeper = as("jiandu");
            int status = 0;
            for (int i = 0; i < 300 && status != 200; i++) {
                status = keeper.move(id, "show", Map.of()).status();
                LockSupport.parkNanos(100_000_000);
            }
            assertThat(status).isEqualTo(200);
        } finally {
            loop.stop();
        }
    }

    @Test
    void aMediatorReadsTheirYearContestsItAndAnotherAnswers(Windows windows) {
        var id = ok(as("jiandu").post("/api/scenes/gradings", Map.of("name", NAME, "year", year, "reason", "镇里申请提前评定")))
                .text("matter.id");
        var desk = windows.desk("jiandu");
        desk.go("/desk/gradings").sees(NAME).sees("待给本人看").sees("按姓名排").looksRight();
        shown(id);
        desk.go("/desk/matters/" + id).sees("没有数据（满分 15 分，不算作零分）").sees("评为五级").looksRight();
        var phone = windows.phone("tiaojie");
        phone.go("/desk/gradings/mine")
                .sees("我的等级评定")
                .sees(year + " 年")
                .sees("没有数据")
                .looksRight();
        phone.press("对任职年限有异议").looksRight();
        phone.write("哪里不对", "前两年在邻村也是调解员。").write("怎样才对", "应当满五年，有聘书。");
        phone.press("提出异议").sees("还没有答复").looksRight();
        desk.go("/desk/matters/" + id).sees("前两年在邻村也是调解员");
        var another = windows.desk("fawu");
        another.go("/desk/matters/" + id);
        Officer.begins(another, "答复异议").looksRight();
        another.write("第几条异议", "1").choose("答复", "异议成立，更正").write("这一项应得满分的百分之几", "50");
        another.write("理由", "聘书属实。");
        Officer.finishes(another, "答复异议").sees("更正为满分的 50%");
        phone.go("/desk/gradings/mine").sees("聘书属实").sees("原来算的").looksRight();
        desk.go("/desk/gradings?year=" + year + "&stage=RECORDED").sees("这样筛没有").looksRight();
        windows.desk("zhentiao")
                .go("/desk/gradings/mine")
                .sees("调解员名册上没有对应您账号的人")
                .looksRight();
    }
}
