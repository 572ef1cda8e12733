package org.maplebridge.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.Authenticator;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.launch.demo.DemoCounty;
import org.springframework.beans.factory.annotation.Autowired;

/// How people sign in, as they see it.
@BrowserTest
class AccountPagesTest {

    @Autowired
    DemoCounty demo;

    @Autowired
    Transactions transactions;

    @BeforeAll
    void found() {
        demo.seed();
    }

    @AfterEach
    void theClockGoesBack() {
        TestClock.reset();
    }

    private Instant now() {
        return transactions.run(Scope.job("test"), Work::now);
    }

    private static Window atTheDoor(Window window, String user) {
        return window.go("/desk/sign-in")
                .shows("登录办事")
                .write("用户名", user)
                .write("密码", Towns.PASSWORD)
                .press("登录");
    }

    private static void signsOut(Window window) {
        window.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("我的设置")))
                .click();
        window.press("退出登录").shows("登录办事");
    }

    /// Turns one-time codes on; returns the app with which it was done.
    private Authenticator enrols(Window desk) {
        desk.go("/desk/account").shows("账号与安全").sees("还没有开通");
        desk.press("开通").write("先输一次密码", Towns.PASSWORD).press("下一步");
        desk.sees("填对了才算开通").looksRight();
        assertThat(desk.page().locator(".qr svg")).isVisible();
        var app = new Authenticator(desk.page().locator("[data-secret]").textContent());
        desk.mayHear("422").write("App 显示的 6 位数字", "12345").press("确认开通").sees("口令不对");
        desk.looksRight();
        desk.write("App 显示的 6 位数字", app.at(now())).press("确认开通");
        desk.sees("十个恢复码，只显示这一次").looksRight();
        return app;
    }

    @Test
    void anOfficerTurnsCodesOnAndSignsInWithOne(Windows windows) {
        var desk = windows.desk("tiaojie");
        var app = enrols(desk);
        var codes = desk.page().locator(".codes code").allTextContents();
        assertThat(codes).hasSize(10);
        desk.press("已经保存好").sees("恢复码还剩 10 个").looksRight();
        signsOut(desk);
        atTheDoor(desk.mayHear("401"), "tiaojie").shows("还差一步");
        desk.write("动态口令", "000000").press("登录").sees("动态口令不对").looksRight();
        TestClock.pass(Duration.ofSeconds(31));
        desk.write("动态口令", app.at(now())).press("登录").shows("待办");
        signsOut(desk);
        atTheDoor(desk, "tiaojie").shows("还差一步");
        desk.write("动态口令", codes.getFirst()).press("登录").shows("待办");
        desk.go("/desk/account").shows("账号与安全").sees("恢复码还剩 9 个").sees("用一个恢复码登录");
    }

    @Test
    void oneSeesWhereOneIsSignedInAndEndsIt(Windows windows) {
        var desk = windows.desk("xiantiao");
        var other = windows.desk("xiantiao");
        desk.go("/desk/account").shows("账号与安全").sees("（就是这里）");
        desk.press("除了这里，全部结束");
        Window.disappears(desk.button("除了这里，全部结束"));
        desk.looksRight();
        other.mayHear("401").go("/desk").shows("登录办事");
    }

    @Test
    void theRegistrarResetsAndThePersonIsTold(Windows windows) {
        var colleague = windows.desk("xiantiao");
        enrols(colleague);
        var registrar = windows.wall("xianban");
        registrar.go("/desk/accounts").shows("本单位的账号").sees("xiantiao");
        registrar
                .page()
                .getByRole(AriaRole.ROW)
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("xiantiao"))
                .getByRole(AriaRole.LINK)
                .click();
        registrar.shows("的账号").sees("已开通").write("为什么重置", "本人到场说明手机丢失").press("重置");
        registrar.sees("重置了动态口令").looksRight();
        atTheDoor(colleague.mayHear("401"), "xiantiao").shows("待办");
        colleague.sees("有人动过您的账号").sees("本人到场说明手机丢失").looksRight();
        colleague.press("知道了").seesNot("有人动过您的账号");
    }

    @Test
    void thePagesFitAPhone(Windows windows) {
        var phone = windows.phone();
        atTheDoor(phone, "huifang").shows("待办");
        phone.go("/desk/account").shows("账号与安全").sees("在哪里登录着");
    }
}
