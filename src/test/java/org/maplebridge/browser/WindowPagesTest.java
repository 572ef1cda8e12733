package org.maplebridge.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.launch.demo.DemoCounty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The window of a mediation centre, and the board on its wall.
@BrowserTest
class WindowPagesTest {

    private static final String VILLAGE = "33.07.02.103.204";

    @LocalServerPort
    int port;

    @Autowired
    DemoCounty demo;

    @BeforeAll
    void found() {
        demo.seed();
    }

    private Wire as(String user) {
        return new Wire(port).as(user, Towns.PASSWORD);
    }

    @Test
    void somebodyIsTakenDownWithAHelperAndADangerAndTheNextOneFollowsByKeyboard(Windows windows) {
        var words = "窗口测试甲：邻居为停车打了人";
        var desk = windows.desk("tiaojie");
        desk.go("/desk/window").shows("窗口登记").looksRight();
        assertThat(desk.field("发生了什么")).isFocused();
        desk.page().getByText("有人受伤").click();
        desk.sees("先打 120，再打 110").looksRight();
        desk.page().getByText("已经报告公安机关").click();
        desk.page().keyboard().press("Alt+S");
        desk.sees("还没填“发生了什么”").looksRight();
        desk.write("发生了什么", words);
        desk.write("申请人姓名", "赵老太").write("申请人电话", "13800001111");
        desk.write("替申请人来办的人", "赵小妹");
        desk.mayHear("status of 422").page().keyboard().press("Alt+S");
        desk.sees("请留帮的人的电话").looksRight();
        desk.write("替办人的电话", "13800002222");
        desk.page().keyboard().press("Alt+S");
        desk.shows("登记好了").sees("打印").sees("黄").looksRight();
        var code = desk.page().locator(".bigcode").innerText();
        assertThat(desk.button("下一位（Alt+N）")).isFocused();
        desk.page().keyboard().press("Alt+N");
        desk.shows("窗口登记").sees("其中急的 1 件").looksRight();
        assertThat(desk.field("发生了什么")).hasValue("");
        assertThat(desk.field("发生了什么")).isFocused();
        desk.write("发生了什么", words);
        desk.sees("可能已经有了").looksRight();
        var phone = windows.phone();
        phone.go("/progress").shows("查办到哪一步了");
        phone.write("查询码", code).write("手机号后四位", "2222").press("查进度");
        phone.sees(code).looksRight();
    }

    @Test
    void onALargeScreenTheWindowIsTheSame(Windows windows) {
        windows.wall("zhentiao").go("/desk/window").shows("窗口登记").looksRight();
        windows.phone("zhentiao").go("/desk/window").shows("窗口登记").looksRight();
        windows.desk("huifang")
                .go("/desk/window")
                .shows("窗口")
                .sees("您的岗位不在窗口登记")
                .looksRight();
    }

    /// A dispute that waits to be signed for by the village.
    private String routed(String words) {
        var wire = as("tiaojie");
        var opened = wire.post(
                "/api/scenes/disputes",
                Map.of(
                        "words", words,
                        "area", VILLAGE,
                        "occurredAt", "2025-01-02T08:00:00+08:00",
                        "source", "PATROL",
                        "applicant", "钱大妈",
                        "phone", "13877771234"));
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        var id = opened.text("matter.id");
        var register = new HashMap<String, Object>(Map.of("people", 2));
        List.of("threat", "injury", "violence", "harassment", "vulnerable", "policeInformed")
                .forEach(name -> register.put(name, false));
        assertThat(wire.move(id, "register", register).status()).isEqualTo(200);
        var village = wire.get("/api/matters/" + id).text("agency.id");
        var route = Map.of("area", VILLAGE, "category", "NOISE", "agency", village, "reason", "就近");
        var answer = wire.move(id, "route", route);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return opened.text("code");
    }

    @Test
    void theBoardShowsWhereThingsStandAndNobodysName(Windows windows) {
        var words = "看板测试：楼上半夜打牌";
        var code = routed(words);
        for (var window : List.of(windows.desk("tiaojie"), windows.wall("tiaojie"), windows.phone("tiaojie"))) {
            window.go("/desk/board").shows(Towns.VILLAGE_OFFICE).sees("截至");
            var waiting = window.page().locator("section[aria-labelledby=board-waiting]");
            assertThat(waiting.getByText(code)).isVisible(Window.patient());
            assertThat(waiting).containsText(Pattern.compile("噪声扰民"));
            window.seesNot(words)
                    .seesNot("钱大妈")
                    .seesNot("钱*妈")
                    .sees("今天的会面")
                    .sees("今天谁值班")
                    .looksRight();
        }
        var desk = windows.desk("tiaojie");
        var count = as("tiaojie")
                .get("/api/matters?scene=disputes&stage=ROUTED&open=true&limit=200")
                .body()
                .path("items")
                .size();
        desk.go("/desk/board").shows(Towns.VILLAGE_OFFICE);
        var figure = desk.page().locator("section[aria-labelledby=board-waiting] .figure a");
        assertThat(figure).hasText(count + " 件");
        figure.click();
        desk.shows("事项").sees(words);
        desk.mayHear("ERR_FAILED").page().route("**/api/duty*", route -> route.abort());
        desk.go("/desk/board").shows(Towns.VILLAGE_OFFICE).sees("值班表没取到，不是没有").looksRight();
    }
}
