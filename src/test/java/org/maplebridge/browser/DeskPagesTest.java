package org.maplebridge.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What happens at a desk when things go less well, and to whom it isn't meant for.
@BrowserTest
class DeskPagesTest extends VillagePages {

    private long entries(String matter, String verb) {
        return village()
                .get("/api/matters/" + matter + "/trail")
                .body()
                .path("items")
                .valueStream()
                .filter(entry -> entry.path("verb").asString("").equals(verb))
                .count();
    }

    private static Window opened(Window desk, String matter) {
        return desk.go("/desk/matters/" + matter).shows("测试").sees("我现在可以做");
    }

    @Test
    void whatIMayNotDoSaysWhy(Windows windows) {
        var matter = sensed("测试：说明为什么不能办");
        var town = opened(windows.desk("zhenban"), matter);
        town.sees("现由“" + Towns.VILLAGE_OFFICE + "”办理，不在您的单位。").sees("由人民调解员、警调联络员、部门承办员办理。");
        town.page().getByText("别的环节才能做的").click();
        town.sees("只在“已登记”环节可用，现为“感知”。").looksRight();
        var closing = town.button("结案");
        assertThat(closing).hasAttribute("aria-disabled", "true");
        assertThat(closing).hasAccessibleDescription("只在“已评价”环节可用，现为“感知”。");
        closing.focus();
        town.page().keyboard().press("Enter");
        Window.disappears(Officer.form(town));
    }

    @Test
    void whoComesLateSeesWhatChangedAndKeepsTheirWords(Windows windows) {
        var matter = sensed("测试：两个人一起办");
        var first = opened(windows.desk("tiaojie"), matter);
        var second = opened(windows.desk("tiaojie"), matter);
        Officer.registering(second).write("补上对方当事人", "吴强");
        flagged(first);

        Officer.submits(second.mayHear("412"), "登记").sees("您打开之后，多了 1 条").sees("标记危险");
        assertThat(second.field("补上对方当事人")).hasValue("吴强");
        second.looksRight().press("看过了，用新的一版提交").sees("“登记”办好了");

        Officer.begins(second, "分派").write("为什么交给它", "我写的理由");
        first.reload().shows("测试");
        Officer.routes(first, Towns.VILLAGE_OFFICE);
        second.choosePlace("发生在哪里", Towns.TOWN, Towns.VILLAGE)
                .write("类别", "噪声扰民")
                .write("交给哪个单位", Towns.VILLAGE_OFFICE);
        Officer.submits(second, "分派").sees("这一步已经不能做了").looksRight();
        assertThat(second.field("为什么交给它")).hasValue("我写的理由");
    }

    private static void flagged(Window desk) {
        Officer.begins(desk, "标记危险").looksRight();
        desk.choose("是哪种危险", "有人受伤").choose("已报告公安机关", "是").write("情况", "推搡时擦伤了手");
        Officer.finishes(desk, "标记危险");
    }

    @Test
    void aSecondPressAndALostAnswerMakeNoSecondMove(Windows windows) {
        var matter = sensed("测试：按两下的一步");
        var desk = opened(windows.desk("tiaojie"), matter);
        Officer.registering(desk);
        Officer.form(desk)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("登记").setExact(true))
                .dblclick();
        desk.sees("“登记”办好了");
        assertThat(entries(matter, "register")).isOne();

        Officer.begins(desk, "标记危险")
                .choose("是哪种危险", "有人受伤")
                .choose("已报告公安机关", "是")
                .write("情况", "推搡时擦伤了手");
        desk.mayHear("net::ERR")
                .page()
                .route(
                        "**/moves/flag",
                        route -> {
                            route.fetch();
                            route.abort();
                        },
                        new Page.RouteOptions().setTimes(1));
        Officer.submits(desk, "标记危险").sees("没有送到：网络断了").looksRight();
        Officer.finishes(desk, "标记危险");
        assertThat(entries(matter, "flag")).isOne();
    }

    @Test
    void theWrongOfficeSeesNothingAndIsToldSo(Windows windows) {
        var matter = sensed("测试：别的镇看不到的");
        var desk = windows.desk("linzhen").sees("手上没有待办").mayHear("404");
        desk.go("/desk/matters/" + matter).shows("找不到事项").sees("或者不在您能看的范围里");
        var refused = desk.text();
        desk.go("/desk/matters/" + UUID.randomUUID()).shows("找不到事项").sees("或者不在您能看的范围里");
        assertThat(desk.text())
                .as("what is hidden and what isn't there look alike")
                .isEqualTo(refused);
        desk.go("/desk/matters?q=别的镇看不到的").shows("事项").sees("这样筛没有事项");
        windows.desk("tiaojie")
                .mayHear("403")
                .go("/desk/supervision")
                .shows("汇总没取到")
                .sees("这一页给看得到整个区域的岗位用");
    }

    @Test
    void whoeverIsNotSignedInIsBroughtBackAfterwards(Windows windows) {
        var matter = sensed("测试：先登录再看");
        var desk = windows.desk().mayHear("401");
        desk.go("/desk/matters/" + matter).shows("登录办事");
        desk.write("用户名", "tiaojie").write("密码", "不对的").press("登录");
        desk.sees("没有办成").looksRight();
        desk.write("密码", Towns.PASSWORD).press("登录");
        desk.shows("测试：先登录再看");
    }

    @Test
    void oneWholeMoveIsMadeWithTheKeyboardAlone(Windows windows) {
        sensed("测试：只用键盘办");
        var desk = windows.desk("tiaojie");
        var keys = new Keyboard(desk.page());
        keys.until("j", Officer.row(desk, "测试：只用键盘办").and(desk.page().locator("[aria-current]")));
        keys.press("e");
        assertThat(Officer.row(desk, "测试：只用键盘办")).not().containsText("还没人领");
        keys.press("e");
        desk.shows("测试：只用键盘办");
        assertThat(Officer.form(desk)).isVisible();
        desk.looksRight();
        keys.tabTo(desk.field("涉及几个人")).type("2");
        for (String danger : Officer.DANGERS) {
            keys.tabTo(desk.page()
                    .getByRole(AriaRole.RADIOGROUP, new Page.GetByRoleOptions().setName(danger))
                    .getByRole(AriaRole.RADIO)
                    .first());
            keys.press("Space").press("ArrowDown");
        }
        keys.tabTo(Officer.form(desk)
                        .getByRole(
                                AriaRole.BUTTON,
                                new Locator.GetByRoleOptions().setName("登记").setExact(true)))
                .press("Enter");
        desk.sees("“登记”办好了").looksRight();
    }
}
