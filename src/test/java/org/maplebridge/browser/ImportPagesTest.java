package org.maplebridge.browser;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maplebridge.kernel.ground.Loop;
import org.maplebridge.kernel.ground.Looping;
import org.maplebridge.launch.demo.DemoCounty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// An old register on its way through the pages: which column is what, a check, bringing it in, taking it back.
@BrowserTest
class ImportPagesTest {

    private static final String HEADS = "编号,村（社区）,受理时间,申请人,联系电话,对方当事人,纠纷类型,纠纷简要情况\n";

    @LocalServerPort
    int port;

    @Autowired
    DemoCounty demo;

    /// What works on registers runs by itself in earnest only.
    @Autowired
    List<Looping> loops;

    @BeforeAll
    void found() {
        demo.seed();
        registers().start();
    }

    @AfterAll
    void rest() {
        registers().stop();
    }

    private Loop registers() {
        return loops.stream()
                .filter(each -> each.getClass().getSimpleName().equals("RegisterWork"))
                .findFirst()
                .orElseThrow()
                .loop();
    }

    private static FilePayload register(int width) {
        var lines = HEADS
                + line(width, 1, "筱溪村", "2018年3月5日")
                + line(width, 2, "筱溪村", "2018/3/6")
                + line(width, 3, "蓬莱仙岛", "2018.3.7")
                + line(width, 4, "筱溪村", "2019年2月30日");
        return new FilePayload("旧台账" + width + ".csv", "text/csv", lines.getBytes(StandardCharsets.UTF_8));
    }

    private static String line(int width, int no, String place, String day) {
        return "样%d字%d号,%s,%s,样小%d,139%04d%04d,例小%d,邻里纠纷,样例：第%d件，院墙滴水。%n"
                .formatted(width, no, place, day, width + no, width, no, width + no, no);
    }

    @Test
    void aRegisterIsMappedCheckedBroughtInAndTakenBack(Windows windows) {
        for (var window : List.of(windows.phone("zhenban"), windows.desk("zhenban"), windows.wall("zhenban"))) {
            int width = window.page().viewportSize().width;
            window.go("/desk/imports").shows("旧台账导入").looksRight();
            window.page().getByLabel("选一份台账").setInputFiles(register(width));
            window.shows("旧台账" + width + ".csv").sees("哪一栏是什么").sees("蓬莱仙岛").looksRight();
            window.press("检查一遍（不写入）");
            window.sees("已检查：能收 2 行，不收 2 行").sees("读不出是哪一天").looksRight();
            window.field("要看一看的行").selectOption("LIKELY");
            window.sees("没有要提醒的行").looksRight();
            window.press("导入 2 行").sees("已导入：收下 2 件，不收 2 行").looksRight();
            window.press("撤回这一批").sees("已撤回").looksRight();
            window.go("/desk/imports").sees("旧台账" + width + ".csv").looksRight();
        }
    }
}
