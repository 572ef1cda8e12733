package org.maplebridge.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.launch.demo.DemoCounty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Registers of those who mediate, as whoever keeps them and whoever reads them see them.
@BrowserTest
class RollPagesTest {

    private static final String COUNTY = "33.07.02";
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

    private String enter(String roll, Map<String, ?> said) {
        return ok(as("jiandu").post("/api/rolls/" + roll + "/lines", said)).text("id");
    }

    @Test
    void aMediatorIsRegisteredInTheDrawerAndReadOnThePhone(Windows windows) {
        var desk = windows.desk("jiandu");
        desk.go("/desk/rolls/stationings").shows("入驻").sees("还没有登记过入驻点").looksRight();
        desk.go("/desk/rolls").shows("人民调解员").press("登记调解员").sees("不登记身份证号").looksRight();
        desk.choosePlace("哪个地方", "33.07.02.103", VILLAGE);
        desk.write("姓名", "测试调解员甲").write("专长", "婚姻家庭");
        desk.choose("专职还是兼职", "专职");
        desk.write("推选、聘任的日子", "2020-01-02");
        desk.page().locator(".ant-drawer").getByText("登记", exactly()).last().click();
        desk.sees("登记调解员：办好了").sees("测试调解员甲").looksRight();
        desk.follow("测试调解员甲").shows("测试调解员甲").press("登记等级").sees("评定文号");
        desk.write("评定的日子", "2023-05-01").write("评定文号", "某司〔2023〕1号");
        desk.choose("等级", "二级");
        desk.page().locator(".ant-drawer").getByText("登记", exactly()).last().click();
        desk.sees("登记等级：办好了").sees("二级").looksRight();
        desk.go("/desk/rolls/guides").press("登记指导员").sees("不选，就是本单位的整个辖区");
        desk.write("姓名", "测试律师丁").write("所在单位", "测试律师事务所").write("开始担任的日子", "2024-01-02");
        desk.choose("什么身份", "律师");
        desk.page().locator(".ant-drawer").getByText("登记", exactly()).last().click();
        desk.sees("登记指导员：办好了").sees("测试律师丁");
        var phone = windows.phone("tiaojie");
        phone.go("/desk/rolls").shows("人民调解员").sees("测试调解员甲").seesNot("登记调解员");
        phone.follow("测试调解员甲").shows("测试调解员甲").sees("谁改过什么").looksRight();
        windows.wall("jiandu").go("/desk/rolls").shows("人民调解员").looksRight();
    }

    private static com.microsoft.playwright.Locator.GetByTextOptions exactly() {
        return new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true);
    }

    @Test
    void whatTheLawAsksOfACommitteeIsSaidInTheFormAndOnThePage(Windows windows) {
        var id = enter(
                "committees",
                Map.of(
                        "area",
                        VILLAGE,
                        "name",
                        "测试村调委会",
                        "firstDay",
                        "2020-01-02",
                        "facts",
                        Map.of("kind", "VILLAGE", "minorities", "true")));
        var member = new HashMap<String, String>(
                Map.of("role", "CHAIR", "woman", "false", "minority", "false", "chosen", "ELECTED"));
        enter("members", Map.of("parent", id, "name", "测试委员甲", "firstDay", "2020-01-02", "facts", member));
        var desk = windows.desk("jiandu");
        desk.go("/desk/rolls/committees/" + id)
                .shows("测试村调委会")
                .sees("没有妇女成员")
                .sees("组建中")
                .looksRight();
        desk.mayHear("status of 422").press("登记届期").sees("届满日由系统算");
        desk.write("届次", "第一届").write("推选产生的日子", "2024-01-02").write("推选结果的文号或者记录", "会议记录");
        desk.page().locator(".ant-drawer").getByText("登记", exactly()).last().click();
        desk.sees("应当是 3 至 9 名").looksRight();
        windows.phone("jiandu")
                .go("/desk/rolls/committees/" + id)
                .shows("测试村调委会")
                .looksRight();
    }

    @Test
    void theGuideOfAVillageStandsByItsDispute(Windows windows) {
        var guide = enter(
                "guides",
                Map.of(
                        "area",
                        COUNTY,
                        "name",
                        "测试法官乙",
                        "firstDay",
                        "2020-01-02",
                        "facts",
                        Map.of("kind", "JUDGE", "office", "测试法庭")));
        enter("pairings", Map.of("parent", guide, "area", VILLAGE, "firstDay", "2024-01-02", "facts", Map.of()));
        enter(
                "studios",
                Map.of(
                        "area",
                        COUNTY,
                        "name",
                        "测试调解室",
                        "firstDay",
                        "2024-01-02",
                        "facts",
                        Map.of(
                                "place",
                                "某路一号",
                                "owner",
                                enter(
                                        "mediators",
                                        Map.of(
                                                "area",
                                                COUNTY,
                                                "name",
                                                "测试品牌丙",
                                                "firstDay",
                                                "2010-01-02",
                                                "facts",
                                                Map.of("kind", "FULL"))))));
        var matter = ok(as("tiaojie")
                        .post(
                                "/api/scenes/disputes",
                                Map.of(
                                        "words",
                                        "测试：晒谷场的边界。",
                                        "area",
                                        VILLAGE,
                                        "occurredAt",
                                        "2025-01-02T08:00:00+08:00",
                                        "source",
                                        "PATROL",
                                        "applicant",
                                        "郑小雨",
                                        "phone",
                                        "13877771234")))
                .text("matter.id");
        for (var window : List.of(windows.phone("tiaojie"), windows.desk("tiaojie"))) {
            window.go("/desk/matters/" + matter).sees("测试法官乙").sees("测试法庭").looksRight();
        }
        windows.desk("jiandu")
                .go("/desk/rolls/studios")
                .shows("品牌个人调解室")
                .sees("目标：一年至少 2 个")
                .looksRight();
    }
}
