package org.maplebridge.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.launch.demo.DemoCounty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The pages keep to a policy that believes no program and no style sheet written into a page. The browser itself says
/// what it refused.
@BrowserTest
class ContentPolicyTest {

    private static final String LISTEN = """
        window.refusedByPolicy = [];
        document.addEventListener('securitypolicyviolation',
            (it) => window.refusedByPolicy.push(it.violatedDirective + ' ' + it.blockedURI + ' ' + it.sample));
        """;

    private static final List<String> PUBLIC_PAGES = List.of("/", "/report", "/progress", "/receipt", "/desk/sign-in");

    private static final List<String> DESK_PAGES = List.of(
            "/desk",
            "/desk/alerts",
            "/desk/matters",
            "/desk/new",
            "/desk/supervision",
            "/desk/window",
            "/desk/board",
            "/desk/rounds",
            "/desk/handover",
            "/desk/lifecycles");

    @LocalServerPort
    int port;

    @Autowired
    DemoCounty demo;

    @BeforeAll
    void found() {
        demo.seed();
    }

    /// A dispute of the town, in which its dispatcher is to keep out.
    private String sensed() {
        var answer = new Wire(port)
                .as("tiaojie", Towns.PASSWORD)
                .post(
                        "/api/scenes/disputes",
                        Map.of(
                                "words", "测试：一件要回避的事。",
                                "area", "33.07.02.103.204",
                                "occurredAt", "2025-01-02T08:00:00+08:00",
                                "source", "PATROL"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.text("matter.id");
    }

    private static void keepsTo(Window window, String path) {
        window.go(path);
        window.page().waitForSelector("h1");
        window.page().waitForFunction("() => !document.querySelector('.loading')");
        assertThat(refused(window)).as(path).isEmpty();
    }

    private static List<?> refused(Window window) {
        return (List<?>) window.page().evaluate("() => window.refusedByPolicy");
    }

    @Test
    void noPageForThePublicAsksForWhatThePolicyRefuses(Windows windows) {
        var phone = windows.phone();
        phone.context().addInitScript(LISTEN);
        PUBLIC_PAGES.forEach(path -> keepsTo(phone, path));
    }

    @Test
    void noPageOfTheDeskDoesEitherNorAnOpenDrawer(Windows windows) {
        var desk = windows.desk("zhenban");
        desk.context().addInitScript(LISTEN);
        DESK_PAGES.forEach(path -> keepsTo(desk, path));
        keepsTo(desk, "/desk/matters/" + sensed());
        Officer.begins(desk, "自行回避").looksRight();
        assertThat(refused(desk)).isEmpty();
        assertThat(desk.page().evaluate("() => [...document.querySelectorAll('style')].every((it) => it.nonce)"))
                .as("what the desk draws by itself carries the page's word")
                .isEqualTo(true);
        desk.choose("为什么要回避", "是当事人的近亲属").write("情况说明", "一方是我表弟");
        desk.page().locator("#grave, .grave input").first().fill("自行回避");
        Officer.submits(desk, "自行回避").shows("待办").seesNot("测试：一件要回避的事");
        assertThat(refused(desk)).isEmpty();
    }

    /// A policy that refuses nothing would pass the others.
    @Test
    void whatSomebodyWritesIntoAPageIsRefused(Windows windows) {
        var phone = windows.phone().mayHear("Content Security Policy").mayHear("violates");
        phone.context().addInitScript(LISTEN);
        keepsTo(phone, "/");
        phone.page().evaluate("""
            () => {
                const style = document.createElement('style');
                style.textContent = 'body { display: none }';
                document.head.append(style);
                const script = document.createElement('script');
                script.textContent = 'window.smuggled = true';
                document.head.append(script);
                const box = document.createElement('div');
                box.innerHTML = '<b style="color: red">x</b>';
                document.body.append(box);
            }\
            """);
        assertThat(phone.page().evaluate("() => window.smuggled === undefined")).isEqualTo(true);
        assertThat(phone.page().evaluate("() => getComputedStyle(document.body).display"))
                .isNotEqualTo("none");
        assertThat(refused(phone).toString()).contains("style-src-elem", "script-src-elem", "style-src-attr");
    }

    @Test
    void theWordIsNewForEachPage(Windows windows) {
        var phone = windows.phone();
        var words = List.of(word(phone.go("/")), word(phone.go("/report")), word(phone.go("/")));
        assertThat(words)
                .doesNotHaveDuplicates()
                .allSatisfy(word -> assertThat(word).hasSizeGreaterThan(20).isNotEqualTo("MAPLE-NONCE"));
    }

    private static String word(Window window) {
        return String.valueOf(
                window.page().evaluate("() => document.querySelector('meta[property=\"csp-nonce\"]').nonce"));
    }
}
