package org.maplebridge.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.launch.demo.DemoCounty;
import org.springframework.beans.factory.annotation.Autowired;

/// A public screen in a hall, 1080 by 1920: one person after the other stands before it.
@BrowserTest
class KioskPagesTest {

    private static final int MINUTE_AND_A_BIT_MILLIS = 62_000;

    @Autowired
    DemoCounty demo;

    @Autowired
    Transactions transactions;

    @BeforeAll
    void found() {
        demo.seed();
    }

    private static Window screen(Windows windows) {
        var screen = windows.phone();
        screen.page().setViewportSize(1080, 1920);
        return screen;
    }

    private LocalDate today() {
        return transactions.run(Scope.job("test"), Work::today);
    }

    @Test
    void whatIsPressedStandsInTheLowerHalfAndIsLarge(Windows windows) {
        var screen = screen(windows);
        screen.go("/?kiosk=1").shows("枫桥").looksRight();
        for (var door : screen.page().locator(".door").all()) {
            var box = door.boundingBox();
            assertThat(box.height).isGreaterThanOrEqualTo(112);
            assertThat(box.y).as("reached sitting").isGreaterThan(960);
        }
        screen.follow("说一件事").shows("发生了什么事？").looksRight();
        assertThat(screen.page().getByText("工作人员登录")).isNotNull();
        assertThat(screen.page().getByText("工作人员登录").count()).isZero();
    }

    @Test
    void whoIsDoneClearsTheScreenAndTheNextSeesNothing(Windows windows) {
        var screen = screen(windows);
        screen.go("/?kiosk=1").shows("枫桥").follow("说一件事");
        screen.shows("发生了什么事？").write("发生了什么事？", "邻居家的狗").press("下一问");
        screen.press("办完清屏").shows("枫桥").seesNot("接着说");
        screen.follow("说一件事").shows("发生了什么事？");
        assertThat(screen.field("发生了什么事？").inputValue()).isEmpty();
        assertThat(screen.page().evaluate("() => document.documentElement.dataset.look"))
                .as("still a public screen")
                .isEqualTo("kiosk");
    }

    @Test
    void whoWalksAwayLeavesNothingBehind(Windows windows) {
        var screen = screen(windows);
        screen.page().clock().install();
        screen.go("/?kiosk=1").shows("枫桥").follow("说一件事");
        screen.shows("发生了什么事？").write("发生了什么事？", "说了一半").press("下一问");
        screen.page().clock().runFor(30_000);
        assertThat(screen.page()
                        .getByRole(AriaRole.TIMER, new Page.GetByRoleOptions().setName("秒没人操作就清屏"))
                        .count())
                .isOne();
        screen.page().clock().runFor(MINUTE_AND_A_BIT_MILLIS);
        screen.shows("枫桥").seesNot("接着说");
    }

    @Test
    void aWholeReportIsMadeStandingBeforeIt(Windows windows) {
        var screen = screen(windows);
        screen.go("/?kiosk=1").shows("枫桥");
        Citizen.tells(screen, "测试：在大厅的屏幕上说的", today().minusDays(1))
                .press("提交")
                .shows("收到了，已经记下")
                .sees("请抄下查询码")
                .looksRight();
        assertThat(screen.page().getByText("存下回执").count())
                .as("nothing is kept on everybody's machine")
                .isZero();
        assertThat(screen.page().locator("a[href^='tel:']").count()).isZero();
    }

    /// A choice of files would open the disk of everybody's machine.
    @Test
    void nobodyIsShownItsFiles(Windows windows) {
        var screen = screen(windows);
        screen.go("/?kiosk=1").shows("枫桥").follow("核验回执").shows("核一核，有没有被改过").looksRight();
        assertThat(screen.page().locator("input[type=file]").count()).isZero();
    }
}
