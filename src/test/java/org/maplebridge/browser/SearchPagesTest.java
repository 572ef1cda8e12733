package org.maplebridge.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
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
                                "applicant", "晒谷场",
                                "phone", "13877776161",
                                "area", "33.07.02.103.204",
                                "occurredAt", "2025-01-02T08:00:00+08:00",
                                "source", "PATROL"));
    }

    private static Locator box(Window desk) {
        return desk.page().getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("查找：事项、材料、人、法条、回执、页面"));
    }

    private static Locator hits(Window desk) {
        // fields of the page beside have options, too
        return desk.page().getByRole(AriaRole.LISTBOX).getByRole(AriaRole.OPTION);
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
        Window.disappears(hits(desk));
        keys.press("ControlOrMeta+k");
        assertThat(box(desk)).isFocused();
    }

    @Test
    void aPageIsFoundByItsNameAndEscapePutsTheHitsAway(Windows windows) {
        var desk = windows.desk("tiaojie");
        box(desk).fill("名册");
        assertThat(hits(desk)).hasText(new String[] {"找人要先说明用途会记下来，本人能看到", "名册页面"});
        box(desk).press("Escape");
        Window.disappears(hits(desk));
        box(desk).fill("名册 ");
        hits(desk).filter(new Locator.FilterOptions().setHasText("名册页面")).click();
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

    private static final Pattern TELLING = Pattern.compile(".*(1387777|q=).*");

    @Test
    void theNumberOfAPersonLeadsToThePurposeAndStandsInNoAddress(Windows windows) {
        var desk = windows.phone("tiaojie");
        box(desk).fill("138 7777 6161");
        assertThat(hits(desk)).hasText(new String[] {"找人要先说明用途会记下来，本人能看到"});
        box(desk).press("Enter");
        desk.shows("查找").sees("每找一次都记下您的名字、时间和用途");
        var who = desk.page().getByLabel("找谁");
        assertThat(who).hasValue("138 7777 6161");
        desk.looksRight();
        assertThat(desk.page()).not().hasURL(TELLING);
        assertThat(desk.page().evaluate("() => JSON.stringify(history.state)").toString())
                .doesNotContain("7777");
        desk.page().getByLabel("为了什么要找").selectOption("联系当事人办理本事项");
        desk.page().getByText("找并记下").click();
        desk.sees("找到 1 人").sees("晒*场").sees(TITLE);
        desk.looksRight();
        assertThat(desk.page()).not().hasURL(TELLING);
    }

    @Test
    void peopleAreLookedForByKeysAfterSayingWhatFor(Windows windows) {
        var desk = windows.desk("tiaojie");
        desk.go("/desk/search");
        var hands = new Keyboard(desk.page());
        hands.press(desk.page().getByText("找人要先说明用途"));
        hands.pick(desk.page().getByLabel("为了什么要找"), "联系当事人办理本事项");
        hands.write(desk.page().getByLabel("找谁"), "晒谷场");
        hands.press(desk.page().getByText("找并记下"));
        desk.sees("已经记下").sees("晒*场");
        desk.looksRight();
    }

    @Test
    void anotherOfficeFindsNothing(Windows windows) {
        var desk = windows.desk("linzhen");
        box(desk).fill("晒谷场");
        box(desk).press("Enter");
        desk.shows("查找").seesNot(TITLE).sees("没有找到");
    }
}
