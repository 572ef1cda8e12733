package org.maplebridge.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.launch.demo.DemoCounty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The pages of a phone on its home screen.
@BrowserTest
class AppPagesTest {

    private static final String KEPT =
            "async () => !!(await caches.match('/report')) && !!(await caches.match('/api/public/scenes'))";

    private static final String ACTIVE =
            "async () => !!(await navigator.serviceWorker.getRegistration('/report'))?.active";

    private static final String STANDALONE = """
        const asked = window.matchMedia.bind(window);
        window.matchMedia = (query) => asked(query === '(display-mode: standalone)' ? 'all' : query);\
        """;

    @LocalServerPort
    int port;

    @Autowired
    DemoCounty demo;

    @BeforeAll
    void found() {
        demo.seed();
    }

    /// As a page that was opened from the home screen says of itself.
    private static Window installed(Window phone) {
        phone.context().addInitScript(STANDALONE);
        return phone.mayHear("ServiceWorker")
                .mayHear("ERR_INTERNET_DISCONNECTED")
                .mayHear("ERR_FAILED");
    }

    /// From the second time on the worker hears what the page asks.
    private static void kept(Window phone) {
        until(phone, ACTIVE);
        phone.reload().shows("发生了什么事？");
        until(phone, KEPT);
    }

    private static void until(Window phone, String holds) {
        for (int i = 0; i < 100 && !(boolean) phone.page().evaluate(holds); i++) {
            phone.page().waitForTimeout(200);
        }
        assertThat((boolean) phone.page().evaluate(holds)).as(holds).isTrue();
    }

    @Test
    void bothProgramsSayWhatAPhoneAsksToPutThemOnItsHomeScreen() {
        var wire = new Wire(port);
        for (var path : List.of("/app.json", "/rounds.json")) {
            var said = wire.send(wire.request(path).GET());
            assertThat(said.status()).as(path).isEqualTo(200);
            assertThat(said.text("display")).isEqualTo("standalone");
            assertThat(said.body().path("icons").size()).isGreaterThanOrEqualTo(3);
            said.body()
                    .path("icons")
                    .forEach(icon -> assertThat(
                                    wire.send(wire.request(icon.path("src").asString(""))
                                                    .GET())
                                            .header("Content-Type"))
                            .as(icon.toString())
                            .contains("image/png"));
        }
    }

    @Test
    void whoPutItOnTheHomeScreenBeginsToTellWithoutANetwork(Windows windows) {
        var phone = installed(windows.phone()).go("/report").shows("发生了什么事？");
        kept(phone);
        phone.context().setOffline(true);
        phone.reload().shows("发生了什么事？").write("发生了什么事？", "没有网络时开始说的").press("下一问");
        phone.shows("在哪个村、社区？").reload().shows("在哪个村、社区？");
        phone.context().setOffline(false);
    }

    @Test
    void ofTheInterfaceOnlyWhatEverybodyMayReadIsKept(Windows windows) {
        var phone = installed(windows.phone()).go("/report").shows("发生了什么事？");
        kept(phone);
        phone.mayHear("401").page().evaluate("() => fetch('/api/me').catch(() => 0)");
        var kept = (List<?>) phone.page()
                .evaluate("async () => (await (await caches.open('maple-page-/report')).keys())"
                        + ".map((one) => new URL(one.url).pathname).filter((path) => path.startsWith('/api'))");
        assertThat(kept).isNotEmpty().allMatch(path -> path.toString().startsWith("/api/public/"));
    }

    @Test
    void whoOnlyComesByKeepsNothing(Windows windows) {
        var phone = windows.phone().go("/report").shows("发生了什么事？");
        assertThat(phone.page().evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length"))
                .isEqualTo(0);
    }
}
