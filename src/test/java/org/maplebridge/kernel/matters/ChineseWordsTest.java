package org.maplebridge.kernel.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// What a matter's page and the citizen's progress say is Chinese: no name of the program, no id of a row.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChineseWordsTest {

    /// Latin words that people gave, not the program: the fixture's offices and users, and codes of matters.
    private static final String GIVEN = "(town|village|county|police|department|grid)(?=办公室)"
            + "|(?<=测试员)\\w+|\\b\\w+(?=岗)|\\b[2-9A-Z]{10}\\b|[\\d:.@-]*\\d[\\d:.@-]*";

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    @Autowired
    Matters matters;

    private final Map<String, Wire> officers = new HashMap<>();
    private Optional<County> founded = Optional.empty();
    private String post = "";

    @BeforeAll
    void found() {
        var county = new County(transactions, offices, access).founded();
        for (var office : List.of("village", "town", "county")) {
            var seat = county.officer(office, office, "disputes.dispatcher", "disputes.mediator");
            if (office.equals("town")) {
                post = seat.toString();
            }
            officers.put(office, new Wire(port).as(office));
        }
        county.officer("mediator", "town", "disputes.mediator");
        officers.put("mediator", new Wire(port).as("mediator"));
        founded = Optional.of(county);
    }

    private Wire as(String office) {
        return Optional.ofNullable(officers.get(office)).orElseThrow();
    }

    private static Wire.Answer ok(Wire.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return answer;
    }

    /// A matter as a citizen files it.
    private record Filed(String id, String code) {}

    private Filed filed(String words, String phone) {
        var said = Map.of(
                "words",
                words,
                "area",
                County.VILLAGE,
                "day",
                "2025-01-02",
                "anonymous",
                false,
                "name",
                "周梅",
                "phone",
                phone);
        var answer = ok(new Wire(port).post("/api/public/scenes/disputes", said));
        return new Filed(answer.text("matter.id"), answer.text("matter.code"));
    }

    private Wire.Answer progress(Filed filed, String phone) {
        var asked = Map.of("code", filed.code(), "phoneLast4", phone.substring(7));
        return ok(new Wire(port).post("/api/public/progress", asked));
    }

    private String handled(String words) {
        var filed = filed(words, "13800001111").id();
        ok(as("village").move(filed, "register", DisputeForms.calm()));
        var village = founded.orElseThrow().office("village").id().toString();
        ok(as("village")
                .move(
                        filed,
                        "route",
                        Map.of("area", County.VILLAGE, "category", "NOISE", "agency", village, "reason", "就近")));
        ok(as("village").move(filed, "accept", Map.of()));
        ok(as("village").move(filed, "begin", Map.of("willing", "BOTH", "informed", true)));
        return filed;
    }

    private void bySystem(String job, String id, String verb, Map<String, ?> said) {
        var key = new Work.Key("test/" + verb, UUID.randomUUID().toString());
        var body = Canonical.MAPPER.valueToTree(said);
        matters.move(
                UUID.fromString(id),
                verb,
                new Request(Actor.system(job), body, key, OptionalInt.empty(), Optional.empty()));
    }

    @Test
    void aMatterThatHasSeenEveryVerbOfTheKernelIsToldInChinese() {
        var id = handled("夜里装修吵得睡不着");
        var other = handled("楼上漏水漏到家里");
        var third = handled("又说一遍夜里装修");
        var village = founded.orElseThrow().office("village").id().toString();
        ok(as("village").move(id, "suspend", Map.of("reason", "等鉴定")));
        inChinese(id, "village");
        ok(as("village").move(id, "resume", Map.of("reason", "鉴定好了")));
        ok(as("village").move(id, "extend", Map.of("reason", "还差一点", "agreed", true)));
        ok(as("village").move(id, "link", Map.of("matter", other, "reason", "同一栋楼")));
        ok(as("village").move(other, "link", Map.of("matter", id, "reason", "同一栋楼")));
        ok(as("village").move(third, "merge", Map.of("matter", id, "reason", "同一件事")));
        ok(as("village").move(id, "refer", Map.of("scene", "disputes", "blocking", true, "reason", "另有一桩")));
        bySystem("recount", id, "reckon", Map.of("cause", "放假安排"));
        ok(as("village").move(id, "upgrade", Map.of("reason", "村里办不了")));
        ok(as("town").move(id, "assign", Map.of("post", post, "reason", "分工")));
        inChinese(id, "town");
        var refused = as("town").move(id, "divert", Map.of("to", "NO_DISPUTE", "reason", "说开了", "informed", true));
        assertThat(refused.status()).isEqualTo(409);
        chinese("the refusal", List.of(refused.text("title"), refused.text("detail"), refused.text("next")));
        ok(as("town").move(id, "transfer", Map.of("agency", village, "reason", "由村里办")));
        ok(as("village").move(id, "return", Map.of("reason", "不归村里办")));
        for (var each : List.of(other, third)) {
            inChinese(each, "village");
        }
        inChinese(id, "town");
        assertThat(ok(as("town").get("/api/matters/" + id + "/trail")).raw().body())
                .contains("另一件并入本件")
                .contains("被关联");
    }

    /// The town's mediator sees what the town has in hand, not the village's child: that is counted, and no code given
    /// away.
    @Test
    void whatTheReaderCannotSeeIsCountedAndNotNamed() {
        var id = handled("两家吵架又打人");
        ok(as("village").move(id, "refer", Map.of("scene", "disputes", "blocking", true, "reason", "打人")));
        ok(as("village").move(id, "upgrade", Map.of("reason", "村里办不了")));
        var refused = as("mediator").move(id, "divert", Map.of("to", "NO_DISPUTE", "reason", "说开了", "informed", true));
        assertThat(refused.text("next")).contains("另有 1 件您看不到").doesNotContain("先办结");
    }

    @Test
    void whoAsksAfterAMergedMatterIsToldSoAndWithWhatItGoesOnIfThatIsTheirs() {
        var phone = "13800002222";
        var mine = filed("夜里装修太吵了", phone);
        var again = filed("夜里装修，再说一遍", phone);
        var theirs = filed("别人家里的事", "13800003333");
        var third = filed("夜里装修第三遍", phone);
        ok(as("village").move(again.id(), "merge", Map.of("matter", mine.id(), "reason", "同一件事")));
        ok(as("village").move(third.id(), "merge", Map.of("matter", theirs.id(), "reason", "同一件事")));

        var own = progress(again, phone);
        assertThat(own.text("whatNow")).startsWith("这件事已经和另一件合在一起办。");
        assertThat(own.text("closedAt")).isNotEmpty();
        assertThat(own.body().path("needYou").asBoolean(true)).isFalse();
        chinese("progress", texts(own.body(), "whatNow", "what", "who"));

        var foreign = progress(third, phone);
        assertThat(foreign.text("whatNow")).contains("这里不能给您看");
        assertThat(foreign.raw().body()).doesNotContain(theirs.code()).doesNotContain("别人家里的事");
        var open = progress(mine, phone);
        assertThat(open.text("closedAt")).isEmpty();
        assertThat(open.raw().body()).contains("另一件并入本件");
    }

    @Test
    void whoAsksAfterAClosedMatterIsToldHowItEnded() {
        var phone = "13800004444";
        var filed = filed("门口堆放东西", phone);
        ok(as("village").move(filed.id(), "divert", Map.of("to", "NO_DISPUTE", "reason", "说开了", "informed", true)));
        var told = progress(filed, phone);
        assertThat(told.text("whatNow")).startsWith("这件事已经办结。").contains("结果：已经导入其他途径");
        assertThat(told.text("closedAt")).isNotEmpty();
    }

    private void inChinese(String id, String reader) {
        var wire = as(reader);
        for (var part : List.of("", "/moves", "/trail", "/deadlines", "/links")) {
            var body = ok(wire.get("/api/matters/" + id + part)).body();
            chinese(
                    part,
                    texts(
                            body,
                            "title",
                            "verbTitle",
                            "stageTitle",
                            "toTitle",
                            "kindTitle",
                            "levelTitle",
                            "hint",
                            "reason",
                            "name",
                            "post",
                            "agency",
                            "value",
                            "x-why",
                            "text",
                            "label"));
        }
    }

    private static List<String> texts(JsonNode node, String... names) {
        var found = new ArrayList<String>();
        var wanted = List.of(names);
        node.properties().forEach(each -> {
            if (wanted.contains(each.getKey()) && each.getValue().isString()) {
                found.add(each.getValue().asString(""));
            }
            // its name is for the page's style, its title for people
            if (!each.getKey().equals("colour")) {
                found.addAll(texts(each.getValue(), names));
            }
        });
        if (node.isArray()) {
            node.forEach(child -> found.addAll(texts(child, names)));
        }
        return found;
    }

    private static void chinese(String where, List<String> texts) {
        if (!where.equals("/links")) {
            assertThat(texts).as(where).isNotEmpty();
        }
        assertThat(texts).as(where).allSatisfy(text -> {
            assertThat(text).doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-");
            assertThat(text.replaceAll(GIVEN, "")).doesNotContainPattern("[A-Za-z]{2}");
        });
    }
}
