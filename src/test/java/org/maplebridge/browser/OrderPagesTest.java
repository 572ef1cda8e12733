package org.maplebridge.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.launch.demo.DemoCounty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What nobody does alone, on the pages: from what need not be kept any longer to the decision of another.
@BrowserTest
class OrderPagesTest {

    private static final String TITLE = "测试：保存期满的一件";

    @LocalServerPort
    int port;

    @Autowired
    DemoCounty demo;

    @BeforeAll
    void found() {
        demo.seed();
    }

    /// A dispute that has ended.
    private void ended() {
        var village = new Wire(port).as("tiaojie", Towns.PASSWORD);
        var opened = village.post(
                "/api/scenes/disputes",
                Map.of(
                        "words", TITLE + "。",
                        "area", "33.07.02.103.204",
                        "occurredAt", "2025-01-02T08:00:00+08:00",
                        "source", "PATROL"));
        var done = village.move(
                opened.text("matter.id"), "divert", Map.of("to", "LITIGATION", "reason", "双方要走诉讼", "informed", true));
        org.assertj.core.api.Assertions.assertThat(done.status())
                .as(done.toString())
                .isEqualTo(200);
    }

    @Test
    void whatNeedNotBeKeptIsAskedForByOneAndDecidedByAnother(Windows windows) {
        ended();
        var first = windows.desk("fawu").go("/desk/retention").shows("保存期满的内容").sees("没有期满的内容");
        for (var window : List.of(windows.phone("fawu"), first, windows.wall("jiandu"))) {
            window.go("/desk/retention").shows("保存期满的内容");
            window.write("看到哪一天为止期满的", "2199-01-01").sees(TITLE).sees("申请销毁").looksRight();
        }
        first.follow("申请销毁 " + TITLE).shows("申请：双人审批");
        first.write("哪个单位审批", Towns.COUNTY_OFFICE)
                .write("为什么", "保存期限已满，继续保存没有必要。")
                .looksRight();
        first.press("申请").shows("“申请”办好了").follow("打开这件事");
        first.shows("销毁已办结事项的内容").sees("自己申请的事，要由另一个人决定").looksRight();
        assertThat(first.button("同意")).hasAttribute("aria-disabled", "true");
        var order = first.page().url().replaceAll("^.*(/desk/matters/)", "$1");

        windows.wall("fawu").go(order).shows("销毁已办结事项的内容");
        windows.phone("jiandu").go(order).shows("销毁已办结事项的内容").sees("保存期限已满，继续保存没有必要。");
        var second = windows.desk("jiandu")
                .go(order)
                .shows("销毁已办结事项的内容")
                .sees("为什么申请")
                .seesNot("当事人");
        Officer.begins(second, "同意").looksRight();
        second.write("审批意见", "核对过，已经办结。");
        Officer.finishes(second, "同意");
    }

    @Test
    void theFormAsksForWhatItsKindNeeds(Windows windows) {
        for (var window : List.of(windows.phone("fawu"), windows.desk("fawu"), windows.wall("fawu"))) {
            window.go("/desk/new/orders").shows("申请：双人审批").seesNot("开放几小时");
            window.write("申请什么", "破例查阅一件事项").sees("开放几小时").seesNot("第几位当事人");
            window.write("申请什么", "把两位当事人合并为一人").sees("另一位在哪一件里").seesNot("开放几小时");
            window.press("申请").sees("还没填“那一件里第几位当事人”").looksRight();
        }
    }
}
