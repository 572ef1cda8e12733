package org.maplebridge.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One person's browser. It does what people do, by the words they see, and waits for what they would wait for.
/// Beside that it watches: a request to another machine, a broken page or an error in the console is a fault.
final class Window {

    /// How long something may take to appear on a busy machine.
    static final double PATIENCE_MILLIS = 20_000;

    enum Size {
        PHONE(390, 844),
        DESK(1280, 800),
        /// What stands in many offices.
        OLD(1366, 768),
        WALL(1920, 1080);

        private final int width;
        private final int height;

        Size(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    private final String address;
    private final BrowserContext context;
    private final Page page;
    private final List<String> faults = new ArrayList<>();
    private final List<String> forgiven = new ArrayList<>();
    private Hands hands = Hands.MOUSE;

    Window(String address, Size size) {
        this.address = address;
        this.context = Chromium.ofThisRun()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(size.width, size.height)
                        .setLocale("zh-CN")
                        .setTimezoneId("Asia/Shanghai")
                        .setColorScheme(ColorScheme.LIGHT)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setAcceptDownloads(true));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.onRequest(this::stayed);
        context.onConsoleMessage(this::heard);
        context.onWebError(error -> faults.add("the page broke: " + error.error()));
        this.page = context.newPage();
    }

    /// Whether the browser asks itself: what was fetched, or its own drawing of a paper.
    private static boolean own(String url) {
        return Stream.of("blob:", "data:", "chrome:", "chrome-extension:").anyMatch(url::startsWith);
    }

    private void stayed(Request request) {
        if (!request.url().startsWith(address + "/") && !own(request.url())) {
            faults.add("a request left for " + request.url());
        }
    }

    private void heard(ConsoleMessage message) {
        boolean bad = message.type().equals("error") || message.type().equals("warning");
        if (bad && forgiven.stream().noneMatch(message.text()::contains)) {
            faults.add("the console said: " + message.text() + " at " + message.location());
        }
    }

    /// From here on the browser may mention this in its console, since the test provokes it: a status of an answer, or
    /// the name of a network error.
    Window mayHear(String what) {
        forgiven.add(what);
        return this;
    }

    /// From here on nothing is touched but keys.
    Window byKeyboard() {
        hands = new Keyboard(page);
        return this;
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    void close() {
        context.close();
    }

    /// Begins a session without the page for it, which has stories of its own.
    Window signsIn(String user) {
        var answer = context.request()
                .post(
                        address + "/api/session",
                        RequestOptions.create()
                                .setHeader("X-Maple", "1")
                                .setData(Map.of("user", user, "password", Towns.PASSWORD)));
        assertThat(answer.status()).as("the sign-in of " + user).isEqualTo(200);
        return this;
    }

    Window go(String path) {
        page.navigate(address + path);
        return this;
    }

    Window reload() {
        page.reload();
        return this;
    }

    /// The page as it is, in another light.
    Window in(ColorScheme light) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(light));
        return drawn();
    }

    /// The page as it is, on another screen.
    Window as(Size size) {
        page.setViewportSize(size.width, size.height);
        return drawn();
    }

    private Window drawn() {
        page.evaluate("() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
        return this;
    }

    /// The page with this heading is there, whole, and nothing about it is wrong.
    Window shows(String heading) {
        appears(page.locator("h1").filter(new Locator.FilterOptions().setHasText(heading)));
        return looksRight();
    }

    /// Axe finds nothing, and nothing sticks out at the side.
    Window looksRight() {
        disappears(page.locator(".loading"));
        Pictures.of(page);
        Axe.findsNothing(page);
        return fits();
    }

    /// Nothing sticks out at the side.
    Window fits() {
        assertThat((int) page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
                .as("how far %s sticks out", page.url())
                .isLessThanOrEqualTo(0);
        return this;
    }

    Window sees(String words) {
        appears(page.getByText(words).locator("visible=true"));
        return this;
    }

    Window seesNot(String words) {
        disappears(page.getByText(words));
        return this;
    }

    /// Looks again every few milliseconds at first; the assertions of Playwright only after a tenth, a quarter, a half
    /// and then each full second, and most pages need a third of one.
    static void appears(Locator one) {
        one.first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
    }

    /// Is there no more, or was never there.
    static void disappears(Locator one) {
        one.first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    /// Everything that stands on the page.
    String text() {
        return page.locator("main").innerText();
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Window press(String name) {
        return press(button(name));
    }

    Window press(Locator target) {
        hands.press(target);
        return this;
    }

    /// Follows a link by the words it begins with.
    Window follow(String name) {
        return press(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(starting(name)))
                .first());
    }

    /// Writes into a field, or picks from a list.
    Window write(String label, String words) {
        var field = field(label);
        if (field.evaluate("it => it.tagName").equals("SELECT")) {
            hands.pick(field, words);
        } else {
            hands.write(field, words);
        }
        return this;
    }

    /// Chooses among answers that are all shown.
    Window choose(String question, String answer) {
        var group = page.getByRole(AriaRole.RADIOGROUP, new Page.GetByRoleOptions().setName(whole(question)));
        hands.choose(group, group.getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(starting(answer))));
        return this;
    }

    /// Goes down the areas, one list after the other.
    Window choosePlace(String question, String town, String village) {
        hands.pick(page.getByLabel(question + "：选乡镇或街道"), town);
        hands.pick(page.getByLabel(question + "：选村或社区"), village);
        return this;
    }

    Locator field(String label) {
        return page.getByLabel(whole(label));
    }

    /// Optional fields say so behind their label.
    private static Pattern whole(String label) {
        return Pattern.compile("^" + plain(label) + "(（可以不填）)?$");
    }

    private static Pattern starting(String words) {
        return Pattern.compile("^\\s*" + plain(words));
    }

    /// Taken letter by letter, in the browser's own kind of pattern, which knows no quoting.
    private static String plain(String words) {
        return words.replaceAll("[.*+?^${}()|\\[\\]\\\\]", "\\\\$0");
    }

    static com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions patient() {
        return new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS);
    }
}
