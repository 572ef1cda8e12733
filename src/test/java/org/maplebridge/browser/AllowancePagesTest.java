package org.maplebridge.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.ground.Looping;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.trail.Sequencer;
import org.maplebridge.launch.demo.DemoCounty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What a month's files bring a mediator, as the keeper grades it and the mediator sees it on the phone.
@BrowserTest
class AllowancePagesTest {

    private static final String TOWN = "33.07.02.103";

    @LocalServerPort
    int port;

    @Autowired
    DemoCounty demo;

    @Autowired
    Transactions transactions;

    @Autowired
    Sequencer sequencer;

    /// The system's part runs by itself in earnest only.
    @Autowired
    List<Looping> loops;

    @BeforeAll
    void found() {
        demo.seed();
        passTo(15);
    }

    /// To that day of the next month.
    private void passTo(int day) {
        TestClock.pass(Duration.ofDays(
                ChronoUnit.DAYS.between(today(), today().plusMonths(1).withDayOfMonth(day))));
    }

    @AfterAll
    void theClockGoesBack() {
        TestClock.reset();
    }

    private LocalDate today() {
        return transactions.run(Scope.job("test"), Work::today);
    }

    private static Wire.Answer ok(Wire.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return answer;
    }

    private Wire as(String login) {
        return new Wire(port).as(login, Towns.PASSWORD);
    }

    /// Lets the system do what is due until somebody sees it on their list.
    private void until(String stage) {
        var loop = loops.stream()
                .filter(each -> each.getClass().getSimpleName().equals("AllowancesRound"))
                .findFirst()
                .orElseThrow()
                .loop();
        var keeper = as("hesuan");
        loop.start();
        try {
            for (int i = 0; i < 600 && !sheets(keeper).contains(stage); i++) {
                LockSupport.parkNanos(100_000_000);
            }
        } finally {
            loop.stop();
        }
        assertThat(sheets(keeper)).contains(stage);
    }

    private static String sheets(Wire who) {
        return ok(who.get("/api/allowances")).body().toString();
    }

    private void registered() {
        var person = ok(as("zhentiao").get("/api/me")).text("person.id");
        var facts = Map.of("kind", "FULL", "staff", person);
        var said = Map.of("area", TOWN, "name", "演示调解员丙", "firstDay", "2020-01-02", "facts", facts);
        ok(as("jiandu").post("/api/rolls/mediators/lines", said));
    }

    private void settled(String title) {
        var said = new HashMap<String, Object>(DisputeForms.brought(title, "周小梅", "13800001234"));
        said.put("respondent", "吴小强");
        var mediator = as("zhentiao");
        var opened = ok(mediator.post("/api/scenes/disputes", said));
        var id = opened.text("matter.id");
        var dispatcher = as("zhenban");
        var town = ok(dispatcher.get("/api/me")).body().at("/posts/0/agency/id").asString("");
        ok(mediator.move(id, "register", DisputeForms.calm()));
        ok(dispatcher.move(id, "route", Map.of("area", TOWN, "category", "LAND", "agency", town, "reason", "就近")));
        ok(mediator.move(id, "accept", Map.of()));
        TestClock.pass(Duration.ofHours(3));
        mediator = as("zhentiao");
        ok(mediator.move(id, "begin", Map.of("willing", "BOTH", "informed", true)));
        ok(mediator.move(id, "agree", DisputeForms.agreement(today(), title + "。", "照商定的办。")));
        ok(mediator.move(id, "perform", Map.of()));
        ok(mediator.move(id, "performed", Map.of("day", today().toString(), "result", "FULL")));
        var grade = Map.of("code", opened.text("code"), "phoneLast4", "1234", "grade", "SATISFIED");
        ok(new Wire(port).post("/api/public/evaluations", grade));
        ok(mediator.move(id, "close", Map.of("summary", "办完了。")));
    }

    @Test
    void aKeeperGradesAndAMediatorSeesTheirOwnAndObjectsFromThePhone(Windows windows) {
        registered();
        settled("测试：石榴树伸过了墙");
        passTo(10);
        until("待核算");
        var desk = windows.desk("hesuan");
        desk.go("/desk/allowances").shows("以案定补").sees("待核算").looksRight();
        var page = "/desk/matters/"
                + as("hesuan").get("/api/allowances").body().at("/items/0/id").asString("");
        desk.go(page).sees("每人合计").sees("未定难易").seesNot("周小梅").looksRight();
        Officer.begins(desk, "定难易").looksRight();
        desk.write("哪几行", "1").choose("难易", "疑难");
        Officer.submits(desk.mayHear("422"), "定难易").sees("疑难的写明理由").looksRight();
        desk.write("为什么疑难", "两家几代人的积怨，走访了多次。");
        Officer.finishes(desk, "定难易").sees("300.00 元");
        Officer.does(desk, "公示").sees("公示到");
        var phone = windows.phone("zhentiao");
        phone.go("/desk/allowances/mine")
                .shows("我的补贴")
                .sees("300.00 元")
                .sees("以前可以提异议")
                .looksRight();
        phone.page()
                .getByText("提异议", new Page.GetByTextOptions().setExact(true))
                .click();
        phone.sees("为什么不同意").looksRight();
        phone.write("为什么不同意", "少");
        phone.mayHear("422").press("提交异议").sees("写明为什么不同意").looksRight();
        phone.write("为什么不同意", "还有一件同一天办结的没有列上。");
        phone.press("提交异议").sees("还没有决定").seesNot("提异议").looksRight();
        windows.phone("tiaojie")
                .go("/desk/allowances/mine")
                .shows("我的补贴")
                .sees("还没有您的补贴")
                .looksRight();
        // something is written to the log, so that a root is published
        ok(as("zhentiao").post("/api/scenes/disputes", DisputeForms.brought("测试：别的事", "郑小田", "13900001111")));
        sequencer.drain();
        until("抽查中");
        var checker = windows.desk("xianban");
        checker.go(page).sees("抽中的行").sees("怎么复算").sees("还有一件同一天办结的没有列上").looksRight();
        Officer.begins(checker, "决定异议").looksRight();
        checker.write("哪个异议", "1").choose("成立不成立", "不成立").write("理由", "那一件还没有履行，履行以后再列。");
        Officer.finishes(checker, "决定异议");
        Officer.begins(checker, "查一件").looksRight();
        checker.write("哪一行", "1").choose("查得怎样", "属实");
        Officer.finishes(checker, "查一件").sees("抽查：属实");
        Officer.does(checker, "抽查完毕");
        windows.phone("zhentiao")
                .go("/desk/allowances/mine")
                .sees("不成立：那一件还没有履行")
                .looksRight();
        desk.go(page).sees("待审批").looksRight();
    }
}
