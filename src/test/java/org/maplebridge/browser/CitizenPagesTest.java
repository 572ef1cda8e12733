package org.maplebridge.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.trail.Sequencer;
import org.maplebridge.launch.demo.DemoCounty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Somebody with something to say, on a phone.
@BrowserTest
class CitizenPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    DemoCounty demo;

    @Autowired
    Transactions transactions;

    @Autowired
    Sequencer sequencer;

    @BeforeAll
    void found() {
        demo.seed();
    }

    private LocalDate today() {
        return transactions.run(Scope.job("test"), Work::today);
    }

    /// Others have filed too, so that a proof has a way to go.
    private void othersFile(int count) {
        for (int i = 0; i < count; i++) {
            var said = Map.of(
                    "words",
                    "测试：别人说的第 " + i + " 件事。",
                    "area",
                    "33.07.02.103",
                    "day",
                    today().toString(),
                    "anonymous",
                    true);
            assertThat(new Wire(port).post("/api/public/scenes/disputes", said).status())
                    .isEqualTo(201);
        }
    }

    private Window told(Window phone, String words) {
        return Citizen.tells(phone, words, today().minusDays(1));
    }

    private long known(String words) {
        var answer = new Wire(port).as("xianban", Towns.PASSWORD).get("/api/matters?limit=100");
        return answer.body()
                .path("items")
                .valueStream()
                .filter(item -> item.path("title").asString("").startsWith(words))
                .count();
    }

    @Test
    void whatIsReportedStepByStepVerifiesInTheBrowserAndAChangedReceiptDoesNot(Windows windows, @TempDir Path folder)
            throws IOException {
        othersFile(3);
        var phone = told(windows.phone(), "测试：楼上夜里十点还在装修。说了几次不听。");
        phone.press("提交").shows("收到了，已经记下");
        phone.sees(Towns.VILLAGE_OFFICE);
        var saved = folder.resolve("回执.json");
        phone.page().waitForDownload(() -> phone.press("存下回执")).saveAs(saved);

        othersFile(2);
        sequencer.drain();
        phone.follow("核验回执").shows("对得上，没有被改过");

        var another = windows.phone().go("/receipt").shows("核一核，有没有被改过");
        another.page().setInputFiles("#receipt-file", saved);
        another.shows("对得上，没有被改过").sees("收到您的反映，此后没有改、没有删");
        assertThat(another.page().locator("svg.tree").getAttribute("aria-label"))
                .matches("从您的记录到公开总账，共 [1-9]\\d* 步");

        var changed = Files.writeString(
                folder.resolve("改过的回执.json"), Files.readString(saved).replace("十点", "九点"));
        another.press("核验另一张").shows("核一核，有没有被改过");
        another.page().setInputFiles("#receipt-file", changed);
        another.shows("对不上，有").sees("什么都不能证明");
    }

    @Test
    void progressOpensWithCodeAndDigitsAndNeverInAnAddress(Windows windows) {
        var phone = told(windows.phone(), "测试：邻居把花盆堆在楼道里。");
        phone.press("提交").shows("收到了，已经记下");
        var code = phone.page().locator(".bigcode").innerText();

        phone.follow("查进度").shows("查办到哪一步了");
        phone.mayHear("404").write("手机号后四位", "9999").press("查进度");
        phone.sees("查询码或后四位不对").looksRight();
        phone.write("手机号后四位", Citizen.DIGITS).press("查进度");
        phone.shows("测试：邻居把花盆堆在楼道里").sees("我们收到了，正在核实登记").sees("查询码 " + code);
        assertThat(phone.page().url()).endsWith("/progress");
    }

    @Test
    void whoPressesTwiceFilesOnce(Windows windows) {
        var phone = told(windows.phone(), "测试：按了两下的。");
        phone.button("提交").dblclick();
        phone.shows("收到了，已经记下");
        assertThat(known("测试：按了两下的")).isOne();
    }

    @Test
    void whoLosesTheLineSendsAgainAndFilesOnce(Windows windows) {
        var phone = told(windows.phone(), "测试：断了线的。").mayHear("net::ERR");
        phone.context().setOffline(true);
        phone.press("提交").sees("没有送到：网络断了").looksRight();
        phone.context().setOffline(false);
        // now it arrives, and only the answer is lost
        phone.page().route("**/api/public/scenes/disputes", CitizenPagesTest::answerLost, onlyOnce());
        phone.press("再提交一次").sees("没有送到：网络断了");
        phone.press("再提交一次").shows("收到了，已经记下");
        assertThat(known("测试：断了线的")).isOne();
    }

    @Test
    void whoStaysUnnamedAndLosesTheAnswerIsToldTheDigitsAgain(Windows windows) {
        var phone = Citizen.begins(windows.phone(), "测试：不留名断了线的。", today()).mayHear("net::ERR");
        phone.shows("要匿名吗？").choose("要匿名吗？", "是").press("下一问");
        phone.shows("都对吗？");
        phone.page().route("**/api/public/scenes/disputes", CitizenPagesTest::answerLost, onlyOnce());
        phone.press("提交").sees("没有送到：网络断了");
        phone.press("再提交一次").shows("收到了，已经记下").sees("查进度时的四位数：");
        var digits = phone.text().replaceAll("(?s).*查进度时的四位数：(\\d{4}).*", "$1");
        phone.follow("查进度").shows("查办到哪一步了").write("手机号后四位", digits).press("查进度");
        phone.shows("测试：不留名断了线的");
    }

    private static void answerLost(Route route) {
        route.fetch();
        route.abort();
    }

    private static Page.RouteOptions onlyOnce() {
        return new Page.RouteOptions().setTimes(1);
    }

    @Test
    void anUnfinishedReportWaitsOnThePhone(Windows windows) {
        var phone = windows.phone().go("/report").shows("发生了什么事？");
        phone.press("下一问").sees("请写一点，再往下").looksRight();
        phone.write("发生了什么事？", "测试：说到一半。").sees("已存在本机");
        phone.press("下一问").shows("在哪个村、社区？");
        phone.reload().shows("在哪个村、社区？");
        phone.go("/").shows("枫桥").sees("接着说");
        phone.follow("说一件事").shows("在哪个村、社区？");
        phone.press("上一问").shows("发生了什么事？");
        assertThat(phone.field("发生了什么事？")).hasValue("测试：说到一半。");
    }

    @Test
    void aWrongAnswerIsNamedBesideItsQuestion(Windows windows) {
        var phone = told(windows.phone(), "测试：电话写错的。");
        phone.button("改一改：您的电话？").click();
        phone.write("您的电话？", "12345").press("下一问").sees("手机号是 11 位数字").looksRight();
        phone.write("您的电话？", "13800001234").press("下一问").shows("都对吗？");
        assertThat(List.of(phone.text().split("\n"))).contains("13800001234");
    }
}
