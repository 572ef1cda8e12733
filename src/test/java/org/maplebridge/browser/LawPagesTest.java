package org.maplebridge.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Errand;
import org.maplebridge.launch.demo.DemoCounty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The law library as anybody reads it on a phone and officers at the desk, with laws nobody ever passed. What is found
/// and answered is made up here: how well it is found is measured elsewhere.
@BrowserTest
class LawPagesTest {

    private static final String OLD = """
        # 中华人民共和国枫桥网页条例

        2019年3月1日 枫桥虚构会议通过

        <!-- INFO END -->

        ## 第一章 总则

        第一条 为了试验网页怎样读一部并不存在的法律，制定本条例。

        第二条 石桥上的晾晒由桥长安排。桥长应当在三日内答复。

        晾晒有下列情形之一的，桥长可以劝阻：

        （一）挡住行人；

        （二）滴水到桥下的船上。

        ## 第二章 附则

        第三条 桥长依照本条例第二条办事。

        第四条 本条例自2019年5月1日起施行。
        """;

    private static final String NEW = OLD.replace("通过\n", "通过\n\n2024年6月1日 枫桥虚构会议修订\n\n2024年9月1日 施行\n")
            .replace("三日内", "五日内")
            .replace("第三条 桥长依照", "第二条之一 夜间的晾晒应当留一盏灯。\n\n第三条 桥长依照")
            .replace("自2019年5月1日起", "自2024年9月1日起");

    @LocalServerPort
    int port;

    @Autowired
    DemoCounty demo;

    @Autowired
    List<Errand> errands;

    private String law = "";

    @BeforeAll
    void imported(@TempDir Path home) throws IOException {
        demo.seed();
        var folder = home.resolve("laws");
        Files.createDirectories(folder.resolve("法律"));
        Files.writeString(folder.resolve("法律/枫桥网页条例(2019-03-01).md"), OLD);
        Files.writeString(folder.resolve("法律/枫桥网页条例(2024-06-01).md"), NEW);
        Files.writeString(folder.resolve("法律/空的(2020-01-06).md"), "");
        var errand = errands.stream()
                .filter(each -> each.verb().equals("import laws"))
                .findFirst()
                .orElseThrow();
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        var report = home.resolve("report.tsv").toString();
        assertThat(errand.run(List.of(folder.toString(), "--report", report), nowhere, nowhere))
                .as("one file is empty")
                .isEqualTo(1);
        var found = new Wire(port)
                .get("/api/laws?state=ALL&q=" + URLEncoder.encode("枫桥网页", StandardCharsets.UTF_8))
                .body();
        law = found.at("/items/0/id").asString("");
    }

    private String article(String label) {
        var edition = new Wire(port).get("/api/laws/" + law).text("edition");
        return new Wire(port)
                .get("/api/laws/editions/" + edition + "/articles")
                .body()
                .path("items")
                .valueStream()
                .filter(each -> each.path("label").asString("").equals(label))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString("");
    }

