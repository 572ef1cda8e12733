package org.maplebridge.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/// What officers do with a dispute, by the words on the page.
final class Officer {

    /// What is asked of danger when a dispute is registered.
    static final List<String> DANGERS = List.of("有人扬言采取极端行为", "有人受伤", "有家庭暴力", "有滋扰、纠缠、跟踪", "涉及弱势群体或欠薪", "已报告公安机关");

    private Officer() {}

    static Locator row(Window desk, String title) {
        return desk.page().getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(title));
    }

    /// Takes it from the inbox into one's own hands and opens it.
    static Window takes(Window desk, String title) {
        desk.go("/desk").shows("待办");
        desk.press(row(desk, title).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("我来办")));
        assertThat(row(desk, title)).not().containsText("还没人领");
        return opens(desk, title);
    }

    /// Opens it from the inbox.
    static Window opens(Window desk, String title) {
        desk.press(row(desk, title).getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(title)));
        return desk.shows(title).sees("我现在可以做");
    }

    /// Opens the form of a move.
    static Window begins(Window desk, String move) {
        desk.press(card(desk)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(move).setExact(true)));
        Window.appears(form(desk));
        return desk;
    }

    /// The move can't be made now; that it exists may be said, with the reason beside it.
    static void hasNot(Window desk, String move) {
        assertThat(card(desk)
                        .getByRole(
                                AriaRole.BUTTON,
                                new Locator.GetByRoleOptions()
                                        .setName(move)
                                        .setExact(true)
                                        .setDisabled(false)))
                .hasCount(0);
    }

    private static Locator card(Window desk) {
        return desk.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(Pattern.compile("^我现在可以做")));
    }

    static Locator form(Window desk) {
        return desk.page().getByRole(AriaRole.DIALOG);
    }

    /// Submits the form of a move.
    static Window submits(Window desk, String move) {
        return desk.press(form(desk)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(move).setExact(true)));
    }

    /// Submits, and it is done.
    static Window finishes(Window desk, String move) {
        submits(desk, move).sees("“" + move + "”办好了");
        Window.disappears(form(desk));
        return desk.looksRight();
    }

    /// Whoever has no more to say than this.
    static Window does(Window desk, String move) {
        begins(desk, move).looksRight();
        return finishes(desk, move);
    }

    /// Whoever has to say one thing.
    static Window does(Window desk, String move, String question, String answer) {
        begins(desk, move).looksRight();
        desk.write(question, answer);
        return finishes(desk, move);
    }

    /// Says what for, and reads the applicant's name and phone.
    static Window looksBehindTheMask(Window desk) {
        desk.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^看全名、电话：申请人")))
                .click();
        return desk.write("为了什么要看", "联系当事人办理本事项").looksRight().press("查看并记下");
    }

    /// Registers what holds no danger.
    static Window registers(Window desk) {
        registering(desk).looksRight();
        return finishes(desk, "登记");
    }

    static Window registering(Window desk) {
        begins(desk, "登记").write("涉及几个人", "2");
        for (String danger : DANGERS) {
            desk.choose(danger, "否");
        }
        return desk;
    }

    static Window routes(Window desk, String office) {
        begins(desk, "分派").looksRight();
        desk.choosePlace("发生在哪里", Towns.TOWN, Towns.VILLAGE);
        desk.write("类别", "噪声扰民").write("交给哪个单位", office).write("为什么交给它", "就近调解");
        return finishes(desk, "分派");
    }

    static Window hands(Window desk, String office) {
        begins(desk, "交办").looksRight();
        desk.write("交给哪个单位", office).write("为什么交给它", "事发在村里，就近办");
        return finishes(desk, "交办");
    }

    static Window beginsToMediate(Window desk) {
        begins(desk, "开始调处").looksRight();
        desk.choose("双方愿不愿意调解", "双方都愿意").choose("是否已告知权利义务", "是");
        return finishes(desk, "开始调处");
    }

    static Window recordsTheAgreement(Window desk, LocalDate today) {
        fillsInTheAgreement(desk, today);
        return finishes(desk, "达成协议");
    }

    static Window fillsInTheAgreement(Window desk, LocalDate today) {
        begins(desk, "达成协议").looksRight();
        desk.choose("协议形式", "书面协议")
                .write("纠纷的主要事实", "夜间装修影响休息。")
                .write("争议事项和各方的责任", "施工一方负主要责任。")
                .write("协议内容", "晚上八点以后不施工，补偿三百元。")
                .write("怎样履行", "当面支付")
                .write("履行期限（最后一天）", today.plusDays(10).toString())
                .write("协议生效日", today.toString());
        desk.choose("各方已签名、盖章或按指印", "是").choose("调解员已签名", "是").choose("已加盖调解组织印章", "是");
        return desk.choose("涉及身份关系或者物权、知识产权归属", "否").choose("双方打算申请司法确认", "否");
    }

    static Window recordsFullPerformance(Window desk, LocalDate today) {
        begins(desk, "记录履行").looksRight();
        desk.write("哪一天", today.toString()).choose("履行得怎样", "全部履行");
        return finishes(desk, "记录履行");
    }

    static Window closes(Window desk) {
        begins(desk, "结案").looksRight();
        desk.write("打出“结案”", "结案").write("结案小结", "已履行，双方和好。");
        return finishes(desk, "结案");
    }
}
