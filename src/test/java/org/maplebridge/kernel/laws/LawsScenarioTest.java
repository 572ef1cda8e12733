package org.maplebridge.kernel.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maplebridge.fixtures.Colleagues.ok;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.maplebridge.fixtures.Colleagues;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Laws come in from a folder and are read by anybody, as of any day; through HTTP.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LawsScenarioTest {

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    @Autowired
    LawImporting importing;

    @Autowired
    LawIndex index;

    @TempDir
    static Path folder;

    private Colleagues colleagues = new Colleagues(new County(transactions, offices, access), 0);

    @BeforeAll
    void founded() {
        colleagues = new Colleagues(new County(transactions, offices, access).founded(), port)
                .join("fa", "county", "kernel.legal-officer")
                .join("ren", "town", "disputes.mediator");
        MadeUpLaws.put(folder, MadeUpLaws.OLD, MadeUpLaws.FIRST_EDITION);
        MadeUpLaws.put(folder, MadeUpLaws.NEW, MadeUpLaws.SECOND_EDITION);
        MadeUpLaws.put(folder, "法律/枫桥旧晾晒规则(1999-01-02).md", MadeUpLaws.RULES);
        MadeUpLaws.put(folder, "司法解释/虚构批复(2020-01-06).md", MadeUpLaws.REPLY);
        MadeUpLaws.put(folder, "法律/空的(2020-01-06).md", "");
        run(folder);
    }

    private LawImporting.Result run(Path from) {
        return importing.run(LawFolder.of(from), (done, files, articles) -> {});
    }

    private JsonNode got(String path) {
        return ok(new Wire(port).get(path)).body();
    }

    private String law(String q) {
        return got("/api/laws?state=ALL&q=" + q).at("/items/0/id").asString("");
    }

    private static List<String> texts(JsonNode list, String field) {
        return list.valueStream().map(one -> one.path(field).asString("")).toList();
    }

    private JsonNode article(String law, String on, String label) {
        var edition = got("/api/laws/" + law + "?on=" + on).path("edition").asString("");
        var items = got("/api/laws/editions/" + edition + "/articles").path("items");
        var id = items.valueStream()
                .filter(one -> one.path("label").asString("").equals(label))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString("");
        return got("/api/laws/articles/" + id + "?on=" + on);
    }

    @Test
    void aStrangerFindsALawByItsNameItsShortNameAndItsInitials() {
        for (var q : List.of("枫桥测试条例", "枫桥测试", "fqcs", "《枫桥测试条例》")) {
            assertThat(texts(got("/api/laws?on=2025-01-02&q=" + q).path("items"), "name"))
                    .as(q)
                    .first()
                    .isEqualTo("中华人民共和国枫桥测试条例");
        }
        assertThat(got("/api/laws?on=2025-01-02&q=qcsf").path("items")).isEmpty();
        var levels = got("/api/laws?on=2025-01-02&state=ALL").path("levels");
        assertThat(texts(levels, "level")).containsExactly("法律", "司法解释");
    }

    @Test
    void anEditionHoldsUntilTheNextAndALawUntilAnotherEndsIt() {
        var law = law("枫桥测试条例");
        var before = got("/api/laws/" + law + "?on=2019-04-30");
        assertThat(before.path("edition").isMissingNode()).isTrue();
        assertThat(before.path("note").asString("")).contains("2019-05-01").contains("没有可以适用的版本");
        var shown = got("/api/laws/" + law + "?on=2024-08-31");
        assertThat(texts(shown.path("editions"), "from")).containsExactly("2024-09-01", "2019-05-01");
        assertThat(texts(shown.path("editions"), "state")).containsExactly("FUTURE", "IN_FORCE");
        assertThat(shown.path("edition").asString(""))
                .isEqualTo(shown.path("editions").path(1).path("id").asString("?"));
        assertThat(texts(shown.path("contents"), "title")).containsExactly("第一章 总则", "第二章 附则");
        var rules = got("/api/laws/" + law("枫桥旧晾晒规则") + "?on=2020-01-01");
        assertThat(rules.path("state").asString("")).isEqualTo("REPEALED");
        assertThat(rules.path("note").asString("")).contains("2019-05-01").contains("枫桥测试条例");
        assertThat(texts(got("/api/laws?on=2020-01-01").path("items"), "name")).doesNotContain("枫桥旧晾晒规则");
        assertThat(texts(got("/api/laws?on=2019-04-30").path("items"), "name")).contains("枫桥旧晾晒规则");
    }

    @Test
    void anArticleShowsItsParagraphsItsNeighboursItsOtherEditionsAndWhoNamesIt() {
        var third = article(law("枫桥测试条例"), "2020-06-01", "第三条");
        assertThat(third.path("inForce").asBoolean(false)).isTrue();
        assertThat(third.path("paragraphs")
                        .path(0)
                        .path("items")
                        .path(1)
                        .path("text")
                        .asString(""))
                .isEqualTo("滴水到桥下的船上。");
        assertThat(third.path("previous").asString("")).isNotEmpty();
        assertThat(third.path("next").asString("")).isNotEmpty();
        assertThat(texts(third.path("editions"), "label")).containsExactly("第四条", "第三条");
        assertThat(third.path("editions").path(0).path("changed").asBoolean(false))
                .isTrue();
        assertThat(texts(third.path("cites"), "label")).containsExactly("第二条");
        assertThat(third.path("citedBy").asInt(0)).isEqualTo(1);
        var citing = got("/api/laws/articles/" + third.path("id").asString("") + "/cited-by?on=2020-06-01");
        assertThat(texts(citing.path("items"), "law")).containsExactly("最高人民法院关于枫桥测试条例第三条怎样理解的虚构批复");
        var fourth = article(law("枫桥测试条例"), "2020-06-01", "第四条");
        assertThat(fourth.path("cites").path(0).path("known").asBoolean(false)).isTrue();
        assertThat(fourth.path("cites").path(0).path("article").isMissingNode())
                .as("the law cited no longer holds on that day")
                .isTrue();
    }

    @Test
    void twoEditionsAreComparedWordByWordAndWhatMovedIsFoundAgain() {
        var law = law("枫桥测试条例");
        var editions = got("/api/laws/" + law).path("editions");
        var compared =
                got("/api/laws/compare?from=" + editions.path(1).path("id").asString("") + "&to="
                        + editions.path(0).path("id").asString("") + "&changed=true");
        assertThat(texts(compared.path("items"), "kind"))
                .containsExactly("ADDED", "MOVED", "ADDED", "MOVED", "REMOVED", "CHANGED");
        var moved = compared.path("items").path(1);
        assertThat(moved.path("before").path("label").asString("")).isEqualTo("第二条");
        assertThat(moved.path("after").path("label").asString("")).isEqualTo("第三条");
        assertThat(texts(moved.path("parts"), "kind")).containsExactly("SAME", "OUT", "IN", "SAME");
        assertThat(texts(moved.path("parts"), "text")).contains("三", "五");
        assertThat(compared.path("counts").path("same").asInt(0)).isEqualTo(1);
        var other = got("/api/laws/" + law("枫桥旧晾晒规则"))
                .path("editions")
                .path(0)
                .path("id")
                .asString("");
        var refused = new Wire(port)
                .get("/api/laws/compare?to=" + other + "&from="
                        + editions.path(0).path("id").asString(""));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("detail")).contains("不是同一部法律");
    }

    @Test
    void theSameFolderAgainChangesNothingAndAnotherTextOfTheSameDayIsRefusedWithBothNames(@TempDir Path more) {
        assertThat(run(folder).unchanged()).isEqualTo(4);
        assertThat(run(folder).editions()).isZero();
        MadeUpLaws.put(more, "法律/枫桥测试条例(2024-06-01).md", MadeUpLaws.SECOND_EDITION.replace("一盏灯", "两盏灯"));
        var result = run(more);
        assertThat(result.editions()).isZero();
        assertThat(result.refused()).isEqualTo(1);
        assertThat(result.odd().getFirst().what()).contains("内容却不一样").contains(MadeUpLaws.NEW);
        assertThat(importing.unchanged(LawFolder.of(more))).isTrue();
    }

    @Test
    void theReportIsForThoseWhoAnswerForTheTexts() {
        assertThat(new Wire(port).get("/api/laws/imports").status()).isEqualTo(401);
        assertThat(colleagues.as("ren").get("/api/laws/imports").status()).isEqualTo(403);
        var runs = ok(colleagues.as("fa").get("/api/laws/imports")).body().path("items");
        var first = runs.path(runs.size() - 1);
        assertThat(first.path("state").asString("")).isEqualTo("DONE");
        assertThat(first.path("laws").asInt(0)).isEqualTo(3);
        assertThat(first.path("editions").asInt(0)).isEqualTo(4);
        assertThat(first.path("articles").asInt(0)).isEqualTo(13);
        var report = ok(
                colleagues.as("fa").get("/api/laws/imports/" + first.path("id").asString("") + "/report"));
        assertThat(report.body().path("items").path(0).path("file").asString(""))
                .isEqualTo("法律/空的(2020-01-06).md");
        assertThat(report.body().path("items").path(0).path("next").asString(""))
                .isNotBlank();
    }

    @Test
    void aPageOfAnEditionThatIsKnownIsNotSentAgain() {
        var edition = got("/api/laws/" + law("枫桥测试条例")).at("/editions/0/id").asString("");
        var path = "/api/laws/editions/" + edition + "/articles?limit=2";
        var page = ok(new Wire(port).get(path));
        assertThat(page.body().path("items")).hasSize(2);
        var next = got(path + "&after=" + page.text("next"));
        assertThat(next.at("/items/0/label").asString("")).isEqualTo("第三条");
        var again = new Wire(port)
                .with("If-None-Match", page.header("ETag").orElseThrow())
                .get(path);
        assertThat(again.status()).isEqualTo(304);
    }

    @Test
    void anArticleIsFoundByAnybodysWordsOnceTheIndexHasFollowedTheTables() {
        index.loop().once();
        var found = got("/api/laws/search?on=2020-06-01&q=" + "石桥上的晾晒由谁安排");
        assertThat(found.path("ready").path("articles").asInt(0)).isGreaterThan(13);
        assertThat(found.path("items").path(0).path("label").asString("")).isEqualTo("第二条");
        assertThat(found.path("items").path(0).path("from").asString("")).isEqualTo("2019-05-01");
        var named = got("/api/laws/search?on=2025-01-02&q=枫桥测试条例第4条").at("/items/0");
        assertThat(named.path("why").asString("")).isEqualTo("NAMED");
        assertThat(named.path("from").asString("")).isEqualTo("2024-09-01");
        var similar = got("/api/laws/articles/" + named.path("article").asString("") + "/similar")
                .path("items");
        assertThat(texts(similar, "article"))
                .doesNotContain(named.path("article").asString(""));
    }

    private static String mediation(String seventeenth) {
        var text = new StringBuilder("# 中华人民共和国人民调解法\n\n<!-- INFO END -->\n");
        for (int i = 1; i <= 35; i++) {
            text.append("\n")
                    .append(Numerals.label(i, 0))
                    .append(" 这不是那部法律的条文，只是第 ")
                    .append(i)
                    .append(" 行试验。");
            text.append(i == 17 ? seventeenth : "").append("\n");
        }
        return text.toString();
    }

    @Test
    void aNewEditionTellsTheLegalOfficerWhatOfOursCitesAnArticleThatChanged(@TempDir Path more) {
        MadeUpLaws.put(more, "法律/人民调解法(2021-01-02).md", mediation("石桥上可以坐。"));
        MadeUpLaws.put(more, "法律/人民调解法(2024-01-02).md", mediation("石桥上不可以坐。"));
        run(more);
        var editions = got("/api/laws/" + law("人民调解法")).path("editions");
        var path = "/api/laws/editions/" + editions.path(0).path("id").asString("") + "/touched";
        assertThat(colleagues.as("ren").get(path).status()).isEqualTo(403);
        var touched = ok(colleagues.as("fa").get(path)).body();
        assertThat(touched.path("changed").asInt(0)).isEqualTo(1);
        assertThat(texts(touched.path("items"), "label")).isNotEmpty().containsOnly("第十七条");
        assertThat(texts(touched.path("items"), "where")).anyMatch(where -> where.startsWith("disputes"));
        assertThat(touched.at("/items/0/before/text").asString("")).endsWith("石桥上可以坐。");
        assertThat(texts(touched.at("/items/0/parts"), "kind")).containsExactly("SAME", "IN", "SAME");
        var own = ok(colleagues.as("fa").get("/api/laws/citations")).body().path("items");
        var borne = own.valueStream()
                .filter(one -> one.path("law").asString("").equals("人民调解法"))
                .map(one -> one.path("borne").asString(""))
                .distinct()
                .toList();
        assertThat(borne).containsExactly("HOLDS");
        assertThat(texts(own, "borne"))
                .as("laws without a text are said to have none")
                .contains("NO_TEXT");
    }

    @Test
    void whatCannotBeAskedIsAnsweredClearly() {
        for (var path : List.of(
                "/api/laws?state=SOON",
                "/api/laws?on=1066-10-14",
                "/api/laws?area=%27--",
                "/api/laws?after=x",
                "/api/laws?q=" + "a".repeat(101),
                "/api/laws/search?q=",
                "/api/laws/search?q=" + "x".repeat(501),
                "/api/laws/search?q=x&limit=0")) {
            var answer = new Wire(port).get(path);
            assertThat(answer.status()).as(path).isEqualTo(422);
            assertThat(answer.body().path("fields")).as(path).isNotEmpty();
        }
        var nothing = "/00000000-0000-0000-0000-000000000000";
        assertThat(new Wire(port).get("/api/laws" + nothing).status()).isEqualTo(404);
        assertThat(new Wire(port).get("/api/laws/articles" + nothing).status()).isEqualTo(404);
        assertThat(new Wire(port)
                        .get("/api/laws/editions" + nothing + "/articles")
                        .status())
                .isEqualTo(404);
    }
}
