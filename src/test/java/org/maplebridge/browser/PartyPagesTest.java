package org.maplebridge.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.IdNumbers;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.launch.demo.DemoCounty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Whom a matter is about: what officers see of them, and what they themselves see.
@BrowserTest
class PartyPagesTest {

    private static final String TITLE = "测试：放学路上被狗追";

    @LocalServerPort
    int port;

    @Autowired
    DemoCounty demo;

    @Autowired
    Transactions transactions;

    @BeforeAll
    void found() {
        demo.seed();
    }

    private Wire as(String user) {
        return new Wire(port).as(user, Towns.PASSWORD);
    }

    private static Wire.Answer opened(Wire wire, String title, String area, String name, String phone) {
        var answer = wire.post(
                "/api/scenes/disputes",
                Map.of(
                        "words",
                        title + "。",
                        "area",
                        area,
                        "occurredAt",
                        "2025-01-02T08:00:00+08:00",
                        "source",
                        "PATROL",
                        "applicant",
                        name,
                        "phone",
                        phone,
                        "respondent",
                        "欧阳正德"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer;
    }

    private static void says(Wire wire, String matter, String verb, Map<String, ?> said) {
        var answer = wire.move(matter, verb, said);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    /// A child of twelve, whose guardian agreed to one thing; and somebody with a number and an address.
    private Wire.Answer aboutAChild() {
        var village = as("tiaojie");
        var opened = opened(village, TITLE, "33.07.02.103.204", "吴小童", "13811110000");
        var id = opened.text("matter.id");
        LocalDate today = transactions.run(Scope.job("test"), Work::today);
        identified(village, id, 1, "ID_NUMBER", IdNumbers.of(today.minusYears(12), 1));
        identified(village, id, 2, "ID_NUMBER", IdNumbers.of(today.minusYears(58), 2));
        identified(village, id, 2, "ADDRESS", "演示县演示镇演示村三组十八号后门进去左手第二间");
        says(
                village,
                id,
                "relate",
                Map.of(
                        "party", 1,
                        "relation", "GUARDIAN",
                        "name", "吴大人",
                        "phone", "13822223333",
                        "from", today.minusYears(12).toString(),
                        "basis", "户口簿"));
        says(village, id, "consent", Map.of("party", 1, "given", "GIVEN", "what", "把住址告诉学校", "by", 3, "how", "书面签字"));
        return opened;
    }

    private static void identified(Wire wire, String matter, int party, String kind, String value) {
        says(wire, matter, "identify", Map.of("party", party, "kind", kind, "value", value, "checked", "DOCUMENT"));
    }

    @Test
    void aChildIsMarkedAndHiddenAndTheirGuardianReadsWhatIsHeld(Windows windows) {
        var opened = aboutAChild();
        var page = "/desk/matters/" + opened.text("matter.id");
        for (var window : List.of(windows.phone("tiaojie"), windows.desk("tiaojie"), windows.wall("tiaojie"))) {
            window.go(page).shows(TITLE).sees("未成年人").sees("吴某某").sees("不满十四周岁");
            assertThat(window.text()).doesNotContain("吴小童", "吴*童", "后门");
            reads(window);
        }
        for (var window : List.of(windows.phone(), windows.desk())) {
            window.go("/progress").shows("查办到哪一步了");
            window.write("查询码", opened.text("code")).write("手机号后四位", "3333").press("查进度");
            window.shows(TITLE).sees("登记证件或联系方式，3 次");
            window.page().getByText("存了我的什么，谁看过").click();
            window.sees("被监护人的同意").sees("把住址告诉学校").looksRight();
            assertThat(window.text()).doesNotContain("吴小童");
        }
    }

    /// Says what for, reads a number, and finds their own look among the others.
    private static void reads(Window window) {
        window.page()
                .getByRole(
                        com.microsoft.playwright.options.AriaRole.BUTTON,
                        new com.microsoft.playwright.Page.GetByRoleOptions()
                                .setName(Pattern.compile("^看全名、电话、证件：对方当事人")))
                .click();
        window.write("为了什么要看", "核对当事人身份").looksRight().press("查看并记下");
        window.sees("欧阳正德").sees("已记下这次查看");
        window.page().getByText(Pattern.compile("^谁看过，")).click();
        window.sees("看了欧**德的姓名、证件号码").looksRight();
    }

    @Test
    void whoMayBeTheSameLeadsToAnOrderThatIsFilledIn(Windows windows) {
        var town = as("zhenban");
        var one = opened(town, "测试：欠款一", "33.07.02.103", "孙小六", "13866660000");
        var other = opened(town, "测试：欠款二", "33.07.02.103", "孙小陆", "13866660000");
        var desk = windows.desk("zhentiao");
        desk.go("/desk/matters/" + one.text("matter.id")).shows("测试：欠款一");
        desk.page().getByText(Pattern.compile("^可能是同一人，")).click();
        desk.sees(other.text("code")).sees("电话相同").looksRight();
        desk.follow("申请合并").shows("申请：双人审批");
        assertThat(desk.field("事项编号").inputValue()).isEqualTo(one.text("code"));
        assertThat(desk.field("另一位在哪一件里").inputValue()).isEqualTo(other.text("code"));
        assertThat(desk.field("那一件里第几位当事人").inputValue()).isEqualTo("1");
    }
}
