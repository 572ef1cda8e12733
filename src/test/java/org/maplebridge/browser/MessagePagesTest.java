package org.maplebridge.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.Numbered;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.trail.Announcer;
import org.maplebridge.kernel.trail.Sequencer;
import org.maplebridge.launch.demo.DemoCounty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The box, the list of the day, the calls, and what a party was told, as people read them.
@BrowserTest
class MessagePagesTest {

    private static final String TITLE = "测试：雨棚又滴水";

    @LocalServerPort
    int port;

    @Autowired
    DemoCounty demo;

    @Autowired
    Sequencer sequencer;

    @Autowired
    Announcer announcer;

    @Autowired
    Transactions transactions;

    @Autowired
    JdbcClient db;

    @BeforeAll
    void found() {
        demo.seed();
        Numbered.all(transactions, db, sequencer);
        announcer.drain();
    }

    private Wire.Answer opened(String phone) {
        var answer = new Wire(port)
                .as("tiaojie", Towns.PASSWORD)
                .post(
                        "/api/scenes/disputes",
                        Map.of(
                                "words", TITLE + phone.substring(9) + "。",
                                "area", "33.07.02.103.204",
                                "occurredAt", "2025-01-02T08:00:00+08:00",
                                "source", "PATROL",
                                "applicant", "郑小雨",
                                "phone", phone));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        Numbered.all(transactions, db, sequencer);
        announcer.drain();
        return answer;
    }

    /// Who sees the calls of the matter.
    private String office(String matter) {
        return List.of("wangge", "tiaojie", "huifang", "zhenban", "zhentiao").stream()
                .filter(login -> new Wire(port)
                        .as(login, Towns.PASSWORD)
                        .get("/api/calls")
                        .toString()
                        .contains(matter))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoIsNotReachedIsCalledAndTheResultKept(Windows windows) {
        var phone = "13877775671";
        var matter = opened(phone).text("matter.id");
        var login = office(matter);
        for (var window : List.of(windows.phone(login), windows.desk(login))) {
            window.go("/desk/calls").shows("电话通知").sees("没有配置短信").sees(TITLE + "71");
            window.looksRight();
        }
        var desk = windows.desk(login);
        desk.go("/desk/calls").shows("电话通知");
        var card = desk.page()
                .locator("li.card")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(TITLE + "71"))
                .first();
        card.getByText("看电话，用于联系当事人").click();
        card.getByText(phone).waitFor();
        desk.looksRight();
        card.getByText("没有接").click();
        desk.sees("打过 1 次没有接");
        card.getByText("已经告诉本人").click();
        card.waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        desk.looksRight();
    }

    @Test
    void theBoxAndTheListOfTheDayAreReadAtPhoneAndDesk(Windows windows) {
        var matter = opened("13877775672").text("matter.id");
        var login = List.of("wangge", "huifang", "zhenban", "zhentiao").stream()
                .filter(each -> new Wire(port)
                        .as(each, Towns.PASSWORD)
                        .get("/api/messages")
                        .toString()
                        .contains(matter))
                .findFirst()
                .orElseThrow();
        for (var window : List.of(windows.phone(login), windows.desk(login))) {
            window.go("/desk/messages").sees("新到一件").looksRight();
            window.go("/desk/today").sees("新到的").looksRight();
        }
        var desk = windows.desk(login);
        desk.go("/desk/messages").press("都读过了").seesNot("都读过了");
        assertThat(new Wire(port)
                        .as(login, Towns.PASSWORD)
                        .get("/api/me")
                        .body()
                        .at("/counts/messages")
                        .asInt(9))
                .isZero();
        desk.looksRight();
    }

    @Test
    void aPartyReadsWhatTheyWereToldAndOptsOut(Windows windows) {
        var opened = opened("13877775673");
        var phone = windows.phone();
        phone.go("/progress").shows("查办到哪一步了");
        phone.write("查询码", opened.text("code")).write("手机号后四位", "5673").press("查进度");
        phone.shows(TITLE + "73");
        phone.page().getByText("给您发过的通知，退订短信").click();
        phone.sees("您的事已收到").looksRight();
        phone.press("不要再发短信").sees("您退订了短信").looksRight();
    }
}
