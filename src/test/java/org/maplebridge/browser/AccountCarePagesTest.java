package org.maplebridge.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.launch.demo.DemoCounty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Tokens for programs, and how a registrar helps somebody who can't get in.
@BrowserTest
class AccountCarePagesTest {

    private static final String OWN = "my-own-long-words";
    private static final String SUBJECT = "f81d4fae-7dec-11d0-a765-00a0c91e6bf6";

    @Autowired
    DemoCounty demo;

    @LocalServerPort
    int port;

    @BeforeAll
    void found() {
        demo.seed();
    }

    private Wire program(Window desk) {
        var token = desk.page().locator("[data-token]").textContent();
        return new Wire(port).with("Authorization", "Bearer " + token);
    }

    private static Window signedIn(Window window, String user) {
        return signedIn(window, user, Towns.PASSWORD);
    }

    private static Window signedIn(Window window, String user, String password) {
        return window.go("/desk/sign-in")
                .shows("登录办事")
                .write("用户名", user)
                .write("密码", password)
                .press("登录")
                .shows("待办");
    }

    private static Window account(Window registrar, String login) {
        registrar.go("/desk/accounts").shows("本单位的账号").sees(login);
        registrar
                .page()
                .getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText(login))
                .getByRole(AriaRole.LINK)
                .click();
        return registrar.shows("的账号");
    }

    private static void ticks(Window desk, String words) {
        desk.page()
                .getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(words))
                .check();
    }

    @Test
    void anOfficerMakesATokenForAProgramAndEndsIt(Windows windows) {
        var desk = windows.desk("tiaojie");
        desk.go("/desk/account").shows("账号与安全").follow("建立或停用令牌");
        desk.shows("程序令牌").sees("还没有令牌").press("建一个令牌").looksRight();
        desk.mayHear("422").write("给哪个程序用", "村里的大屏").write("用多少天", "0").press("建立");
        desk.sees("有效天数应在 1 到").looksRight();
        desk.choose("能做什么", "能看能办").write("用多少天", "30");
        ticks(desk, "矛盾纠纷");
        ticks(desk, "新开事项");
        desk.looksRight().press("建立");
        desk.sees("只显示这一次").sees("只限矛盾纠纷").looksRight();
        var screen = program(desk);
        assertThat(screen.get("/api/matters?scene=disputes").status()).isEqualTo(200);
        assertThat(screen.get("/api/alerts").status()).as("not of the scene").isEqualTo(403);
        desk.reload().shows("程序令牌");
        Window.disappears(desk.page().locator("[data-token]"));
        desk.press("停用 村里的大屏").sees("用它的程序马上进不来").sees("还没有令牌").looksRight();
        assertThat(screen.get("/api/matters?scene=disputes").status()).isEqualTo(401);
    }

    @Test
    void aRegistrarMakesATokenForTheIdentityPlatform(Windows windows) {
        var registrar = windows.wall("xianban");
        registrar.go("/desk/accounts").shows("本单位的账号").follow("建我自己的令牌");
        registrar.shows("程序令牌").press("建一个令牌").write("给哪个程序用", "身份管理平台");
        registrar.choose("能做什么", "人员开通接口").looksRight().press("建立");
        registrar.sees("只用于人员开通接口").looksRight();
        var platform = program(registrar);
        assertThat(platform.get("/api/scim/v2/Users").raw().body()).contains("xiantiao");
        assertThat(platform.get("/api/inbox").status()).isEqualTo(403);
        registrar.press("停用 身份管理平台").sees("用它的程序马上进不来");
    }

    @Test
    void anOutsideIdentityIsBoundAndUnbound(Windows windows) {
        var registrar = windows.desk("xianban");
        account(registrar, "xiantiao").sees("没有绑定别的登录方式");
        registrar.mayHear("422").write("认证服务的地址", "https://id.example.invalid/realms/county");
        registrar.write("这个人在那里的编号", SUBJECT).write("为什么绑定", "本").press("绑定");
        registrar.sees("请写明为什么").looksRight();
        registrar.write("为什么绑定", "本人到场登记").press("绑定").sees("绑定好了").sees(SUBJECT);
        registrar.choose("绑定哪一种", "证书").write("证书的指纹", "ab".repeat(32)).write("为什么绑定", "本人凭新领的 UKey 登记");
        registrar.looksRight().press("绑定").sees("ab".repeat(32)).looksRight();
        registrar.press("解除 统一身份认证 " + SUBJECT).write("为什么解除", "本人换了编号").looksRight();
        registrar.press("解除绑定").sees("再用它登不进来").looksRight();
        Window.disappears(registrar.button("解除 统一身份认证 " + SUBJECT));
        registrar.sees("解除了一种登录方式");
    }

    @Test
    void aLockIsLiftedAndAPasswordGivenButNeverToOneself(Windows windows) {
        for (int i = 0; i < 5; i++) {
            new Wire(port, "127.0.0.9").signIn("xiantiao", "battery-staple");
        }
        var registrar = windows.wall("xianban");
        registrar.go("/desk/accounts").shows("本单位的账号").sees("有一处锁定到").looksRight();
        account(registrar, "xiantiao").sees("输错的次数太多").write("为什么解除", "本人说是自己输错");
        registrar.press("现在解除").sees("没有锁定").sees("解除了登录锁定").looksRight();
        registrar.write("为什么另给", "本人到场说忘了密码").press("另给一个密码").sees("只显示这一次").looksRight();
        var given = registrar.page().locator("[data-password]").textContent();
        assertThat(new Wire(port, "127.0.0.9").signIn("xiantiao", given).status())
                .isEqualTo(200);
        account(registrar, "xianban").sees("这是您自己的账号");
        Window.disappears(registrar.button("另给一个密码"));
        Window.disappears(registrar.button("绑定"));
    }

    @Test
    void whoeverWasToldAPasswordIsLedToChooseTheirOwn(Windows windows) {
        var registrar = windows.desk("xianban");
        registrar
                .go("/desk/accounts")
                .shows("本单位的账号")
                .write("用户名", "no-such-one")
                .press("找这个人");
        registrar.sees("没有这个用户名").looksRight();
        registrar.write("用户名", "huifang").press("找这个人").shows("的账号").sees("这是下级单位的人");
        Window.disappears(registrar.button("绑定"));
        registrar.write("为什么另给", "村里没有管理员，本人到场说忘了").press("另给一个密码").sees("只显示这一次");
        var told = registrar.page().locator("[data-password]").textContent();
        var owner = windows.phone();
        owner.go("/desk/sign-in").write("用户名", "huifang").write("密码", told).press("登录");
        owner.shows("账号与安全").sees("这个密码是别人告诉您的，请先换成自己的");
        owner.go("/desk/matters").shows("账号与安全");
        owner.mayHear("422").write("别人告诉您的密码", told).write("新密码", told).press("改密码");
        owner.sees("新密码不能与现在的相同").looksRight();
        owner.write("别人告诉您的密码", told)
                .write("新密码", OWN)
                .press("改密码")
                .sees("密码改好了")
                .looksRight();
        owner.follow("去办事");
        owner.shows("待办");
        signedIn(windows.desk(), "huifang", OWN);
    }

    @Test
    void thePagesFitAPhone(Windows windows) {
        var phone = signedIn(windows.phone(), "xianban");
        phone.go("/desk/account/tokens").shows("程序令牌").press("建一个令牌");
        phone.choose("能做什么", "能看能办");
        ticks(phone, "矛盾纠纷");
        phone.looksRight().write("给哪个程序用", "手机上建的").press("建立").sees("只显示这一次").looksRight();
        phone.press("停用 手机上建的").sees("用它的程序马上进不来");
        account(phone, "xiantiao").looksRight();
    }
}
