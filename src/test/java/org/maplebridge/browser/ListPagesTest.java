package org.maplebridge.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The list of matters as one arranges it: saved views, columns, keys, and the same step for many at once.
@BrowserTest
class ListPagesTest extends VillagePages {

    private static Locator rows(Window desk) {
        return desk.page().locator("tr[data-row]");
    }

    private static Locator tick(Window desk, int row) {
        return rows(desk).nth(row).getByRole(AriaRole.CHECKBOX);
    }

    @Test
    void aViewOutlivesTheSession(Windows windows) {
        sensed("测试：视图里的一件");
        var desk = windows.desk("tiaojie").go("/desk/matters?q=视图里").shows("事项").sees("视图里的一件");
        desk.press("紧").page().getByText("栏目 6/7").click();
        desk.page().getByLabel("登记时间").check();
        desk.sees("栏目 7/7").looksRight();
        assertThat(desk.page().getByLabel("层级")).isDisabled();
        desk.page().getByText("栏目 7/7").click();
        desk.press("存成视图").write("视图叫什么", "我的视图").looksRight().press("存").sees("存成“我的视图”");
        desk.page().getByLabel("默认打开").click();
        assertThat(desk.page().getByLabel("默认打开")).isChecked();

        var later = windows.desk("tiaojie").go("/desk/matters").shows("事项").sees("视图里的一件");
        assertThat(later.button("我的视图")).hasAttribute("aria-pressed", "true");
        assertThat(rows(later)).hasCount(1);
        later.sees("登记时间").looksRight();
        later.press("改名").write("视图叫什么", "换个名字").press("存").sees("改名为“换个名字”");
        later.press("删掉").sees("删掉“换个名字”？").press("删掉").sees("删掉了“换个名字”");
        Window.disappears(later.button("换个名字"));
    }

    @Test
    void aNumberOfSomebodyStaysOutOfAView(Windows windows) {
        var desk = windows.desk("tiaojie").go("/desk/matters?q=13812345678").shows("事项");
        desk.press("存成视图").write("视图叫什么", "找号码").press("存").sees("像电话或证件号码，没有存");
        assertThat(village().get("/api/me/preferences").raw().body())
                .contains("找号码")
                .doesNotContain("13812345678");
    }

    @Test
    void keysWalkTickAndOpen(Windows windows) {
        sensed("测试：用键走到的第一件");
        sensed("测试：用键走到的第二件");
        var desk =
                windows.desk("tiaojie").go("/desk/matters?q=用键走到").shows("事项").sees("用键走到的第二件");
        var keys = desk.page().keyboard();
        keys.press("j");
        keys.press("x");
        assertThat(tick(desk, 0)).isChecked();
        keys.press("j");
        keys.press("Shift+X");
        assertThat(tick(desk, 1)).isChecked();
        desk.sees("选中 2 件").looksRight();
        keys.press("k");
        keys.press("Enter");
        desk.sees("我现在可以做");
    }

    @Test
    void ctrlATicksTheRowsOfATableAndNoWordsOfAField(Windows windows) {
        sensed("测试：一把选中的第一件");
        sensed("测试：一把选中的第二件");
        var desk =
                windows.desk("tiaojie").go("/desk/matters?q=一把选中").shows("事项").sees("一把选中的第二件");
        var keys = desk.page().keyboard();
        keys.press("Control+a");
        Window.disappears(desk.page().locator(".batchbar"));
        desk.page().getByLabel("编号、标题").focus();
        keys.press("Control+a");
        Window.disappears(desk.page().locator(".batchbar"));
        tick(desk, 0).focus();
        keys.press("Control+a");
        desk.sees("选中 2 件");
        keys.press("Control+a");
        desk.sees("选中 2 件").sees("在表里选中列出的全部").looksRight();
    }

