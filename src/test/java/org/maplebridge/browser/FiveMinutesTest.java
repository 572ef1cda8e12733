package org.maplebridge.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.maplebridge.launch.DemoServer;

/// What somebody sees who has just started it: the five steps of the start page, on a folder as `up` makes it.
class FiveMinutesTest {

    private static final double LONG_MILLIS = 240_000;
    private static final Path FOLDER = Path.of(
            System.getProperty("java.io.tmpdir"),
            "maplebridge-minutes-" + ProcessHandle.current().pid());

    @AfterAll
    static void tidy() throws IOException {
        DemoServer.remove(FOLDER);
    }

    private static Locator step(Window window, String title) {
        return window.page()
                .getByRole(
                        AriaRole.LISTITEM,
                        new Page.GetByRoleOptions().setName(title).setExact(true));
    }

    private static void press(Locator step, String button) {
        step.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static void says(Locator step, String words) {
        com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(step)
                .containsText(
                        words,
                        new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions()
                                .setTimeout(LONG_MILLIS));
    }

    @Test
    void fromAComplaintOnAPhoneToAProofThatNamesWhatWasChanged() throws IOException {
        Assumptions.assumeFalse(Boolean.getBoolean("maple.web.skip"), "the pages were not built");
        try (var server = DemoServer.on(FOLDER)) {
            var windows = new Windows(server.port());
            boolean failed = true;
            try {
                fiveSteps(windows);
                failed = false;
            } finally {
                windows.close("fiveMinutes", failed);
            }
        }
    }

    private static void fiveSteps(Windows windows) {
        var start = windows.desk().go("/start").shows("五分钟看懂").looksRight();
        start.press("English").shows("Maplebridge in five minutes").looksRight();
        start.press("中文").shows("五分钟看懂");
        complain(start);
        handle(start);
        pass(start);
        tamper(start);
        says(step(start, "加一类新业务"), "./maplebridge new scene parking");
        start.looksRight();
    }

    /// On the phone in the frame; the place is filled in already.
    private static void complain(Window start) {
        var first = step(start, "群众说一件事");
        press(first, "拿起手机");
        var phone = start.page().frameLocator(".handset");
        phone.getByLabel(Pattern.compile("^发生了什么事？")).fill("测试：楼上漏水，泡坏了天花板");
        next(phone, "下一问");
        next(phone, "下一问");
        next(phone, "跳过这一问");
        phone.getByLabel(Pattern.compile("^哪一天发生的？")).fill(yesterday(start));
        next(phone, "下一问");
        next(phone, "跳过这一问");
        phone.getByLabel("是", new FrameLocator.GetByLabelOptions().setExact(true))
                .check();
        next(phone, "下一问");
        next(phone, "提交");
        says(first, "收到了，查询码");
    }

    private static void next(FrameLocator phone, String button) {
        phone.getByRole(
                        AriaRole.BUTTON,
                        new FrameLocator.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static String yesterday(Window start) {
        return (String) start.page()
                .evaluate("() => new Date(Date.now() - 86400000).toLocaleDateString('sv', { timeZone:"
                        + " 'Asia/Shanghai' })");
    }

    /// In a window of their own, as whoever follows the steps does.
    private static void handle(Window start) {
        var second = step(start, "调解员来办");
        press(second, "以演示调解员乙登录");
        says(second, "打开这一件");
        says(second, "现在：");
        start.mayHear("401");
    }

    private static void pass(Window start) {
        var third = step(start, "让时间走过期限");
        press(third, "拨到期限以后");
        says(third, "的期限，响了");
        assertThat(third.innerText()).doesNotContain("响了 0 个");
        says(third, "做完了");
    }

    private static void tamper(Window start) {
        var fourth = step(start, "改一个字，看瞒不瞒得住");
        press(fourth, "改一份副本并核验");
        says(fourth, "对不上");
        assertThat(fourth.innerText()).contains("改的是第", "verify", "内容与它的哈希对不上");
    }
}
