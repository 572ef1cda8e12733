package org.maplebridge.kernel.rolls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// The registers of a small county: who mediates, what the law asks of a committee, who guides, who is stationed.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RollsScenarioTest {

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    @Autowired
    RollBook book;

    private final Map<String, Wire> people = new HashMap<>();
    private final Map<String, String> staff = new HashMap<>();
    private LocalDate today = LocalDate.EPOCH;
    private String town = "";

    @BeforeAll
    void found() {
        TestClock.reset();
        today = transactions.run(Scope.job("test"), Work::today);
        var county = new County(transactions, offices, access).founded();
        county.officer("zhenban", "town", "disputes.dispatcher", "disputes.clerk", "kernel.registrar");
        county.officer("zhentiao", "town", "disputes.mediator");
        county.officer("jiandu", "county", "kernel.supervisor", "rolls.keeper");
        county.officer("linzhen", "otherTown", "kernel.registrar");
        town = county.office("town").id().toString();
        for (var login : new String[] {"zhenban", "zhentiao", "jiandu"}) {
            staff.put(login, county.actor(login).person().toString());
        }
    }

    private Wire as(String user) {
        return people.computeIfAbsent(user, unseen -> new Wire(port).as(user));
    }

    private static Wire.Answer ok(Wire.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return answer;
    }

    private static void refused(Wire.Answer answer, int status, String words) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.body().toString()).contains(words);
    }

    private static Map<String, Object> line(String area, String name, LocalDate day, Map<String, String> facts) {
        return Map.of("area", area, "name", name, "firstDay", day.toString(), "facts", facts);
    }

    private static Map<String, Object> part(String parent, String name, LocalDate day, Map<String, String> facts) {
        return Map.of("parent", parent, "name", name, "firstDay", day.toString(), "facts", facts);
    }

    private String enter(String user, String roll, Map<String, Object> said) {
        return ok(as(user).post("/api/rolls/" + roll + "/lines", said)).text("id");
    }

    private JsonNode whole(String roll, String id) {
        return ok(as("zhentiao").get("/api/rolls/" + roll + "/lines/" + id)).body();
    }

    private static Map<String, String> member(String role, boolean woman) {
        return Map.of("role", role, "woman", Boolean.toString(woman), "minority", "false", "chosen", "ELECTED");
    }

    private String committee(String name) {
        return enter(
                "zhenban",
                "committees",
                line(County.VILLAGE, name, today.minusYears(4), Map.of("kind", "VILLAGE", "minorities", "false")));
    }

    private Wire.Answer term(String committee, String name, LocalDate day) {
        return as("zhenban").post("/api/rolls/terms/lines", part(committee, name, day, Map.of("paper", "村民会议记录")));
    }

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
        assertThat(sheet).contains("&apos;=SUM(A1)", "&apos;@").doesNotContain("<t>=").doesNotContain("<f>");
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

    @Test
    void studiosOfTheYearAreCountedBesideTheGoalAndItsSource() {
        var owner =
                enter("jiandu", "mediators", line(County.COUNTY, "孙品牌", today.minusYears(9), Map.of("kind", "FULL")));
        var facts = Map.of("owner", owner, "place", "某路一号");
        enter("jiandu", "studios", line(County.COUNTY, "孙品牌调解室", today, facts));
        enter("jiandu", "studios", line(County.COUNTY, "旧调解室", today.minusYears(2), facts));
        var counts = ok(as("jiandu").get("/api/rolls/studios/counts")).body();
        assertThat(counts.path("current").asInt()).isEqualTo(2);
        assertThat(counts.path("begun").asInt()).isEqualTo(1);
        assertThat(counts.at("/goal/value").asInt()).isEqualTo(2);
        assertThat(counts.at("/goal/source").asString("")).contains("2022");
        assertThat(ok(as("jiandu").get("/api/rolls/studios")).body().toString()).contains("孙品牌");
        assertThat(ok(as("jiandu").get("/api/rolls/mediators/counts")).body().has("goal"))
                .isFalse();
    }

    @Test
    void theGuideOfAGridStandsByItsDisputesAndWhatWasGuidedIsCountedWithItsMatters() {
        var facts = Map.of("kind", "JUDGE", "office", "某法庭");
        var before = enter("jiandu", "guides", line(County.COUNTY, "旧法官", today.minusYears(2), facts));
        var now = enter("jiandu", "guides", line(County.COUNTY, "新法官", today.minusYears(2), facts));
        var old = enter(
                "jiandu",
                "pairings",
                Map.of(
                        "parent",
                        before,
                        "area",
                        County.TOWN,
                        "firstDay",
                        today.minusYears(2).toString(),
                        "facts",
                        Map.of()));
        ok(as("jiandu")
                .post(
                        "/api/rolls/pairings/lines/" + old + "/end",
                        Map.of("lastDay", today.minusDays(20).toString(), "reason", "轮岗")));
        enter(
                "jiandu",
                "pairings",
                Map.of(
                        "parent",
                        now,
                        "area",
                        County.TOWN,
                        "firstDay",
                        today.minusDays(19).toString(),
                        "facts",
                        Map.of()));
        var matter = dispute("楼上漏水");
        var shown = ok(as("zhentiao").get("/api/matters/" + matter + "/rolls")).body();
        assertThat(shown.path("guides")).hasSize(2);
        assertThat(shown.at("/guides/0/name").asString("")).isEqualTo("新法官");
        assertThat(shown.at("/guides/0/counts").asBoolean()).isTrue();
        assertThat(shown.at("/guides/1/counts").asBoolean()).isFalse();
        var said = Map.of("guide", "新法官", "day", today.toString(), "way", "PRESENT", "words", "讲清了相邻关系");
        refused(as("zhentiao").move(matter, "guide-mediation", but(said, "guide", "没有的人")), 422, "没有这位");
        refused(
                as("zhentiao")
                        .move(
                                matter,
                                "guide-mediation",
                                but(said, "day", today.plusDays(1).toString())),
                422,
                "不能在今天之后");
        ok(as("zhentiao").move(matter, "guide-mediation", said));
        ok(as("zhentiao").move(matter, "guide-mediation", but(said, "guide", "新法官（某法庭）")));
        assertThat(ok(as("zhentiao").get("/api/matters/" + matter + "/rolls"))
                        .body()
                        .path("guidances"))
                .hasSize(2);
        assertThat(whole("guides", now).path("counted").asInt()).isEqualTo(1);
        counts("disputes.guided", matter);
    }

    @Test
    void aDisputeSettledAtAStationingIsCountedForItAndThoseOfPrisonsApart() {
        var project = enter(
                "jiandu",
                "stationings",
                line(County.COUNTY, "某工程指挥部", today.minusDays(90), Map.of("kind", "PROJECT", "purpose", "征地拆迁")));
        enter("jiandu", "stationed", part(project, "周调解", today.minusDays(90), Map.of()));
        enter(
                "jiandu",
                "stationings",
                line(County.COUNTY, "某监狱调委会", today.minusDays(90), Map.of("kind", "PRISON", "purpose", "家事纠纷")));
        refused(
                as("jiandu")
                        .post(
                                "/api/rolls/stationings/lines",
                                line(County.TOWN, "某工程指挥部", today, Map.of("kind", "PROJECT", "purpose", "重名"))),
                422,
                "名称要能区分");
        var matter = dispute("青苗补偿");
        refused(as("zhentiao").move(matter, "put-to-stationing", Map.of("stationing", "别的指挥部")), 422, "没有这个入驻点");
        ok(as("zhentiao").move(matter, "put-to-stationing", Map.of("stationing", "某监狱调委会")));
        ok(as("zhentiao").move(matter, "put-to-stationing", Map.of()));
        refused(as("zhentiao").move(matter, "put-to-stationing", Map.of()), 422, "原来没有记");
        ok(as("zhentiao").move(matter, "put-to-stationing", Map.of("stationing", "某工程指挥部")));
        settle(matter);
        counts("disputes.stationed", matter);
        var prison = ok(as("jiandu").get("/api/stats/disputes.prison")).body();
        assertThat(prison.at("/figure/matters").asInt()).isZero();
    }

    private static Map<String, Object> but(Map<String, ?> said, String field, Object value) {
        var changed = new HashMap<String, Object>(said);
        changed.put(field, value);
        return changed;
    }

    private void counts(String metric, String matter) {
        ok(as("jiandu").post("/api/stats/refresh", Map.of()));
        var figure = ok(as("jiandu").get("/api/stats/" + metric)).body().path("figure");
        assertThat(figure.path("value").asInt()).as(figure.toString()).isEqualTo(1);
        var records = ok(as("zhenban").get("/api/stats/" + metric + "/records")).body();
        assertThat(records.toString()).contains(matter);
    }

    private String dispute(String title) {
        var said = new HashMap<String, Object>(DisputeForms.brought(title, "申请人" + title, "13900004321"));
        said.put("area", County.TOWN);
        said.put("source", "PATROL");
        said.put("respondent", "被申请人" + title);
        return ok(as("zhentiao").post("/api/scenes/disputes", said)).text("matter.id");
    }

    private void settle(String id) {
        ok(as("zhentiao").move(id, "register", DisputeForms.calm()));
        ok(as("zhentiao")
                .move(id, "route", Map.of("area", County.TOWN, "category", "LAND", "agency", town, "reason", "就近")));
        ok(as("zhentiao").move(id, "accept", Map.of()));
        ok(as("zhentiao").move(id, "begin", Map.of("willing", "BOTH", "informed", true)));
        ok(as("zhentiao").move(id, "agree", DisputeForms.agreement(today, "青苗。", "按标准补。")));
        ok(as("zhentiao").move(id, "perform", Map.of()));
        ok(as("zhentiao").move(id, "performed", Map.of("day", today.toString(), "result", "FULL")));
        ok(as("zhenban").move(id, "evaluate", Map.of("grade", "SATISFIED", "channel", "PHONE")));
        ok(as("zhentiao").move(id, "close", Map.of("summary", "办完了。")));
    }
}