    @Test
    void whatWasAskedOfAListIsThereAgainOnTheWayBack(Windows windows) {
        sensed("测试：回来还在的一件");
        var desk = windows.desk("tiaojie").go("/desk").shows("待办").sees("回来还在的一件");
        unclaimed(desk).click();
        desk.page().waitForURL("**/desk?filter=unclaimed");
        desk.follow("测试：回来还在的一件").sees("我现在可以做");
        desk.page().goBack();
        assertThat(unclaimed(desk)).hasAttribute("aria-pressed", "true");
        desk.go("/desk/alerts").shows("提醒").press("还没看的").page().waitForURL("**/desk/alerts?open=true");
        desk.looksRight();
    }

    private static Locator unclaimed(Window desk) {
        return desk.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^没人领的")));
    }

    @Test
    void everyListKeepsItsColumnsAndDensity(Windows windows) {
        var desk = windows.desk("xianban").go("/desk/accounts").shows("本单位的账号").sees("xiantiao");
        desk.press("紧").page().getByText("栏目 4/7").click();
        desk.page().getByLabel("登录着").uncheck();
        desk.sees("栏目 3/7").page().waitForURL(Pattern.compile("cols=codes"));
        var later = windows.desk("xianban").go("/desk/accounts").shows("本单位的账号").sees("栏目 3/7");
        assertThat(later.button("紧")).hasAttribute("aria-pressed", "true");
        later.write("姓名、用户名", "XIANT").page().keyboard().press("Enter");
        later.sees("共 1 个").looksRight();
        later.page().locator("td").first().click();
        later.page().keyboard().press("Enter");
        later.page().waitForURL("**/desk/accounts/*");
    }

    @Test
    void fiveAreDoneEachForItselfAndOneIsRefused(Windows windows) {
        var five = new ArrayList<String>();
        for (int no = 1; no <= 5; no++) {
            five.add(sensed("测试：成批办的第" + no + "件"));
        }
        var desk =
                windows.desk("tiaojie").go("/desk/matters?q=成批办的").shows("事项").sees("成批办的第5件");
        desk.page().getByLabel("选中列出的全部").check();
        desk.sees("选中 5 件");
        var ahead = village().move(five.get(2), "suspend", Map.of("reason", "先停了"));
        assertThat(ahead.status()).as(ahead.toString()).isEqualTo(200);
        desk.press("一起办").sees("一起办 5 件");
        desk.press(Officer.form(desk)
                        .getByRole(
                                AriaRole.BUTTON,
                                new Locator.GetByRoleOptions().setName("中止").setExact(true)))
                .looksRight()
                .write("中止的原因", "等汛期过去")
                .mayHear("412")
                .press("中止 5 件")
                .sees("办成 4 件，没办成 1 件")
                .looksRight();
        assertThat(Officer.form(desk).locator("tbody tr").nth(2)).containsText("没办成");
        desk.mayHear("409").press("再试没办成的 1 件").sees("办成 4 件，没办成 1 件");
        for (var id : five) {
            assertThat(suspensions(id)).as("each once").isOne();
        }
    }

    private long suspensions(String matter) {
        return village()
                .get("/api/matters/" + matter + "/trail")
                .body()
                .path("items")
                .valueStream()
                .filter(entry -> entry.path("verb").asString("").equals("suspend"))
                .count();
    }

    @Test
    void whatIsTickedInTheInboxIsTaken(Windows windows) {
        sensed("测试：一起领的甲");
        sensed("测试：一起领的乙");
        var desk = windows.desk("tiaojie").go("/desk").shows("待办").sees("一起领的乙");
        for (var title : List.of("一起领的甲", "一起领的乙")) {
            Officer.row(desk, title).getByRole(AriaRole.CHECKBOX).check();
        }
        desk.sees("选中 2 件").looksRight().press("领取").sees("办成 2 件").looksRight();
        desk.page().keyboard().press("Escape");
        Window.disappears(Officer.row(desk, "一起领的甲").getByText("还没人领"));
    }

    @Test
    void onAPhoneNothingIsDoneInBatches(Windows windows) {
        sensed("测试：手机上看的一件");
        var phone = windows.phone("tiaojie").go("/desk/matters").shows("事项");
        assertThat(rows(phone).first()).isVisible();
        Window.disappears(phone.page().locator("td.tick:visible, .batchbar:visible"));
        phone.looksRight();
    }
}
