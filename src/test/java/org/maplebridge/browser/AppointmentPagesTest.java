package org.maplebridge.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.launch.demo.DemoCounty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A session from the desk to the party's phone, the week of the office, and who is on duty or away.
@BrowserTest
class AppointmentPagesTest {

    private static final String TITLE = "测试：楼道堆物";

    @LocalServerPort
    int port;

    @Autowired
    DemoCounty demo;

    @Autowired
    Transactions transactions;

    @BeforeAll
    void found() {
        demo.seed();
    }

    private LocalDate today() {
        return transactions.run(Scope.job("test"), Work::today);
    }

    private Wire.Answer opened() {
        var answer = new Wire(port)
                .as("tiaojie", Towns.PASSWORD)
                .post(
                        "/api/scenes/disputes",
                        Map.of(
                                "words", TITLE + "。",
                                "area", "33.07.02.103.204",
                                "occurredAt", "2025-01-02T08:00:00+08:00",
                                "source", "PATROL",
                                "applicant", "郑小雨",
                                "phone", "13877771234"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer;
    }

    private static void write(Window window, String label, String words) {
        window.page().getByLabel(label).first().fill(words);
    }

    @Test
    void aSessionIsArrangedAtTheDeskAndAnsweredOnThePartysPhone(Windows windows) {
        var opened = opened();
        var desk = windows.desk("tiaojie");
        desk.go("/desk/matters/" + opened.text("matter.id")).shows(TITLE).press("安排会面");
        desk.choose("哪一种", "调解会");
        write(desk, "几点开始", today() + "T23:00");
        write(desk, "几点结束", today() + "T23:50");
        write(desk, "在哪里", "村委会二楼");
        desk.page().getByText("请申请人").first().scrollIntoViewIfNeeded();
        desk.choose("请申请人郑*雨到场", "是").looksRight().press("提交");
        desk.sees("已安排").sees("村委会二楼").looksRight();
        desk.press("记通知：第 1 次").choose("怎么通知的", "电话").press("提交");
        desk.sees("怎么通知的：").sees("电话通知");
        var phone = windows.phone();
        phone.go("/progress").shows("查办到哪一步了");
        phone.write("查询码", opened.text("code")).write("手机号后四位", "1234").press("查进度");
        phone.shows(TITLE).sees("请您到场").sees("村委会二楼");
        write(phone, "想改到什么时候，或者有什么要说的（可以不填）", "想改到周六");
        phone.looksRight().press("来不了").sees("您的答复：来不了").looksRight();
        desk.reload().sees("想改到周六").press("取消：第 1 次").write("为什么取消", "当事人想改期").press("提交");
        desk.sees("已取消").sees("取消的原因：当事人想改期").looksRight();
    }

    @Test
    void theWeekOfTheOfficeAndItsRooms(Windows windows) {
        for (var window : List.of(windows.desk("zhentiao"), windows.phone("zhentiao"))) {
            var width = window.page().viewportSize().width;
            window.go("/desk/calendar").shows("本单位日程").looksRight().press("登记一间");
            window.write("房间名称", "房间" + width)
                    .write("坐多少人", "8")
                    .write("在哪里", "二楼")
                    .looksRight();
            window.press("登记").sees("房间" + width).looksRight();
            window.press("我的").shows("我的日程").press("下一周").shows("我的日程").looksRight();
        }
    }

    @Test
    void whoIsOnDutyAndWhoIsAway(Windows windows) {
        for (var window : List.of(windows.desk("zhentiao"), windows.phone("zhentiao"))) {
            var day = today().plusDays(window.page().viewportSize().width > 800 ? 20 : 30);
            window.go("/desk/duty").shows("值班与请假").looksRight().press("登记不在岗");
            write(window, "从哪一天起", day.toString());
            write(window, "到哪一天为止", day.toString());
            window.choose("原因", "培训").looksRight().press("登记");
            window.sees("培训").looksRight();
        }
    }
}
