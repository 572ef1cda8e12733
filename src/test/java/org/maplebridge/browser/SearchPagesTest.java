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
        return desk.page().getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("找事项：编号、标题"));
    }

    private static Locator hits(Window desk) {
        return desk.page().getByRole(AriaRole.OPTION);
    }

    @Test
    void whoeverWritesSeesTheFirstHitsAndOpensOneByKeys(Windows windows) {
        var desk = windows.desk("tiaojie");
        box(desk).fill("晒谷场");
        assertThat(hits(desk).first()).containsText(TITLE);
        desk.looksRight();
        box(desk).press("ArrowDown");
        box(desk).press("Enter");
        desk.shows(TITLE);
        assertThat(hits(desk)).hasCount(0);
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
    void enterWithoutAChoiceListsAllThatMatch(Windows windows) {
        var desk = windows.desk("tiaojie");
        box(desk).fill("晒谷场");
        box(desk).press("Enter");
        desk.shows("事项").sees(TITLE);
    }

    @Test
    void anotherOfficeFindsNothing(Windows windows) {
        var desk = windows.desk("linzhen");
        box(desk).fill("晒谷场");
        box(desk).press("Enter");
        desk.shows("事项").seesNot(TITLE);
    }
}
