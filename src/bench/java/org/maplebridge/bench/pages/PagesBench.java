package org.maplebridge.bench.pages;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.RequestOptions;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.maplebridge.bench.Benchmark;
import org.maplebridge.bench.Options;
import org.maplebridge.bench.Result;

/// Largest contentful paint, the longest a key press waited, and what came over the line: each page in a fresh browser
/// that is slowed down four times. What is compared is the citizens' home page of the same run.
public final class PagesBench implements Benchmark {

    private static final int SLOWED = 4;
    private static final int ROUNDS = 3;
    private static final int SETTLED_MILLIS = 400;
    private static final String PASSWORD = "fengqiao2026";

    /// Kept from the first moment of a page: what was painted largest, and how long events took.
    private static final String WATCH = """
        window.seen = { paint: 0, event: 0 };
        new PerformanceObserver((list) => list.getEntries().forEach((one) => { seen.paint = one.startTime; }))
          .observe({ type: 'largest-contentful-paint', buffered: true });
        new PerformanceObserver((list) => list.getEntries().forEach((one) => {
          seen.event = Math.max(seen.event, one.duration);
        })).observe({ type: 'event', durationThreshold: 16, buffered: true });\
        """;

    private static final String BYTES = """
        () => [...performance.getEntriesByType('resource'), ...performance.getEntriesByType('navigation')]
          .reduce((sum, one) => sum + one.transferSize, 0)\
        """;

    /// Whose page it is; nobody's for citizens.
    private record Look(String user, String path, boolean phone) {

        String name() {
            return path.equals("/")
                    ? "home"
                    : path.substring(1).replace('/', '-').replace(":id", "one");
        }
    }

    private record Seen(double paint, double event, double bytes) {}

    private static final List<Look> LOOKS = List.of(
            new Look("", "/", true),
            new Look("", "/report", true),
            new Look("", "/progress", true),
            new Look("tiaojie", "/desk", false),
            new Look("tiaojie", "/desk/matters", false),
            new Look("tiaojie", "/desk/matters/:id", false),
            new Look("jiandu", "/desk/rings", false));

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public String about() {
        return "主要页面在慢四倍的机器上多久画好、按键等多久（毫秒）；--address 演示服务器的地址";
    }

    @Override
    public Result run(Options options, PrintStream progress) {
        var address = options.text("address").orElse("http://127.0.0.1:8080").replaceAll("/$", "");
        var result = new Result().put("slowed", SLOWED).put("rounds", ROUNDS);
        try (var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))) {
            var browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(Path.of("/usr/bin/chromium"))
                            .setArgs(List.of("--no-sandbox", "--disable-gpu")));
            double home = 0;
            for (var look : LOOKS) {
                var middle = middle(browser, address, look, options.number("rounds", ROUNDS));
                home = look.path().equals("/") ? middle.paint() : home;
                progress.printf(
                        Locale.ROOT,
                        "%-20s paint %5.0f ms (%.2f)  key %4.0f ms  %4.0f KB%n",
                        look.name(),
                        middle.paint(),
                        middle.paint() / home,
                        middle.event(),
                        middle.bytes() / 1024);
                result.put(look.name() + "PaintMs", Math.round(middle.paint()))
                        .put(look.name() + "PaintRatio", Math.round(middle.paint() / home * 100) / 100.0)
                        .put(look.name() + "KeyMs", Math.round(middle.event()))
                        .put(look.name() + "Kb", Math.round(middle.bytes() / 1024));
            }
        }
        return result;
    }

    private static Seen middle(Browser browser, String address, Look look, int rounds) {
        var all = new ArrayList<Seen>();
        for (int i = 0; i < rounds; i++) {
            try (var context = context(browser, look)) {
                all.add(once(context, address, look));
            }
        }
        return new Seen(
                middle(all.stream().map(Seen::paint).toList()),
                middle(all.stream().map(Seen::event).toList()),
                middle(all.stream().map(Seen::bytes).toList()));
    }

    private static double middle(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static BrowserContext context(Browser browser, Look look) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(look.phone() ? 390 : 1366, look.phone() ? 844 : 768)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai"));
        context.addInitScript(WATCH);
        return context;
    }

    private static Seen once(BrowserContext context, String address, Look look) {
        var path = look.path();
        if (!look.user().isEmpty()) {
            context.request()
                    .post(
                            address + "/api/session",
                            RequestOptions.create()
                                    .setHeader("X-Maple", "1")
                                    .setData(Map.of("user", look.user(), "password", PASSWORD)));
            path = path.replace(":id", first(context, address));
        }
        var page = context.newPage();
        var rate = new JsonObject();
        rate.addProperty("rate", SLOWED);
        context.newCDPSession(page).send("Emulation.setCPUThrottlingRate", rate);
        page.navigate(address + path);
        page.waitForSelector("h1");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.waitForTimeout(SETTLED_MILLIS);
        double paint = seen(page, "paint");
        for (var key : List.of("Tab", "Tab", "Tab", "ArrowDown")) {
            page.keyboard().press(key);
            page.waitForTimeout(SETTLED_MILLIS);
        }
        return new Seen(paint, seen(page, "event"), ((Number) page.evaluate(BYTES)).doubleValue());
    }

    private static double seen(Page page, String what) {
        return ((Number) page.evaluate("() => seen." + what)).doubleValue();
    }

    /// A matter that the officer sees.
    private static String first(BrowserContext context, String address) {
        var answer = context.request().get(address + "/api/matters?limit=1").text();
        return answer.replaceAll("(?s).*?\"id\":\"([0-9a-f-]{36})\".*", "$1");
    }
}
