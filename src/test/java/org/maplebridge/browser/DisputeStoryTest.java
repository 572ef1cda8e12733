package org.maplebridge.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.kernel.alerts.Alarms;
import org.maplebridge.kernel.ground.Errand;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.launch.demo.DemoCounty;
import org.springframework.beans.factory.annotation.Autowired;

/// Two disputes go the whole way round through the pages: one that a citizen reports, one that a file brings.
@BrowserTest
class DisputeStoryTest {

    @Autowired
    DemoCounty demo;

    @Autowired
    Transactions transactions;

    @Autowired
    List<Errand> errands;

    @Autowired
    Alarms alarms;

    @BeforeAll
    void found() {
        demo.seed();
    }

    private LocalDate today() {
        return transactions.run(Scope.job("test"), Work::today);
    }

    private void pass(Duration time) {
        TestClock.pass(time);
        alarms.sweep();
    }

    @Test
    void aReportIsReturnedUpgradedAgreedPerformedEvaluatedAndClosed(Windows windows) {
        var title = "测试：楼上夜里十点还在装修";
        var phone = Citizen.tells(windows.phone(), title + "。说了几次不听。", today().minusDays(1));
        phone.press("提交").shows("收到了，已经记下");
        var code = phone.page().locator(".bigcode").innerText();

        var village = Officer.takes(windows.desk("tiaojie"), title);
        Officer.registers(village);
        Officer.routes(village, Towns.VILLAGE_OFFICE);
        Officer.does(village, "签收");
        Officer.does(village, "退回", "为什么不归本单位办", "双方都住在镇上");

        var town = Officer.takes(windows.desk("zhenban"), title).sees("退回过 1 次");
        Officer.hands(town, Towns.VILLAGE_OFFICE);

        Officer.takes(village, title);
        Officer.beginsToMediate(village);
        Officer.does(village, "提级", "为什么要提级", "要镇里的专业调解员");

        var mediator = Officer.takes(windows.desk("zhentiao"), title);
        Officer.looksBehindTheMask(mediator).sees("1380000" + Citizen.DIGITS).sees("谁看过，1 次");
        mediator.looksRight().reload().shows(title);
        assertThat(mediator.text()).doesNotContain("1380000" + Citizen.DIGITS);
        Officer.recordsTheAgreement(mediator, today());
        Officer.does(mediator, "开始履行");
        Officer.recordsFullPerformance(mediator, today());
        evaluatedOnThePhone(phone, code, title);

        mediator.reload().shows(title).sees("晚上八点以后不施工").sees("评价匿名汇总");
        assertThat(mediator.text()).doesNotContain("说话算数");
        Officer.closes(mediator).sees("已化解").sees("链条完整");
        for (String move : List.of("记录履行", "结案")) {
            Officer.hasNot(mediator, move);
        }
    }

    private static void evaluatedOnThePhone(Window phone, String code, String title) {
        phone.go("/progress").shows("查办到哪一步了");
        phone.write("查询码", code).write("手机号后四位", Citizen.DIGITS).press("查进度");
        phone.shows(title).sees("要您做的：请说说办得怎么样");
        phone.press("交评价").sees("还没选“这件事办得怎么样？”").looksRight();
        phone.choose("这件事办得怎么样？", "满意").write("还想说的", "说话算数").press("交评价");
        phone.sees("谢谢您的评价，即将结案").looksRight();
        phone.page().getByText("存了我的什么，谁看过").click();
        phone.sees("看了姓名、电话").sees("联系当事人办理本事项").looksRight();
    }

    @Test
    void anImportedComplaintIsLateIsNoticedAboveAndStillComesToAGoodEnd(Windows windows, @TempDir Path folder)
            throws IOException {
        var title = "测试来信：广场音响夜里太响";
        imported(folder, "w1\tT001\t" + title + "\t2019/2/28 11:25:05\tA7县某小区广场音响到夜里十一点。\t0\t3");
        var town = Officer.takes(windows.desk("zhenban"), title).sees("批量导入").mayHear("401");
        Officer.registers(town);
        Officer.routes(town, Towns.VILLAGE_OFFICE);

        pass(Duration.ofHours(5));
        lateAtTheOffice(windows, title);
        pass(Duration.ofDays(10));
        pass(Duration.ofDays(10));
        noticedAbove(windows, title);

        var village = Officer.takes(windows.desk("tiaojie"), title);
        Officer.does(village, "签收").sees("逾期办");
        Officer.does(village, "退回", "为什么不归本单位办", "涉及全镇的广场");
        var supervisor = windows.wall("jiandu");
        supervisor.follow("督办").shows("在办");
        assertThat(Officer.row(supervisor, title).first().innerText()).contains("1 次");
        fromTheTownToTheEnd(windows, title);
    }

    private void imported(Path folder, String row) throws IOException {
        var file = Files.writeString(
                folder.resolve("made-up.tsv"), "id\tsender\ttitle\ttime\tbody\tagainst\tfor\n" + row + "\n");
        var errand = errands.stream()
                .filter(each -> each.verb().equals("import"))
                .findFirst()
                .orElseThrow();
        assertThat(errand.run(
                        List.of("complaints", file.toString()),
                        new PrintStream(java.io.OutputStream.nullOutputStream()),
                        new PrintStream(java.io.OutputStream.nullOutputStream())))
                .isZero();
    }

    private static void lateAtTheOffice(Windows windows, String title) {
        var village = windows.desk("tiaojie").mayHear("401").shows("待办，有 1 件逾期").sees("已逾期 1");
        village.follow("提醒").shows("提醒，1 条还没看").sees("逾期");
        village.press("知道了：" + title).shows("提醒").sees("演示调解员乙 已看");
        village.follow(title).shows(title).sees("签收 逾期");
    }

    private static void noticedAbove(Windows windows, String title) {
        var town = windows.desk("zhenban");
        town.follow("提醒").shows("提醒");
        assertThat(Officer.row(town, title).first().innerText()).contains("逾期升级", "报到上一级");
        var supervisor = windows.desk("jiandu");
        supervisor.follow("提醒").shows("提醒");
        assertThat(Officer.row(supervisor, title).first().innerText()).contains("逾期升级", "报到上 2 级");
        supervisor.follow("督办").shows("在办").sees("逾期的");
        assertThat(Officer.row(supervisor, title).first().innerText()).contains("逾期");
    }

    private void fromTheTownToTheEnd(Windows windows, String title) {
        Officer.does(Officer.takes(windows.desk("zhenban"), title), "提级", "为什么要提级", "要县里牵头");
        var county = Officer.takes(windows.desk("xiantiao"), title);
        Officer.beginsToMediate(county);
        // a letter has a sign instead of a name, and nobody makes an agreement with a sign
        Officer.fillsInTheAgreement(county.mayHear("422"), today());
        Officer.submits(county, "达成协议").sees("协议要写明申请人是谁").looksRight();
        county.write("补上申请人", "周梅").write("补上对方当事人", "吴强");
        Officer.finishes(county, "达成协议");
        Officer.does(county, "开始履行");
        Officer.recordsFullPerformance(county, today());
        var dispatcher = windows.desk("xianban");
        dispatcher.go("/desk/matters?q=" + title.substring(0, 4)).shows("事项").follow(title);
        Officer.begins(dispatcher, "评价").looksRight();
        dispatcher.choose("您满意吗？", "基本满意").choose("代为记录的，怎样听到的", "电话回访");
        Officer.finishes(dispatcher, "评价");
        Officer.closes(county.reload().shows(title)).sees("已化解");
    }
}
