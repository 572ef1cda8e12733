package org.maplebridge.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.stats.Tallies;
import org.maplebridge.launch.demo.DemoCounty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What a supervisor reads on Monday morning, and what hangs on the wall of the hall.
@BrowserTest
class ReportPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    DemoCounty demo;

    @Autowired
    Tallies tallies;

    @BeforeAll
    void found() {
        demo.seed();
        new Wire(port)
                .as("tiaojie", Towns.PASSWORD)
                .post(
                        "/api/scenes/disputes",
                        Map.of(
                                "words",
                                "周报测试：树枝伸过了墙",
                                "area",
                                "33.07.02.103.204",
                                "occurredAt",
                                "2025-01-02T08:00:00+08:00",
                                "source",
                                "PATROL",
                                "applicant",
                                "钱大伯",
                                "phone",
                                "13877775555"));
        tallies.countNow();
    }

    @Test
    void aWeekStandsBesideTheOneBeforeAndSaysThatItIsNotOver(Windows windows) {
        var desk = windows.desk("jiandu");
        desk.go("/desk/reports/week").shows("受理 1 件").sees("还没过完，数还会变").looksRight();
        desk.sees("多 1 件").sees("每个数怎么算的");
        assertThat(desk.button("下一周").isDisabled()).isTrue();
        desk.press("上一周").shows("受理 0 件").seesNot("还没过完，数还会变");
        desk.press("下一周").shows("受理 1 件");
        desk.follow("看月报").shows("受理 1 件").sees("月报").looksRight();
    }

    @Test
    void aTileOpensTheFiguresOfItsPlace(Windows windows) {
        var desk = windows.desk("jiandu").go("/desk/rings").shows("五环");
        desk.page()
                .getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("各地受理的件数"))
                .getByRole(AriaRole.BUTTON)
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("白龙桥镇"))
                .click();
        desk.shows("五环：受理 1 件").sees("筱溪村").looksRight();
        assertThat(desk.page().url()).contains("area=33.07.02.103");
    }

    @Test
    void onTheWallThereIsNothingButTheBoard(Windows windows) {
        var wall = windows.wall("tiaojie").go("/desk/board?wall=1").shows(Towns.VILLAGE_OFFICE);
        assertThat(wall.page().getByRole(AriaRole.NAVIGATION).count()).isZero();
        assertThat(wall.page().getByRole(AriaRole.SEARCH).count()).isZero();
        assertThat(wall.text()).doesNotContain("钱大伯", "13877775555");
        wall.looksRight();
        wall.page().setViewportSize(1080, 1920);
        wall.looksRight().follow("回到工作页面");
        com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(
                        wall.page().getByRole(AriaRole.SEARCH))
                .hasCount(1);
    }
}
