package org.maplebridge.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.launch.demo.DemoCounty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The box at the head of every page of the desk.
@BrowserTest
class SearchPagesTest {

    private static final String TITLE = "找找看：两家为晒谷场吵";

    @LocalServerPort
    int port;

    @Autowired
    DemoCounty demo;

    @BeforeAll
    void found() {
        demo.seed();
        new Wire(port)
                .as("tiaojie", Towns.PASSWORD)
                .post(
                        "/api/scenes/disputes",
                        Map.of(
                                "words", TITLE,
                                "area", "33.07.02.103.204",
                                "occurredAt", "2025-01-02T08:00:00+08:00",
                                "source", "PATROL"));
    }

    private static Locator box(Window desk) {
        return desk.page().getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("查找：事项、材料、法条、回执、页面"));
    }

    private static Locator hits(Window desk) {
        return desk.page().getByRole(AriaRole.OPTION);
    }

    @Test
    void whoeverWritesSeesTheFirstHitsAndOpensOneByKeys(Windows windows) {
        var desk = windows.desk("tiaojie");
        desk.page().locator("h1").waitFor();
        var keys = desk.page().keyboard();
        keys.press("/");
        assertThat(box(desk)).isFocused();
        keys.type("ljwsgc");
        assertThat(hits(desk).first()).containsText(TITLE);
        assertThat(desk.page().getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("事项")))
                .isVisible();
        desk.looksRight();
        keys.press("ArrowDown");
        keys.press("Enter");
        desk.shows(TITLE);
        assertThat(hits(desk)).hasCount(0);
        keys.press("ControlOrMeta+k");
        assertThat(box(desk)).isFocused();
    }

    @Test
    void aPageIsFoundByItsNameAndEscapePutsTheHitsAway(Windows windows) {
        var desk = windows.desk("tiaojie");
        box(desk).fill("名册");
        assertThat(hits(desk)).hasCount(1);
        box(desk).press("Escape");
        assertThat(hits(desk)).hasCount(0);
        box(desk).fill("名册 ");
        hits(desk).first().click();
        desk.shows("名册");
    }

    @Test
    void enterWithoutAChoiceShowsAllThatWasFoundByKind(Windows windows) {
        var desk = windows.desk("tiaojie");
        box(desk).fill("晒谷场");
        box(desk).press("Enter");
        desk.shows("查找").sees(TITLE);
        assertThat(desk.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("事项")))
                .isVisible();
        desk.looksRight();
        box(desk).fill("没有这样的事");
        box(desk).press("Enter");
        desk.sees("没有找到“没有这样的事”");
        desk.looksRight();
    }

    @Test
    void anArticleLeadsToTheNumbersThatCiteIt(Windows windows) {
        var desk = windows.phone("tiaojie");
        desk.go("/desk/search?q=%E6%B0%91%E8%AF%89%E6%B3%95%20205");
        desk.sees("民事诉讼法第二百零五条").looksRight();
        desk.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("办理流程和期限"))
                .click();
        desk.shows("矛盾纠纷");
    }

    @Test
    void theNumberOfAPersonIsNotLookedForAndStandsInNoAddress(Windows windows) {
        var desk = windows.phone("tiaojie");
        box(desk).fill("138 0000 5678");
        desk.sees("这像是电话或者证件号码");
        desk.looksRight();
        box(desk).press("Enter");
        assertThat(desk.page()).not().hasURL(java.util.regex.Pattern.compile(".*(search|1380).*"));
    }

    @Test
    void anotherOfficeFindsNothing(Windows windows) {
        var desk = windows.desk("linzhen");
        box(desk).fill("晒谷场");
        box(desk).press("Enter");
        desk.shows("查找").seesNot(TITLE).sees("没有找到");
    }
}
