package org.maplebridge.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.Parcels;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.launch.demo.DemoCounty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Photos and papers of a matter, and what a party asks for, as people add and read them.
@BrowserTest
class FilePagesTest {

    private static final String TITLE = "测试：雨棚滴水";

    /// A red dot.
    private static final byte[] PICTURE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==");

    @LocalServerPort
    int port;

    @Autowired
    DemoCounty demo;

    @BeforeAll
    void found() {
        demo.seed();
    }

    private Wire.Answer opened() {
        var answer = new Wire(port)
                .as("tiaojie", Towns.PASSWORD)
                .post(
                        "/api/scenes/disputes",
                        Map.of(
                                "words", TITLE + "。",
                                "area", "33.07.02.103.204",
                                "occurredAt", "2025-01-02T08:00:00+08:00",
                                "source", "PATROL",
                                "applicant", "郑小雨",
                                "phone", "13877771234"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer;
    }

    private static void picks(Window window, String label, String name, byte[] content) {
        window.page().getByLabel(label).setInputFiles(new FilePayload(name, "image/png", content));
    }

    @Test
    void anOfficerAddsAPhotoLooksAtItAndMarksItWithAReason(Windows windows) {
        var page = "/desk/matters/" + opened().text("matter.id");
        for (var window : List.of(windows.phone("tiaojie"), windows.desk("tiaojie"))) {
            var name = "雨棚" + window.page().viewportSize().width + ".png";
            window.go(page).shows(TITLE).press("添加材料");
            var content = Arrays.copyOf(PICTURE, PICTURE.length + window.page().viewportSize().width);
            picks(window, "选一份文件", name, content);
            window.write("证据种类", "现场照片").write("谁做的", "测试拍摄人").looksRight().press("添加");
            window.sees(name).sees("工作人员添加");
            window.page()
                    .locator("li.file")
                    .filter(new Locator.FilterOptions().setHasText(name))
                    .getByText("看图")
                    .click();
            assertThat(window.page().getByAltText(name + "，现场照片").isVisible() || patient(window, name))
                    .isTrue();
            window.page()
                    .locator("li.file")
                    .filter(new Locator.FilterOptions().setHasText(name))
                    .getByText("保管链")
                    .click();
            window.sees("演示调解员乙").sees("取阅共 1 次，都在这里。").looksRight();
        }
        var desk = windows.desk("tiaojie");
        desk.go(page).shows(TITLE);
        desk.page().getByText("标明不用").first().click();
        desk.write("第几份材料", "1").write("为什么不用", "拍的是另一家").looksRight();
        desk.page().locator("[role=dialog]").getByText("材料作废").last().click();
        desk.sees("不用的原因：拍的是另一家");
    }

    private static boolean patient(Window window, String name) {
        window.page().getByAltText(name + "，现场照片").waitFor();
        return true;
    }

    @Test
    void aPaperAndWordsAreReadOnThePageAndEachLookIsKept(Windows windows) {
        var id = opened().text("matter.id");
        var paper = """
            %PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj
            trailer<</Root 1 0 R>>
            """.getBytes(StandardCharsets.US_ASCII);
        var words = "今欠王某人民币三千元，年底还清。<b>不是网页</b>".getBytes(Charset.forName("GB18030"));
        for (var one : Map.of("协议.pdf", paper, "欠条.txt", words).entrySet()) {
            var said = Parcels.photo(one.getKey(), one.getValue());
            said.put("matter", id);
            var added = Parcels.add(new Wire(port).as("tiaojie", Towns.PASSWORD), "/api/files", said, one.getValue());
            assertThat(added.status()).as(added.toString()).isEqualTo(201);
        }
        for (var window : List.of(windows.desk("tiaojie"), windows.phone("tiaojie"))) {
            window.go("/desk/matters/" + id).shows(TITLE).press("看文字").sees("今欠王某人民币三千元，年底还清。<b>不是网页</b>");
            window.looksRight().press("收起");
        }
        var desk =
                windows.desk("tiaojie").go("/desk/matters/" + id).shows(TITLE).press("看文件");
        var frame = desk.page().locator("iframe[title='协议.pdf，现场照片']");
        frame.waitFor();
        assertThat(frame.getAttribute("src")).startsWith("blob:");
        assertThat(desk.page().locator("iframe").count()).isOne();
        desk.press("收起");
        desk.page()
                .locator("li.file")
                .filter(new Locator.FilterOptions().setHasText("协议.pdf"))
                .getByText("保管链")
                .click();
        desk.sees("取阅共 1 次，都在这里。");
    }

    @Test
    void aPartyAddsAPhotoAndAsksForACorrectionOnThePhone(Windows windows) {
        var opened = opened();
        var phone = windows.phone();
        phone.go("/progress").shows("查办到哪一步了");
        phone.write("查询码", opened.text("code")).write("手机号后四位", "1234").press("查进度");
        phone.shows(TITLE);
        phone.page().getByText("补充照片、录音或书面材料").click();
        picks(phone, "选一份", "我拍的.png", PICTURE);
        phone.looksRight().press("交材料").sees("已经交给承办单位").looksRight();
        phone.page().getByText("存了我的什么，谁看过").click();
        phone.sees("写错了，或者不该看的").press("提出请求");
        phone.looksRight().press("交请求").sees("还没选“您请求什么？”");
        phone.choose("您请求什么？", "更正写错的").write("说说情况", "雨字写成了语").press("交请求");
        phone.sees("您提出过的").sees("更正写错的：待答复").looksRight();
        var desk = windows.desk("zhenban");
        desk.go("/desk/matters?scene=requests").sees("更正写错的").looksRight();
    }

    @Test
    void aLargeFileOfAPartyGoesOnWhereTheLineBroke(Windows windows) {
        var opened = opened();
        var phone = windows.phone().mayHear("net::ERR");
        phone.go("/progress").shows("查办到哪一步了");
        phone.write("查询码", opened.text("code")).write("手机号后四位", "1234").press("查进度");
        phone.shows(TITLE);
        phone.page().getByText("补充照片、录音或书面材料").click();
        var film = Arrays.copyOf(PICTURE, 5 * (1 << 20) + 17);
        picks(phone, "选一份", "雨夜.png", film);
        phone.context().setOffline(true);
        phone.press("交材料").sees("通了自动接着传").looksRight();
        var pieces = new AtomicInteger();
        phone.page().route("**/pieces", route -> {
            if (pieces.incrementAndGet() == 3) {
                route.abort();
            } else {
                route.resume();
            }
        });
        phone.context().setOffline(false);
        phone.sees("已传 2.0 MB，共 5.0 MB").sees("通了自动接着传").press("接着传");
        phone.sees("“雨夜.png”已经交给承办单位").looksRight();
        assertThat(pieces.get())
                .as("nothing was sent twice but the piece that was lost")
                .isEqualTo(7);
        picks(phone, "选一份", "雨夜.png", film);
        phone.press("交材料").sees("以前已经交过，不用再交");
        var files =
                new Wire(port).as("tiaojie", Towns.PASSWORD).get("/api/matters/" + opened.text("matter.id") + "/files");
        assertThat(files.body().path("items").findValuesAsString("sha256")).containsExactly(Parcels.sha256(film));
    }

    @Test
    void aPartyAsksAQuestionAndReadsItsStateThere(Windows windows) {
        var opened = opened();
        var phone = windows.phone();
        phone.go("/progress").shows("查办到哪一步了");
        phone.write("查询码", opened.text("code")).write("手机号后四位", "1234").press("查进度");
        phone.shows(TITLE);
        phone.page().getByText("有话要问承办单位").click();
        phone.press("问一问").sees("还没写想问什么").looksRight();
        phone.write("想问什么", "什么时候来看雨棚？").press("问一问");
        phone.sees("答复写在这里").sees("您问过的").sees("待答复").looksRight();
    }

    @Test
    void aFileIsHandedOverSignedForAndKeptFromOthersEyes(Windows windows) {
        var id = opened().text("matter.id");
        var picture = Parcels.picture("雨棚合同");
        var said = Parcels.photo("合同.png", picture);
        said.put("matter", id);
        Parcels.add(new Wire(port).as("tiaojie", Towns.PASSWORD), "/api/files", said, picture);
        for (var window : List.of(windows.desk("tiaojie"), windows.phone("tiaojie"))) {
            window.go("/desk/matters/" + id).shows(TITLE).press("交接");
            window.sees("由接收的一方签收");
            window.choose("交接的事由", "送鉴定").write("交给系统外的谁", "市司法鉴定中心");
            window.write("为什么交", "鉴定合同上的签名，交的是原件").looksRight();
            press(window, "交接材料");
            window.sees("已交市司法鉴定中心，等签收").press("登记签收、收回");
            window.choose("收到没有", "已收到").write("纸质回执的编号和签收人", "鉴收 7 号，李某").looksRight();
            press(window, "签收材料");
            window.press("保管链").sees("交给市司法鉴定中心").sees("纸质回执：鉴收 7 号").looksRight();
        }
        var desk = windows.desk("tiaojie");
        desk.go("/desk/matters/" + id).shows(TITLE).press("只给看遮盖件");
        desk.write("为什么只给看遮盖件", "合同上有身份证号码").looksRight();
        press(desk, "只给看遮盖件");
        desk.sees("别的单位只看得到遮盖件");
        var above = windows.desk("xianban");
        above.go("/desk/matters/" + id).shows(TITLE).sees("遮盖件还没有做，请联系承办单位").sees("1. 原件限承办单位查看");
        assertThat(above.looksRight().page().content()).doesNotContain("合同.png", "合同上有身份证号码", "市司法鉴定中心");
    }

    private static void press(Window window, String name) {
        window.page().locator("[role=dialog]").getByText(name).last().click();
    }
}
