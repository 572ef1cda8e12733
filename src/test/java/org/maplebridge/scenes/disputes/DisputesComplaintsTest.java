package org.maplebridge.scenes.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Errand;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Complaints of the published form, all made up, come in through the command line and are seen through the door.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DisputesComplaintsTest {

    private static final String HEAD = "id\tsender\ttitle\ttime\tbody\tagainst\tfor\n";

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    @Autowired
    List<Errand> errands;

    @BeforeAll
    void found() {
        var county = new County(transactions, offices, access).founded();
        county.officer("zhenban", "town", DisputesLifecycle.DISPATCHER);
        county.officer("xianban", "county", DisputesLifecycle.DISPATCHER);
    }

    private record Said(int status, String out, String err) {}

    private Said run(String verb, String... arguments) {
        var errand = errands.stream()
                .filter(each -> each.verb().equals(verb))
                .findFirst()
                .orElseThrow();
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int status = errand.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Said(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static Path file(Path folder, String... rows) throws IOException {
        return Files.writeString(folder.resolve("made-up.tsv"), HEAD + String.join("\n", rows) + "\n");
    }

    private List<JsonNode> seen(String user, String title) {
        return Stream.of(new Wire(port)
                        .as(user)
                        .get("/api/matters?scene=disputes&limit=100")
                        .body())
                .flatMap(page -> page.path("items").valueStream())
                .filter(item -> item.path("title").asString("").equals(title))
                .toList();
    }

    private JsonNode only(String user, String title) {
        assertThat(seen(user, title)).hasSize(1);
        return new Wire(port)
                .as(user)
                .get("/api/matters/" + seen(user, title).getFirst().path("id").asString(""))
                .body();
    }

    @Test
    void aComplaintBecomesADisputeJustSensedWithASuggestion(@TempDir Path folder) throws IOException {
        var file = file(
                folder,
                "a1\tT001\t楼上夜里装修\t2019/2/28 11:25:05\tA市A7县某小区楼上夜里装修，噪音扰民。\t0\t3",
                "a2\tT001\t没有说在哪里\t43579.5\t路灯坏了一个月没有人修。\t0\t0");
        var first = run("import", "complaints", file.toString());
        var second = run("import", "complaints", file.toString());

        assertThat(first.status()).as(first.toString()).isZero();
        assertThat(first.out()).contains("新收 2，已有 0，不收 0");
        assertThat(second.status()).isZero();
        assertThat(second.out()).contains("新收 0，已有 2，不收 0");
        var page = only("zhenban", "楼上夜里装修");
        assertThat(page.path("stage").asString("")).isEqualTo("SENSED");
        assertThat(OffsetDateTime.parse(page.path("occurredAt").asString("")))
                .isEqualTo(OffsetDateTime.parse("2019-02-28T11:25:05+08:00"));
        assertThat(page.toString())
                .contains("T001")
                .contains("噪声扰民（规则建议，待分派时确定）")
                .contains("噪音")
                .contains("IMPORTED");
        assertThat(seen("zhenban", "没有说在哪里")).isEmpty();
        assertThat(OffsetDateTime.parse(
                        only("xianban", "没有说在哪里").path("occurredAt").asString("")))
                .isEqualTo(OffsetDateTime.parse("2019-04-24T12:00:00+08:00"));
    }

    @Test
    void aTableOfTheUsersPlacesAnyMaskedNameAndTheRestIsCounted(@TempDir Path folder) throws IOException {
        var file = file(
                folder,
                "p1\tT009\t全市的事\t2019/7/19\tA市全市都有的事情。\t0\t0",
                "p2\tT009\t别处一\t2019/7/19\tB市的事情要人管。\t0\t0",
                "p3\tT009\t别处二\t2019/7/19\tA市E区的事情要人管。\t0\t0",
                "p4\tT009\t别处三\t2019/7/19\tZ市的事情要人管。\t0\t0",
                "p5\tT009\t字母地名\t2019/7/19\tKTV区不是地名。\t0\t0");
        var places = folder.resolve("places.tsv");
        Files.writeString(places, "# 编的\nB市\t" + County.TOWN + "\nE区\t99.99\n");
        var wrong = run("import", "complaints", file.toString(), "--places", places.toString());
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err()).contains("“E区”：没有区划 99.99").contains("没有导入任何内容");

        Files.writeString(places, "# 编的\nB市\t" + County.TOWN + "\n\nE区\t" + County.TOWN + "\n");
        var said = run("import", "complaints", file.toString(), "--places", places.toString());
        assertThat(said.status()).as(said.toString()).isZero();
        assertThat(said.out()).contains("有 1 行的地名没有对应的区划，归到本县：Z市 1");
        for (var title : List.of("别处一", "别处二")) {
            assertThat(only("zhenban", title).at("/area/path").asString("")).isEqualTo(County.TOWN);
        }
        for (var title : List.of("全市的事", "别处三", "字母地名")) {
            assertThat(only("xianban", title).at("/area/path").asString("")).isEqualTo(County.COUNTY);
        }
        Files.writeString(places, "B市 " + County.TOWN + "\n");
        assertThat(run("import", "complaints", file.toString(), "--places", places.toString())
                        .err())
                .contains("第 1 行应是");
    }

    @Test
    void whatCannotBeTakenIsListedBesideTheFile(@TempDir Path folder) throws IOException {
        var file = file(
                folder,
                "b1\tT002\t好的\t2019/7/19\t这一条可以收下，别的都不行。\t0\t0",
                "b2\tT002\t没有正文\t2019/7/19\t \t0\t0",
                "b3\tT002\t将来\t2199/7/19\t还没有发生的事情。\t0\t0",
                "b4\tT002\t没有这一天\t2019/2/30\t二月没有三十日。\t0\t0",
                "b5\tT002\t太长\t2019/7/19\t" + "长".repeat(10_001) + "\t0\t0",
                "b6\tT002\t错位\t2019/7/19\t各栏错了位。\t零\t0",
                "坏号\tT002\t编号\t2019/7/19\t编号不对。\t0\t0");
        var said = run("import", "complaints", file.toString());

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.out()).contains("新收 1，已有 0，不收 6");
        assertThat(Files.readAllLines(folder.resolve("made-up.tsv.refused.tsv")))
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("行号\t编号\t栏目\t原因"),
                        line -> assertThat(line).startsWith("3\tb2\tbody\t没有正文"),
                        line -> assertThat(line).startsWith("4\tb3\ttime\t时间在将来"),
                        line -> assertThat(line).startsWith("5\tb4\ttime\t读不懂这个时间"),
                        line -> assertThat(line).startsWith("6\tb5\tbody\t").contains("10000"),
                        line -> assertThat(line).startsWith("7\tb6\tagainst\t应是一个整数"),
                        line -> assertThat(line).startsWith("8\t\tid\t编号应是"));
    }

    @Test
    void anotherEncodingLeavesNothingBehind(@TempDir Path folder) throws IOException {
        var file = folder.resolve("gbk.tsv");
        Files.writeString(file, HEAD + "c1\tT003\t乱码\t2019/7/19\t另一种编码。\t0\t0\n", Charset.forName("GBK"));
        var said = run("import", "complaints", file.toString());

        assertThat(said.status()).isEqualTo(2);
        assertThat(said.err()).contains("不是 UTF-8").contains("没有导入任何内容");
        assertThat(seen("xianban", "乱码")).isEmpty();
    }

    @Test
    void aBatchIsTakenBackByItsNumber(@TempDir Path folder) throws IOException {
        var file = file(folder, "d1\tT004\t要撤回的\t2019/7/19\t导入错了，要撤回。\t0\t0");
        var report = folder.resolve("elsewhere.tsv");
        var said = run("import", "complaints", file.toString(), "--report", report.toString());
        var batch = said.out().replaceAll("(?s).*批次 (\\S{36}).*", "$1");
        var undone = run("import undo", batch);

        assertThat(undone.status()).isZero();
        assertThat(undone.out()).contains("撤回了 1 件，留下 0 件");
        assertThat(run("import undo").out()).contains(batch).contains("已撤回");
        assertThat(run("import undo", "x").status()).isEqualTo(2);
        assertThat(run("import", "nothing", file.toString()).status()).isEqualTo(2);
    }
}
