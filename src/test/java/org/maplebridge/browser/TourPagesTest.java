package org.maplebridge.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.launch.demo.DemoCounty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What a page says of itself: to whoever opens it for the first time, and on the paper it is printed on.
@BrowserTest
class TourPagesTest {

    private static final String ASKED = "第一次打开这一页？";

    @LocalServerPort
    int port;

    @Autowired
    DemoCounty demo;

    private Wire.Answer matter;

    @BeforeAll
    void found() {
        demo.seed();
        matter = new Wire(port)
                .as("tiaojie", Towns.PASSWORD)
                .post(
                        "/api/scenes/disputes",
                        Map.of(
                                "words", "打印测试：楼道里堆着杂物，两户争吵。",
                                "area", "33.07.02.103.204",
                                "occurredAt", "2025-01-02T08:00:00+08:00",
                                "source", "PATROL"));
        assertThat(matter.status()).as(matter.toString()).isEqualTo(201);
    }

    @Test
    void whoeverWalksOverAPageOnceIsNotAskedAgainAnywhere(Windows windows) {
        var desk = windows.desk("tiaojie").go("/desk/matters/" + matter.text("matter.id"));
        // what is walked over must be there
        desk.sees("我现在可以做").sees(ASKED).press("带我看一遍").sees("走到了哪一环").looksRight();
        assertThat(desk.page().locator(".toured")).hasCount(1);
        desk.press("下一处").press("下一处").press("下一处").sees("改一个字就对不上").looksRight();
        desk.press("看完了").seesNot(ASKED);
        Window.disappears(desk.page().locator(".toured"));
        var phone = windows.phone("tiaojie").go("/desk/matters/" + matter.text("matter.id"));
        phone.sees("我现在可以做").seesNot(ASKED);
    }

    @Test
    void whoeverWantsNoneIsLeftAlone(Windows windows) {
        var desk = windows.desk("zhentiao")
                .go("/desk/matters")
                .sees(ASKED)
                .press("不用")
                .seesNot(ASKED);
        desk.reload().shows("事项").seesNot(ASKED);
        desk.go("/desk/messages").seesNot(ASKED);
    }

    @Test
    void thePaperSaysItsNumberWhoPrintedItAndByWhatItIsChecked(Windows windows) {
        var desk = windows.desk("tiaojie").go("/desk/matters/" + matter.text("matter.id"));
        desk.sees("我现在可以做");
        var foot = desk.page().locator(".printfoot");
        assertThat(foot).isHidden();
        desk.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(foot).isVisible();
        assertThat(foot).containsText("编号 " + matter.text("matter.code"));
        assertThat(foot).containsText("打印人 ");
        assertThat(foot).containsText("（轨迹第 1 条）");
        desk.go("/desk/messages");
        assertThat(foot).containsText("打印人 ");
        assertThat(foot).not().containsText("编号");
        desk.go("/desk/matters").sees("事项");
        assertThat(desk.page().locator(".filters")).isHidden();
        assertThat(desk.page().locator("thead")).isVisible();
    }
}