    /// The server's part is told by the test.
    private static Window told(Window window, String path, Map<String, ?> answer) {
        window.page()
                .route(
                        url -> url.contains(path),
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setContentType("application/json")
                                .setBody(Canonical.text(answer))));
        return window.mayHear("ServiceWorker");
    }

    @Test
    void onAPhoneALawIsFoundAndReadAsOfAnyDay(Windows windows) {
        var phone = windows.phone();
        phone.go("/").shows("枫桥").follow("查法律");
        phone.shows("找条文").follow("翻法律");
        phone.shows("法规库").sees("1 部").follow("中华人民共和国枫桥网页条例");
        phone.shows("枫桥网页条例").sees("五日内答复").sees("夜间的晾晒应当留一盏灯").sees("目录，2 处");
        phone.write("按哪一天的法", "2020-05-05").sees("三日内答复").seesNot("夜间的晾晒应当留一盏灯");
        phone.looksRight();
        phone.write("按哪一天的法", "2018-01-01").sees("还没有可以适用的版本").looksRight();
        phone.press("回到今天").sees("五日内答复");
    }

    @Test
    void anArticleKnowsItsEditionsAndNeighboursAndHowItIsCited(Windows windows) {
        var phone = windows.phone().go("/laws/articles/" + article("第二条"));
        phone.shows("第二条").sees("这一条的各个版本").sees("和正在看的不一样").sees("提到这一条的，1 处");
        phone.press("列出来").follow("《中华人民共和国枫桥网页条例》第三条");
        phone.shows("第三条").sees("这一条提到").follow("上一条");
        phone.shows("第二条之一").looksRight();
        phone.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        phone.press("抄引用").sees("抄好了：《中华人民共和国枫桥网页条例》第二条之一");
    }

    @Test
    void twoEditionsAreComparedNotByColourAlone(Windows windows) {
        for (var window : List.of(windows.phone(), windows.desk())) {
            window.go("/laws/" + law).shows("枫桥网页条例").follow("改了什么");
            window.shows("改了什么").sees("新增 1 条").sees("第二条，改了").sees("旧版没有这一条").looksRight();
            assertThat(window.page().locator(".compared del").first().innerText())
                    .isEqualTo("三");
            assertThat(window.page().locator(".compared ins").first().innerText())
                    .isEqualTo("五");
            window.seesNot("第一条，没有变").press("没有变的也列出").sees("第一条，没有变");
        }
    }

    @Test
    void whatIsFoundIsUnderlinedWithItsReasonAndHowFarTheIndexIs(Windows windows) {
        var text = "石桥上的晾晒由桥长安排。桥长应当在五日内答复。";
        var hit = Map.ofEntries(
                Map.entry("article", article("第二条")),
                Map.entry("law", "中华人民共和国枫桥网页条例"),
                Map.entry("lawId", law),
                Map.entry("edition", law),
                Map.entry("from", "2024-09-01"),
                Map.entry("inForce", true),
                Map.entry("level", "法律"),
                Map.entry("area", ""),
                Map.entry("number", 2),
                Map.entry("label", "第二条"),
                Map.entry("headings", List.of("第一章 总则")),
                Map.entry("text", text),
                Map.entry("score", 1),
                Map.entry("why", "MEANING"),
                Map.entry("spans", List.of(Map.of("from", 12, "to", text.length()))));
        var answer = Map.of(
                "on",
                "2026-01-01",
                "items",
                List.of(hit),
                "understood",
                Map.of("words", "qiaozhang", "changed", List.of("qiaozhang 读作 桥长"), "named", List.of()),
                "ready",
                Map.of("articles", 100, "embedded", 42));
        var phone = told(windows.phone(), "/api/laws/search", answer).go("/laws/search");
        phone.shows("找条文").write("遇到了什么事，或者哪一条", "qiaozhang").press("找");
        phone.sees("索引完成 42%").sees("qiaozhang 读作 桥长").sees("意思相近").looksRight();
        assertThat(phone.page().locator("mark").innerText()).isEqualTo("桥长应当在五日内答复。");
        phone.in(ColorScheme.DARK).looksRight().follow("《中华人民共和国枫桥网页条例》第二条");
        phone.shows("第二条");
    }

    @Test
    void aQuestionOfDangerSaysFirstWhomToCallAndQuotesToTheLetter(Windows windows) {
        var quote = "桥长应当在五日内答复。";
        var one = Map.of(
                "article",
                article("第二条"),
                "law",
                "中华人民共和国枫桥网页条例",
                "label",
                "第二条",
                "edition",
                law,
                "from",
                "2024-09-01",
                "quotes",
                List.of(Map.of("text", quote, "from", 12, "to", 12 + quote.length())),
                "why",
                "MEANING");
        var answer = Map.of(
                "on",
                "2026-01-01",
                "state",
                "URGENT",
                "topic",
                Map.of("name", "婚姻家庭", "sure", 1),
                "sure",
                1,
                "answers",
                List.of(one),
                "missing",
                List.of("伤到人没有"),
                "hints",
                List.of("有人正在受伤害，先打110。"),
                "offered",
                false,
                "note",
                "没有用大模型。");
        var phone = told(windows.phone(), "/api/laws/ask", answer).go("/laws/ask");
        phone.shows("问一问").write("发生了什么，您想知道什么？", "他又动手打人").press("问");
        phone.sees("先保证安全").sees("伤到人没有").looksRight();
        var said = phone.text();
        assertThat(said.indexOf("110")).isLessThan(said.indexOf(quote));
        assertThat(said).doesNotContain("胜诉率");
        assertThat(phone.page().locator("a[href='tel:110']").innerText()).isEqualTo("110");
    }

    @Test
    void theLegalOfficerSeesHowTheTextsCameInAndWhatWasNotRead(Windows windows) {
        var desk = windows.desk("fawu");
        desk.go("/desk/laws").shows("法规库").follow("导入情况");
        desk.shows("法规导入情况").sees("导完了").sees("没有收的 1 个文件").follow("看没有收的 1 个文件");
        desk.shows("没有收的和要核对的").sees("空的(2020-01-06).md").looksRight();
        var other = windows.desk("tiaojie").go("/desk/laws");
        other.shows("法规库").seesNot("导入情况");
    }
}
