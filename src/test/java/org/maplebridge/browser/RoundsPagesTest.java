package org.maplebridge.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.launch.demo.DemoCounty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Out of doors with one thumb, with and without a network: what was written once arrives once.
@BrowserTest
class RoundsPagesTest {

    private static final String ROUNDS = "/desk/rounds";

    /// A red dot.
    private static final byte[] PICTURE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==");

    @LocalServerPort
    int port;

    @Autowired
    DemoCounty demo;

    @Autowired
    Transactions transactions;

    @BeforeAll
    void found() {
        demo.seed();
    }

    private Wire as(String user) {
        return new Wire(port).as(user, Towns.PASSWORD);
    }

    private Visits visits() {
        return new Visits(as("tiaojie"), now());
    }

    private Instant now() {
        return transactions.run(Scope.job("test"), Work::now);
    }

    private JsonNode disputes(String words) {
        return as("wangge")
                .get("/api/matters?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
                .body()
                .path("items");
    }

    /// How the first meeting of a matter stands.
    private String state(String matter) {
        return as("tiaojie")
                .get("/api/matters/" + matter + "/sessions")
                .body()
                .path("items")
                .path(0)
                .path("state")
                .asString();
    }

    private static void again(Window phone, String name) {
        phone.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name)))
                .click();
    }

    private static Window opens(Window phone) {
        return phone.go(ROUNDS).shows("今天");
    }

    /// The page and its parts lie on the device.
    private static Window kept(Window phone) {
        phone.page().waitForFunction("async () => !!(await caches.match('/desk/rounds'))");
        return phone;
    }

    private static void offline(Window phone, boolean off) {
        phone.context().setOffline(off);
    }

    private static void photo(Window phone) {
        phone.page().locator("input[aria-label='照片']").setInputFiles(new FilePayload("a.png", "image/png", PICTURE));
        phone.sees("照片 1.png");
    }

    private static void voice(Window phone) {
        phone.press("录音");
        var stop = phone.page().getByText("录好了");
        assertThat(stop)
                .containsText(
                        "0:02",
                        new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions()
                                .setTimeout(20_000));
        stop.click();
        assertThat(phone.page().locator("audio")).hasCount(1);
    }

    private static Window quietly(Window phone) {
        return phone.mayHear("ERR_INTERNET_DISCONNECTED").mayHear("ERR_FAILED").mayHear("ServiceWorker");
    }

    @Test
    void whatWasWrittenWithoutANetworkArrivesOnceWithPhotoAndVoice(Windows windows) {
        var words = "巡查测试甲：两家为楼道堆物吵起来";
        var phone = quietly(windows.phone("wangge"));
        kept(opens(phone));
        offline(phone, true);
        phone.reload().shows("今天").sees("没有网络").looksRight();
        phone.press("报一件看到的").shows("报一件看到的").looksRight();
        phone.press("写好了，有网络就送").sees("还差 1 处").looksRight();
        phone.write("看到了什么", words).write("具体位置", "三组 12 号");
        photo(phone);
        voice(phone);
        phone.looksRight();
        phone.go(ROUNDS).shows("今天").sees("未发送，还在写").looksRight();
        again(phone, "接着写");
        assertThat(phone.field("看到了什么")).hasValue(words);
        assertThat(phone.page().locator("audio")).hasCount(1);
        phone.press("写好了，有网络就送").sees("未发送，等有网络").looksRight();
        offline(phone, false);
        phone.sees("已送达").seesNot(words).looksRight();
        assertThat(disputes("巡查测试甲")).hasSize(1);
        var id = disputes("巡查测试甲").path(0).path("id").asString();
        var files = as("wangge").get("/api/matters/" + id + "/files").body().path("items");
        assertThat(files.size()).isEqualTo(2);
        assertThat(files.toString()).contains("现场照片", "视听资料", "工作手机当场录音");
    }

    @Test
    void anAnswerThatGetsLostMakesNoDoubleEvenAfterTheProgramIsClosed(Windows windows) {
        var words = "巡查测试乙：施工半夜不停";
        var phone = quietly(windows.phone("wangge"));
        opens(phone).press("报一件看到的").shows("报一件看到的");
        phone.write("看到了什么", words);
        phone.context().route("**/api/scenes/disputes", route -> {
            route.fetch();
            route.abort();
        });
        phone.press("送出").sees("发送中");
        phone.page().waitForCondition(() -> disputes("巡查测试乙").size() == 1);
        phone.reload().shows("今天").sees("发送中").looksRight();
        again(phone, "看看");
        phone.sees("不会登记两次").looksRight();
        phone.context().unroute("**/api/scenes/disputes");
        phone.reload();
        opens(phone).sees("已送达");
        assertThat(disputes("巡查测试乙")).hasSize(1);
    }

    @Test
    void whatIsRefusedStaysToBeChanged(Windows windows) {
        var phone = quietly(windows.phone("wangge")).mayHear("status of 422");
        opens(phone).press("报一件看到的").shows("报一件看到的");
        phone.write("看到了什么", "巡查测试丙：一件事").write("什么时候看到的", "2099-01-01T08:00");
        phone.press("送出");
        phone.sees("要您看看").looksRight();
        again(phone, "看看");
        phone.sees("没有办成").looksRight();
        phone.write("什么时候看到的", "2025-01-02T08:00").press("送出").sees("已送达");
        assertThat(disputes("巡查测试丙")).hasSize(1);
    }

    private static void signs(Window phone, String name) {
        phone.press("请人签名").sees("先看，再签").looksRight();
        phone.button(name).click();
        var pad = phone.page().locator("canvas.pad");
        pad.scrollIntoViewIfNeeded();
        var box = pad.boundingBox();
        var mouse = phone.page().mouse();
        mouse.move(box.x + 40, box.y + 40);
        mouse.down();
        mouse.move(box.x + 160, box.y + 90);
        mouse.move(box.x + 60, box.y + 100);
        mouse.up();
        Pictures.of(phone.page());
        phone.press("签好了").sees("在屏幕上签的");
    }

    private static void records(Window phone, String place) {
        phone.page()
                .locator("li.visit")
                .filter(new Locator.FilterOptions().setHasText(place))
                .getByRole(AriaRole.BUTTON)
                .click();
        phone.shows("记一次会面");
    }

    @Test
    void aVisitIsWrittenDownAndSignedOnTheScreen(Windows windows) {
        var title = "巡查测试丁：雨棚滴水";
        var matter = visits().to(title, "丁家 3 幢 201").text("matter.id");
        var phone = quietly(windows.phone("tiaojie"));
        opens(phone).sees("上门走访").sees("丁家 3 幢 201").seesNot(title).seesNot("郑").looksRight();
        records(phone, "丁家");
        phone.page().getByText("郑*雨到场了").click();
        phone.write("谈了什么", "郑家愿意接管子。");
        signs(phone, "郑*雨");
        phone.write("谈了什么", "郑家愿意自己出钱接管子。")
                .sees("签了以后笔录改过")
                .press("送出")
                .sees("还差 1 处")
                .looksRight();
        phone.press("去掉郑*雨的签名");
        signs(phone, "郑*雨");
        phone.press("送出").sees("已送达").looksRight();
        var desk = windows.desk("tiaojie");
        desk.go("/desk/matters/" + matter).shows(title).sees("1 个签名，签的就是这份笔录").looksRight();
        var files =
                as("tiaojie").get("/api/matters/" + matter + "/files").body().path("items");
        assertThat(files.size()).isEqualTo(1);
        assertThat(files.toString()).contains("第 1 次会面笔录的屏幕签名");
    }

    @Test
    void aMatterThatHasMovedOnIsShownAndNotForced(Windows windows) {
        var matter = visits().to("巡查测试戊：围墙", "戊家").text("matter.id");
        var phone = quietly(windows.phone("tiaojie")).mayHear("status of 412");
        opens(phone).sees("戊家");
        records(phone, "戊家");
        phone.write("谈了什么", "没谈拢。");
        phone.page().getByText("郑*雨到场了").click();
        visits().arrange(matter, now().plus(Duration.ofMinutes(50)), "戊家另一处");
        phone.press("送出").sees("要您看看").looksRight();
        assertThat(state(matter)).isEqualTo("PLANNED");
        again(phone, "看看");
        phone.press("看看多了什么").sees("您打开之后，多了 1 条").looksRight();
        phone.press("看过了，照我写的送出").sees("已送达");
        assertThat(state(matter)).isEqualTo("HELD");
    }

    /// Large letters, dark, as narrow as it gets: what is asked outdoors can still be read and met with a thumb.
    @Test
    void inLargeLettersInTheDarkAndOnANarrowPhoneItCanBeRead(Windows windows) {
        visits().to("巡查测试庚：大字", "庚家");
        var phone = quietly(windows.phone("tiaojie"));
        phone.page().setViewportSize(320, 700);
        opens(phone).press("大字版").looksRight();
        phone.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        opens(phone).sees("庚家").looksRight();
        records(phone, "庚家");
        phone.write("谈了什么", "大字也看得清。");
        phone.press("请人签名").sees("先看，再签").looksRight();
        phone.press("签好了").sees("还没写谁签的").looksRight();
        opens(phone).press("报一件看到的").shows("报一件看到的").looksRight();
        for (var path : List.of("/desk/board", "/desk/window")) {
            phone.go(path).page().waitForSelector("h1");
            phone.looksRight();
        }
        phone.go("/desk").shows("待办");
    }
}
