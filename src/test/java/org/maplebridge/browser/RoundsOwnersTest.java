package org.maplebridge.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.launch.demo.DemoCounty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Whose a draft on a device is, and how large screens show the pages of the rounds.
@BrowserTest
class RoundsOwnersTest {

    private static final String ROUNDS = "/desk/rounds";

    @LocalServerPort
    int port;

    @Autowired
    DemoCounty demo;

    @BeforeAll
    void found() {
        demo.seed();
    }

    private static Window opens(Window window) {
        return window.go(ROUNDS).shows("今天");
    }

    @Test
    void nobodyElseOnThePhoneSeesADraftAndSigningOutTakesItAlong(Windows windows) {
        var words = "巡查测试己：只给我自己看";
        var phone = windows.phone("wangge").mayHear("status of 401").mayHear("ERR_FAILED");
        opens(phone).press("报一件看到的").shows("报一件看到的");
        phone.write("看到了什么", words);
        phone.go(ROUNDS).sees("还在写");
        phone.context().clearCookies();
        phone.go(ROUNDS).shows("登录办事");
        signsIn(phone, "tiaojie");
        phone.seesNot("还在写").seesNot("还没送到的");
        phone.context().clearCookies();
        phone.go(ROUNDS).shows("登录办事");
        signsIn(phone, "wangge");
        phone.sees("还在写").go("/desk").shows("待办");
        phone.page().locator(".me").click();
        phone.press("退出登录").sees("这台机器上还有 1 份没送出").looksRight().press("先不退");
        phone.press("退出登录").press("删掉并退出").shows("登录办事");
        signsIn(phone, "wangge");
        phone.go(ROUNDS).shows("今天").seesNot("还在写");
        assertThat(new Wire(port)
                        .as("wangge", Towns.PASSWORD)
                        .get("/api/matters")
                        .body()
                        .toString())
                .doesNotContain("巡查测试己");
    }

    private static void signsIn(Window phone, String user) {
        phone.write("用户名", user).write("密码", Towns.PASSWORD).press("登录");
        Window.disappears(phone.page().getByText("登录办事"));
        phone.page().waitForSelector("h1");
    }

    @Test
    void onALargeScreenItIsTheSame(Windows windows) {
        for (var window : List.of(windows.desk("tiaojie"), windows.wall("tiaojie"))) {
            opens(window).press("报一件看到的").shows("报一件看到的").looksRight();
            window.press("不要这份了").sees("删掉就没有了").looksRight().press("删掉");
            window.shows("今天").looksRight();
        }
    }
}
