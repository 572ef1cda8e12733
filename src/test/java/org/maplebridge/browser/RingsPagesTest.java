package org.maplebridge.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.launch.demo.DemoCounty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The five rings, on a phone and on a desk: from a figure to its parts, to what it counts.
@BrowserTest
class RingsPagesTest {

    private static final String TITLE = "测试：五环里的一件";

    @LocalServerPort
    int port;

    @Autowired
    DemoCounty demo;

    @BeforeAll
    void found() {
        demo.seed();
        var village = new Wire(port).as("tiaojie", Towns.PASSWORD);
        for (int i = 0; i < 6; i++) {
            var opened = village.post(
                    "/api/scenes/disputes",
                    Map.of(
                            "words", TITLE + i + "，楼上半夜唱歌，噪声扰民。",
                            "area", "33.07.02.103.204",
                            "occurredAt", "2025-01-02T08:00:00+08:00",
                            "source", "PATROL"));
            assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        }
        var counted = new Wire(port).as("jiandu", Towns.PASSWORD).post("/api/stats/refresh", Map.of());
        assertThat(counted.status()).as(counted.toString()).isEqualTo(200);
    }

    @Test
    void aFigureOpensItsPartsAndWhatItCounts(Windows windows) throws IOException {
        for (var window : List.of(windows.phone("jiandu"), windows.desk("jiandu"), windows.wall("jiandu"))) {
            window.go("/desk/rings").shows("五环：受理");
            window.sees("即时感知").sees("多元调处").sees("责任监督").sees("考评反馈").sees("预警研判");
            window.sees("目标 97.1").sees("试点县公开材料").sees("统计到").looksRight();
            window.go("/desk/rings/disputes.received").shows("受理");
            window.sees(Towns.TOWN).sees("数的是这些").sees(TITLE).looksRight();
        }
        var desk = windows.desk("jiandu").go("/desk/rings/disputes.received").shows("受理");
        desk.press("按月").sees("月").looksRight();
        desk.press("按来源").sees("9 个来源里 1 个有件").sees("诉调衔接").looksRight();
        Page page = desk.page();
        var file = page.waitForDownload(() -> desk.press("存成表格"));
        assertThat(Files.readString(file.path())).contains("受理（件）", "分母", "统计到");
    }

    @Test
    void drawingOverTheWeeksNarrowsThePageAndTheTableOfTheDrawingSaysTheSame(Windows windows) {
        var desk = windows.desk("jiandu").go("/desk/rings/disputes.received").shows("受理");
        var page = desk.page();
        var drawn = page.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName(Pattern.compile("^每周受理")));
        drawn.locator("canvas").waitFor();
        var box = drawn.boundingBox();
        page.mouse().move(box.x + box.width * 0.4, box.y + box.height / 2);
        page.mouse().down();
        page.mouse().move(box.x + box.width * 0.6, box.y + box.height / 2, new Mouse.MoveOptions().setSteps(8));
        page.mouse().up();
        page.waitForURL(Pattern.compile("from=\\d{4}-\\d\\d-\\d\\d.*to="));
        desk.press("看全部时间");
        page.waitForURL(Pattern.compile("^[^?]*$"));
        opened(desk, "用表格看");
        desk.sees("（没过完）");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^只看这段")))
                .first()
                .click();
        page.waitForURL(Pattern.compile("from="));
        desk.sees("看全部时间").looksRight();
        windows.phone("jiandu").go("/desk/rings/disputes.received").sees("每周受理").looksRight();
    }

    @Test
    void aGoalAndAnHonourAreEnteredAndTakenBack(Windows windows) {
        var desk = windows.desk("jiandu").go("/desk/rings").shows("五环：受理");
        opened(desk, "登记荣誉");
        desk.write("授予谁", "筱溪村调委会").write("什么荣誉", "先进集体").write("谁授予的", "区里").write("哪天授予", "2025-01-02");
        desk.press("登记荣誉").sees("筱溪村调委会：先进集体").looksRight();
        desk.press("删掉 筱溪村调委会的先进集体").sees("还没有登记荣誉");
        opened(desk, "登记目标");
        desk.mayHear("422").press("登记目标").sees("没有登记目标");
        desk.write("哪一年", "2026").write("目标值", "80").write("出自哪里", "区里的方案");
        desk.press("登记目标").sees("来源：区里的方案").looksRight();
    }

    private static void opened(Window window, String form) {
        window.page().locator("summary").getByText(form).first().click();
    }
}
