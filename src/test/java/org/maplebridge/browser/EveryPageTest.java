package org.maplebridge.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.launch.demo.DemoCounty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Every page there is: in the dark at a desk, in the dark with large letters on a phone, and in the light on an old
/// small screen. Filled with what a story brings, each is looked at again where its story is told.
@BrowserTest
class EveryPageTest {

    private static final String VILLAGE = "33.07.02.103.204";

    private static final List<String> CITIZENS = List.of(
            "/", "/start", "/report", "/progress", "/receipt", "/desk/sign-in", "/laws", "/laws/search", "/laws/ask");

    /// Who sees what; `:id` is a matter.
    private static final Map<String, List<String>> OFFICERS = Map.of(
            "tiaojie",
                    List.of(
                            "/desk",
                            "/desk/matters",
                            "/desk/matters/:id",
                            "/desk/search",
                            "/desk/new",
                            "/desk/new/disputes",
                            "/desk/window",
                            "/desk/board",
                            "/desk/rounds",
                            "/desk/calendar",
                            "/desk/duty",
                            "/desk/messages",
                            "/desk/calls",
                            "/desk/today",
                            "/desk/account",
                            "/desk/account/tokens",
                            "/desk/lifecycles",
                            "/desk/lifecycles/disputes"),
            "jiandu",
                    List.of(
                            "/desk/alerts",
                            "/desk/rings",
                            "/desk/rings/disputes.received",
                            "/desk/reports/week",
                            "/desk/reports/month",
                            "/desk/supervision",
                            "/desk/takings",
                            "/desk/reviews",
                            "/desk/retention",
                            "/desk/rolls",
                            "/desk/rolls/mediators",
                            "/desk/rolls/committees",
                            "/desk/evaluations",
                            "/desk/gradings"),
            "fawu",
                    List.of(
                            "/desk/notices",
                            "/desk/parameters",
                            "/desk/laws",
                            "/desk/laws/search",
                            "/desk/laws/imports",
                            "/desk/lawchanges"),
            "xianban", List.of("/desk/staff", "/desk/handover", "/desk/accounts", "/desk/imports", "/desk/allowances"),
            "zhentiao", List.of("/desk/allowances/mine", "/desk/gradings/mine"));

    /// Pages about one thing, which are looked at in their own stories.
    private static final List<String> ELSEWHERE = List.of(
            "/desk/accounts/:id",
            "/desk/imports/:id",
            "/desk/rolls/:roll/:id",
            "/laws/:law",
            "/laws/articles/:id",
            "/laws/compare",
            "/laws/cited",
            "/desk/laws/imports/:id",
            "/desk/lawchanges/:id");

    private static final String RAIL_LEFT = "() => { const rail = document.querySelector('.rail > div'); "
            + "return rail ? rail.scrollHeight - rail.clientHeight : 0; }";

    @LocalServerPort
    int port;

    @Autowired
    DemoCounty demo;

    private String matter = "";

    @BeforeAll
    void found() {
        demo.seed();
        var said = new HashMap<String, Object>(Map.of(
                "words", "各页测试：树枝伸过了墙",
                "area", VILLAGE,
                "occurredAt", "2025-01-02T08:00:00+08:00",
                "source", "PATROL",
                "applicant", "钱大伯",
                "phone", "13877775555"));
        said.put("respondent", "钱二伯");
        matter = new Wire(port)
                .as("tiaojie", Towns.PASSWORD)
                .post("/api/scenes/disputes", said)
                .text("matter.id");
    }

    private Window opened(Window window, String path) {
        window.go(path.replace(":id", matter)).page().waitForSelector("h1");
        return window;
    }

    private void looksRight(Window window, List<String> paths) {
        window.mayHear("ServiceWorker");
        paths.forEach(path -> opened(window, path).looksRight());
    }

    private static Window large(Window window) {
        window.context().addInitScript("localStorage.setItem('maple.look', JSON.stringify({ look: 'elder' }))");
        return window.in(ColorScheme.DARK);
    }

    @Test
    void inTheDarkAtADeskEveryPageOfCitizensCanBeRead(Windows windows) {
        looksRight(windows.desk().in(ColorScheme.DARK), CITIZENS);
    }

    @Test
    void inLargeLettersInTheDarkOnAPhoneEveryPageCanBeRead(Windows windows) {
        looksRight(large(windows.phone()), CITIZENS);
        OFFICERS.forEach((user, paths) -> looksRight(large(windows.phone(user)), paths));
    }

    /// In the light nothing sticks out at the side, and every way of the rail can be reached without scrolling. One
    /// opening serves both looks: it takes longer than to look.
    @Test
    void inTheDarkAtADeskAndInTheLightOnAnOldScreenEveryPageFitsAndCanBeRead(Windows windows) {
        OFFICERS.forEach((user, paths) -> {
            var window = windows.desk(user).mayHear("ServiceWorker");
            for (var path : paths) {
                opened(window.in(ColorScheme.DARK).as(Window.Size.DESK), path).looksRight();
                window.in(ColorScheme.LIGHT).as(Window.Size.OLD).looksRight();
                assertThat((int) window.page().evaluate(RAIL_LEFT))
                        .as("how far the rail of %s goes on below %s", user, path)
                        .isLessThanOrEqualTo(0);
            }
        });
    }

    /// A page that is added is looked at here.
    @Test
    void noPageIsLeftOut() throws IOException {
        var known = new TreeSet<>(CITIZENS);
        OFFICERS.values().forEach(known::addAll);
        known.addAll(ELSEWHERE);
        var routes = Pattern.compile("page\\('([^']+)'").matcher(Files.readString(Path.of("web/routes.tsx")));
        int count = 0;
        while (routes.find()) {
            var route = routes.group(1);
            boolean below = known.stream().anyMatch(path -> like(path, "/" + route) || like(path, "/desk/" + route));
            assertThat(below).as(route + " is opened by this test").isTrue();
            count++;
        }
        assertThat(count).isGreaterThan(35);
    }

    /// Whether an address is one of a route's: a part that is called `:roll` may be anything.
    private static boolean like(String path, String route) {
        return path.equals(route) || path.matches(route.replaceAll(":[a-z]+", "[^/]+"));
    }
}
