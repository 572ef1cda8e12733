package org.maplebridge.kernel.rolls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.MapleTest;

/// The registers of a small county: who mediates, what the law asks of a committee, who may write.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RollsScenarioTest extends RollsStory {
    @Test
    void aCommitteeWithoutAWomanOrOfTwoCanBeKeptButNotDeclaredConstituted() {
        var committee = committee("甲村调委会");
        enter("zhenban", "members", part(committee, "王甲", today.minusDays(30), member("CHAIR", false)));
        enter("zhenban", "members", part(committee, "王乙", today.minusDays(30), member("MEMBER", false)));
        assertThat(whole("committees", committee).at("/line/notes").toString()).contains("组建中", "只有 2 名委员", "没有妇女成员");
        refused(term(committee, "第一届", today), 422, "应当是 3 至 9 名");
        enter("zhenban", "members", part(committee, "王丙", today.minusDays(30), member("MEMBER", false)));
        refused(term(committee, "第一届", today), 422, "没有妇女成员。（人民调解法第八条）");
        enter("zhenban", "members", part(committee, "王丁", today.minusDays(30), member("MEMBER", true)));
        ok(term(committee, "第一届", today));
        var declared = whole("committees", committee);
        assertThat(declared.at("/line/notes").toString())
                .contains("本届到 " + today.plusYears(3).minusDays(1))
                .doesNotContain("组建中");
        refused(
                as("zhenban").post("/api/rolls/members/lines", part(committee, "王戊", today, member("CHAIR", true))),
                422,
                "主任只设一人");
    }

    @Test
    void aMemberWhoGoesStaysInTheHistoryAndTheGapIsShown() {
        var committee = committee("乙村调委会");
        enter("zhenban", "members", part(committee, "李甲", today.minusYears(1), member("CHAIR", false)));
        var woman = enter("zhenban", "members", part(committee, "李乙", today.minusYears(1), member("MEMBER", true)));
        enter("zhenban", "members", part(committee, "李丙", today.minusYears(1), member("MEMBER", false)));
        ok(term(committee, "第一届", today.minusYears(1)));
        ok(as("zhenban")
                .post(
                        "/api/rolls/members/lines/" + woman + "/end",
                        Map.of("lastDay", today.minusDays(1).toString(), "reason", "外出务工")));
        var after = whole("committees", committee);
        assertThat(after.at("/line/notes").toString()).contains("只有 2 名委员", "没有妇女成员", "本届到");
        assertThat(after.path("parts").toString()).contains("李乙");
        assertThat(after.path("changes").toString()).contains("外出务工", "测试员zhenban");
        var then = ok(as("zhentiao").get("/api/rolls/committees?q=乙村&on=" + today.minusDays(10)))
                .body();
        assertThat(then.at("/items/0/notes").toString()).contains("本届到").doesNotContain("没有妇女成员");
    }

    @Test
    void aTermThatRunsOutIsListedBeforeItDoesAndStaysListedUntilThereIsAnother() {
        var committee = committee("丙村调委会");
        enter("zhenban", "members", part(committee, "赵甲", today.minusYears(4), member("CHAIR", true)));
        enter("zhenban", "members", part(committee, "赵乙", today.minusYears(4), member("MEMBER", true)));
        enter("zhenban", "members", part(committee, "赵丙", today.minusYears(4), member("MEMBER", true)));
        ok(term(committee, "第一届", today.minusYears(3).plusDays(30)));
        var due = ok(as("jiandu").get("/api/rolls/committees?due=true")).body();
        assertThat(due.at("/items/0/name").asString("")).isEqualTo("丙村调委会");
        assertThat(due.at("/items/0/notes").toString()).contains("届满", "人民调解法第九条");
        assertThat(ok(as("jiandu").get("/api/rolls"))
                        .body()
                        .path("items")
                        .valueStream()
                        .filter(each -> each.at("/roll/name").asString("").equals("committees"))
                        .findFirst()
                        .orElseThrow()
                        .path("due")
                        .asInt())
                .isEqualTo(1);
        var later = ok(as("jiandu").get("/api/rolls/committees?due=true&on=" + today.plusDays(40)))
                .body();
        assertThat(later.at("/items/0/notes").toString()).contains("届期已满");
        ok(term(committee, "第二届", today));
        assertThat(ok(as("jiandu").get("/api/rolls/committees?due=true&q=丙村"))
                        .body()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void aMediatorsGradeIsReplacedAndNotOverwrittenAndStandsBesideTheName() {
        var id = enter(
                "zhenban",
                "mediators",
                line(
                        County.TOWN,
                        "测试员zhentiao",
                        today.minusYears(6),
                        Map.of("staff", staff.getOrDefault("zhentiao", ""), "kind", "FULL", "speciality", "婚姻家庭")));
        enter(
                "jiandu",
                "grades",
                Map.of(
                        "parent",
                        id,
                        "firstDay",
                        "2020-05-01",
                        "facts",
                        Map.of("grade", "FOUR", "paper", "甲文〔2020〕1号")));
        enter(
                "jiandu",
                "grades",
                Map.of("parent", id, "firstDay", "2023-05-01", "facts", Map.of("grade", "TWO", "paper", "甲文〔2023〕2号")));
        enter(
                "jiandu",
                "honours",
                part(id, "最美调解员", LocalDate.of(2022, 1, 3), Map.of("kind", "CITY", "giver", "市里", "paper", "市文1号")));
        enter("jiandu", "trainings", part(id, "年度培训", LocalDate.of(2024, 3, 1), Map.of("hours", "16", "exam", "92")));
        var whole = whole("mediators", id);
        assertThat(whole.at("/line/notes").toString()).contains("二级", "荣誉 1 项");
        assertThat(whole.path("parts").toString()).contains("四级", "2023-04-30", "16 学时");
        var then = ok(as("zhentiao").get("/api/rolls/mediators?on=2021-01-01&q=zhentiao"))
                .body();
        assertThat(then.at("/items/0/notes").toString()).contains("四级").doesNotContain("荣誉");
        assertThat(ok(as("zhenban").get("/api/mediators")).body().toString()).contains("二级，婚姻家庭");
        refused(
                as("jiandu")
                        .post(
                                "/api/rolls/grades/lines",
                                Map.of(
                                        "parent",
                                        id,
                                        "firstDay",
                                        "2022-01-01",
                                        "facts",
                                        Map.of("grade", "ONE", "paper", "倒填"))),
                422,
                "新的应当在那以后");
    }

    @Test
    void nobodyKeepsAnotherTownsRegisterNorTheirOwnNorWithoutTheRole() {
        var mine = line(
                County.TOWN, "测试员zhenban", today, Map.of("staff", staff.getOrDefault("zhenban", ""), "kind", "PART"));
        refused(as("zhenban").post("/api/rolls/mediators/lines", mine), 403, "不能登记自己的");
        var other = line(County.TOWN, "外镇的", today, Map.of("kind", "PART"));
        refused(as("linzhen").post("/api/rolls/mediators/lines", other), 403, "辖区");
        assertThat(as("zhentiao").post("/api/rolls/mediators/lines", other).status())
                .isEqualTo(403);
        refused(
                as("zhenban")
                        .post(
                                "/api/rolls/mediators/lines",
                                line(County.TOWN, "甲", today, Map.of("kind", "SOMETIMES", "idNumber", "1"))),
                422,
                "没有叫“idNumber”的栏目");
    }

    @Test
    void aMistakeIsTakenBackAndAChangeKeepsWhatStoodThere() {
        var id = enter(
                "zhenban",
                "mediators",
                line(County.TOWN, "钱一", today.minusYears(2), Map.of("kind", "PART", "speciality", "物业")));
        var same = line(County.TOWN, "钱一", today.minusYears(2), Map.of("kind", "PART"));
        refused(as("zhenban").post("/api/rolls/mediators/lines", same), 422, "已经登记过");
        ok(as("zhenban")
                .post(
                        "/api/rolls/mediators/lines/" + id + "/change",
                        Map.of(
                                "name",
                                "钱一",
                                "firstDay",
                                today.minusDays(5).toString(),
                                "facts",
                                Map.of("kind", "FULL", "speciality", "征地拆迁"),
                                "reason",
                                "转为专职")));
        assertThat(whole("mediators", id).path("versions")).hasSize(2);
        assertThat(ok(as("zhenban").get("/api/rolls/mediators?kind=FULL&q=征地"))
                        .body()
                        .path("items"))
                .hasSize(1);
        assertThat(ok(as("zhenban").get("/api/rolls/mediators?q=钱一&on=" + today.minusDays(100)))
                        .body()
                        .toString())
                .contains("物业");
        ok(as("zhenban").post("/api/rolls/mediators/lines/" + id + "/withdraw", Map.of("reason", "不是这个人")));
        assertThat(ok(as("zhenban").get("/api/rolls/mediators?q=钱一&state=all"))
                        .body()
                        .path("items"))
                .isEmpty();
        assertThat(whole("mediators", id).path("changes").toString()).contains("不是这个人", "转为专职");
    }

    @Test
    void theRegisterComesPageByPageAndAsAWorkbook() {
        for (int i = 0; i < 5; i++) {
            enter("linzhen", "mediators", line(County.OTHER_TOWN, "=翻页" + i, today, Map.of("kind", "PART")));
        }
        var first = ok(as("linzhen").get("/api/rolls/mediators?limit=3")).body();
        var rest = ok(as("linzhen")
                        .get("/api/rolls/mediators?limit=3&after="
                                + first.path("next").asString("")))
                .body();
        var names = Stream.concat(
                        first.path("items").valueStream(), rest.path("items").valueStream())
                .map(each -> each.path("name").asString(""))
                .toList();
        assertThat(names).containsExactly("=翻页0", "=翻页1", "=翻页2", "=翻页3", "=翻页4");
        var sent = as("linzhen")
                .send(as("linzhen").request("/api/rolls/mediators/book").GET());
        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.header("Content-Type").orElse("")).contains("spreadsheetml");
    }

    @Test
    void noCellOfTheWorkbookIsAFormula() throws IOException {
        var roll = book.roll("mediators");
        var line = new RollReading.LineShown(
                UUID.randomUUID(),
                "mediators",
                "=SUM(A1)",
                County.TOWN,
                "白龙桥镇",
                today,
                Optional.empty(),
                true,
                false,
                List.of(new RollReading.FactShown("speciality", "专长", "@物业", "@物业")),
                List.of(),
                "登记人",
                today.atStartOfDay().atOffset(ZoneOffset.UTC));
        var sheet = sheet(RollSheet.of(roll, List.of(line), today));
        assertThat(sheet)
                .contains("&apos;=SUM(A1)", "&apos;@")
                .doesNotContain("<t>=")
                .doesNotContain("<f>");
    }

    private static String sheet(byte[] book) throws IOException {
        var file = Files.createTempFile("roll", ".xlsx");
        try {
            Files.write(file, book);
            try (var zip = new ZipFile(file.toFile());
                    var in = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } finally {
            Files.delete(file);
        }
    }
}
