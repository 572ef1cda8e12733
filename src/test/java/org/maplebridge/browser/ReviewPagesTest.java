package org.maplebridge.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.launch.demo.DemoCounty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Files that are reviewed and people who are called, as reviewers, organisers, clerks and parties see them.
@BrowserTest
class ReviewPagesTest {

    private static final String VILLAGE = "33.07.02.103.204";

    @LocalServerPort
    int port;

    @Autowired
    DemoCounty demo;

    @BeforeAll
    void found() {
        demo.seed();
    }

    private static Wire.Answer ok(Wire.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return answer;
    }

    private Wire as(String login) {
        return new Wire(port).as(login, Towns.PASSWORD);
    }

    private Wire.Answer opened(String words) {
        return ok(as("tiaojie")
                .post(
                        "/api/scenes/disputes",
                        Map.of(
                                "words",
                                words + "。",
                                "area",
                                VILLAGE,
                                "occurredAt",
                                "2025-01-02T08:00:00+08:00",
                                "source",
                                "PATROL",
                                "applicant",
                                "郑小雨",
                                "phone",
                                "13877771234")));
    }

    private String review() {
        var file = opened("测试：围墙歪了");
        ok(as("tiaojie")
                .move(
                        file.text("matter.id"),
                        "divert",
                        Map.of("to", "LITIGATION", "reason", "双方要走诉讼", "informed", true)));
        return ok(as("fawu").post("/api/scenes/reviews", Map.of("code", file.text("code"), "reason", "有人反映协议不实")))
                .text("matter.id");
    }

    private static void marks(Window window, String code, String result) {
        window.page()
                .getByRole(
                        com.microsoft.playwright.options.AriaRole.GROUP,
                        new com.microsoft.playwright.Page.GetByRoleOptions().setName(code + " 的结论"))
                .getByText(result, new Locator.GetByTextOptions().setExact(true))
                .click();
        window.sees("已保存，别人看不到");
    }

    @Test
    void aReviewerMarksTheListOnThePhoneAndTheOtherSeesNothingOfIt(Windows windows) {
        var page = "/desk/matters/" + review();
        var phone = windows.phone("fuhe");
        phone.go(page).sees("还有 8 项").looksRight();
        for (int i = 1; i <= 8; i++) {
            marks(phone, "D0" + i, i == 2 ? "有问题" : "合格");
        }
        phone.write("D02 问题在哪里", "没有找到告知书");
        phone.page().keyboard().press("Tab");
        phone.sees("都查了").looksRight();
        var desk = windows.desk("fawu");
        desk.go(page).sees("还有 8 项").seesNot("没有找到告知书").looksRight();
    }

    @Test
    void anOrganiserOrdersASampleAndReadsHowItWillBeDrawn(Windows windows) {
        ok(as("jiandu")
                .post(
                        "/api/reviews/plans",
                        Map.of(
                                "title",
                                "测试抽查",
                                "purpose",
                                "看调解有没有照法律做",
                                "scene",
                                "disputes",
                                "area",
                                "33.07.02",
                                "from",
                                "2025-01-01",
                                "until",
                                "2025-12-31",
                                "percent",
                                10)));
        for (var window : List.of(windows.phone("jiandu"), windows.desk("jiandu"))) {
            window.go("/desk/reviews").shows("案件评查").sees("测试抽查").sees("等着抽").looksRight();
            window.page().getByText("怎么抽的").first().click();
            window.sees("还没有抽，种子还不存在").looksRight();
            window.press("下达一次抽查").sees("谁也不能事先知道抽到哪几件").looksRight();
        }
    }

    @Test
    void aClerkCallsFromThePhoneAndThePartySaysOtherwise(Windows windows) {
        var file = opened("测试：水沟堵了");
        var id = file.text("matter.id");
        var tiaojie = as("tiaojie");
        ok(tiaojie.move(id, "register", DisputeForms.calm()));
        var village = tiaojie.get("/api/matters/" + id).text("agency.id");
        ok(tiaojie.move(
                id, "route", Map.of("area", VILLAGE, "category", "NEIGHBOUR", "agency", village, "reason", "就近办理")));
        ok(tiaojie.move(id, "accept", Map.of()));
        ok(tiaojie.move(id, "begin", Map.of("willing", "BOTH", "informed", true)));
        ok(tiaojie.move(id, "fail", Map.of("reason", "NO_CONSENSUS", "note", "分歧太大", "informed", true)));
        var clerk = windows.phone("huifang");
        clerk.go("/desk/evaluations").shows("评价与回访").sees("测试：水沟堵了").looksRight();
        clerk.press("回访 测试：水沟堵了").sees("照当事人的话选").looksRight();
        clerk.press("满意").sees("的回访记下了").looksRight();
        var phone = windows.phone();
        phone.go("/progress").shows("查办到哪一步了");
        phone.write("查询码", file.text("code")).write("手机号后四位", "1234").press("查进度");
        phone.sees("工作人员代记").looksRight().press("再评一次");
        phone.choose("这件事办得怎么样？", "不满意").press("交评价");
        phone.sees("已被后来的代替").sees("您自己").looksRight();
        windows.desk("jiandu").go("/desk/evaluations").sees("样本不足 30，不显示").looksRight();
    }
}
