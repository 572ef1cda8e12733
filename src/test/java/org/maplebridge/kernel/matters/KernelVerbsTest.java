package org.maplebridge.kernel.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// What every lifecycle may do, through HTTP: merge, link, refer, suspend, extend.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KernelVerbsTest {

    /// What is asked and said, minutes and who has a file.
    private static final String AFTER_THE_END =
            "attach call-back call-off called hand-over-file hold mute release-file restrict-file ask";

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    private final List<Wire> officers = new ArrayList<>();
    private String village = "";
    private String county = "";

    @BeforeAll
    void found() {
        var county = new County(transactions, offices, access).founded();
        county.officer("ren", "town", "disputes.dispatcher", "disputes.mediator");
        county.officer("cun", "village", "disputes.mediator");
        this.county = county.office("county").id().toString();
        village = county.office("village").id().toString();
        officers.add(new Wire(port).as("ren"));
        officers.add(new Wire(port).as("cun"));
    }

    @AfterEach
    void theClockGoesBack() {
        TestClock.reset();
    }

    private Wire ren() {
        return officers.getFirst();
    }

    private static Wire.Answer ok(Wire.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return answer;
    }

    private String opened(String words) {
        return ok(ren().post(
                                "/api/scenes/disputes",
                                Map.of(
                                        "words", words,
                                        "area", County.TOWN,
                                        "occurredAt", "2025-01-02T08:00:00+08:00",
                                        "source", "PATROL",
                                        "applicant", "周梅",
                                        "respondent", "吴强")))
                .text("matter.id");
    }

    private String handled(String words) {
        var id = opened(words);
        ok(ren().move(id, "register", DisputeForms.calm()));
        var office = ren().get("/api/me").body().at("/posts/0/agency/id").asString("");
        ok(ren().move(
                        id,
                        "route",
                        Map.of("area", County.TOWN, "category", "NOISE", "agency", office, "reason", "镇里办")));
        ok(ren().move(id, "accept", Map.of()));
        ok(ren().move(id, "begin", Map.of("willing", "BOTH", "informed", true)));
        return id;
    }

    private List<JsonNode> links(String id) {
        return ok(ren().get("/api/matters/" + id + "/links"))
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    private JsonNode limit(String id, String parameter) {
        return ok(ren().get("/api/matters/" + id + "/deadlines"))
                .body()
                .path("items")
                .valueStream()
                .filter(limit -> limit.path("parameter").asString("").equals(parameter))
                .findFirst()
                .orElseThrow();
    }

    private static OffsetDateTime end(JsonNode limit) {
        return OffsetDateTime.parse(limit.path("at").asString(""));
    }

    @Test
    void aLinkIsSeenFromBothSides() {
        var one = opened("一栋楼里吵");
        var two = opened("同一栋楼里漏水");
        ok(ren().move(one, "link", Map.of("matter", two, "reason", "同一栋楼")));
        assertThat(links(one)).singleElement().satisfies(link -> {
            assertThat(link.path("kind").asString("")).isEqualTo("LINKED");
            assertThat(link.at("/matter/id").asString("")).isEqualTo(two);
            assertThat(link.path("blocking").asBoolean(true)).isFalse();
        });
        assertThat(links(two))
                .singleElement()
                .satisfies(
                        link -> assertThat(link.at("/matter/id").asString("")).isEqualTo(one));
        var trail = ren().get("/api/matters/" + two + "/trail").body().path("items");
        assertThat(trail.at("/0/verb").asString("")).isEqualTo("link-from");
        assertThat(trail.size()).isEqualTo(2);
    }

    @Test
    void aMergedMatterEndsAndPointsToWhereItGoesOn() {
        var one = opened("夜里装修");
        var two = opened("夜里装修，又说一遍");
        var merged = ok(ren().move(two, "merge", Map.of("matter", one, "reason", "同一件事")));
        assertThat(merged.text("mergedInto")).isEqualTo(one);
        assertThat(merged.body().path("closedAt").asString("")).isNotEmpty();
        var can = ren().get("/api/matters/" + two + "/moves").body().path("can");
        assertThat(can.findValuesAsString("verb")).containsExactlyInAnyOrder(AFTER_THE_END.split(" "));
        assertThat(links(one))
                .singleElement()
                .satisfies(
                        link -> assertThat(link.at("/matter/id").asString("")).isEqualTo(two));
        assertThat(ren().get("/api/matters?open=true&limit=200").raw().body()).doesNotContain(two);
        assertThat(ren().get("/api/inbox?limit=200").raw().body()).doesNotContain(two);
        assertThat(ok(ren().get("/api/matters/" + two + "/deadlines"))
                        .body()
                        .path("items")
                        .valueStream()
                        .map(limit -> limit.path("state").asString("")))
                .containsOnly("ENDED");
        var back = ren().move(one, "merge", Map.of("matter", two, "reason", "反过来"));
        assertThat(back.status()).isEqualTo(422);
        assertThat(back.text("rule")).isEqualTo("matters.merge-open");
    }

    @Test
    void whatIsReferredBlocksTheEndAlsoThatOfAMerge() {
        var parent = opened("欠薪又打人");
        var other = opened("欠薪");
        ok(ren().move(parent, "refer", Map.of("scene", "disputes", "blocking", true, "reason", "另有一桩打人的事")));
        var child = links(parent).getFirst();
        assertThat(child.path("kind").asString("")).isEqualTo("CHILD");
        assertThat(child.path("blocking").asBoolean(false)).isTrue();
        var id = child.at("/matter/id").asString("");
        assertThat(links(id).getFirst().path("kind").asString("")).isEqualTo("PARENT");

        var divert = Map.of("to", "NO_DISPUTE", "reason", "已经说开", "informed", true);
        for (var refused : List.of(
                ren().move(parent, "divert", divert),
                ren().move(parent, "merge", Map.of("matter", other, "reason", "同一件事")))) {
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.text("rule")).isEqualTo("matters.children");
            assertThat(refused.text("next"))
                    .contains(codeOf(id))
                    .doesNotContain(id)
                    .doesNotContain("看不到");
        }
        ok(ren().move(parent, "refer", Map.of("scene", "disputes", "blocking", true, "reason", "还有一桩")));
        var second = links(parent).getLast().at("/matter/id").asString("");
        ok(ren().move(id, "divert", divert));
        assertThat(ren().move(parent, "divert", divert).text("next"))
                .as("what is closed no longer stands in the way")
                .contains(codeOf(second))
                .doesNotContain(codeOf(id));
        ok(ren().move(second, "divert", divert));
        ok(ren().move(parent, "divert", divert));
    }

    @Test
    void aStretchOfSuspensionDoesNotCount() {
        var id = handled("要等鉴定");
        var before = end(limit(id, "disputes.mediate"));
        ok(ren().move(id, "suspend", Map.of("reason", "等鉴定")));
        assertThat(limit(id, "disputes.mediate").path("state").asString("")).isEqualTo("SUSPENDED");
        var refused = ren().move(id, "fail", Map.of("reason", "ABSENT", "note", "没来", "informed", true));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("detail")).contains("恢复");
        assertThat(ren().move(id, "suspend", Map.of("reason", "再停一次")).status()).isEqualTo(409);
        TestClock.pass(Duration.ofDays(5));
        ok(ren().move(id, "resume", Map.of("reason", "鉴定好了")));
        var after = limit(id, "disputes.mediate");
        assertThat(after.path("state").asString("")).isIn("RUNNING", "AWAITING_CALENDAR");
        assertThat(Duration.between(before, end(after)).toDays()).isBetween(5L, 15L);
    }

    @Test
    void aLimitIsPutOffOnceWhenEverybodyAgrees() {
        var id = handled("还差一点就谈成");
        var before = end(limit(id, "disputes.mediate"));
        var alone = ren().move(id, "extend", Map.of("reason", "还差一点", "agreed", false));
        assertThat(alone.status()).isEqualTo(422);
        assertThat(alone.body().at("/fields/0/name").asString("")).isEqualTo("agreed");
        ok(ren().move(id, "extend", Map.of("reason", "还差一点", "agreed", true)));
        assertThat(Duration.between(before, end(limit(id, "disputes.mediate"))).toDays())
                .isBetween(14L, 25L);
        var twice = ren().move(id, "extend", Map.of("reason", "再来一次", "agreed", true));
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.text("rule")).isEqualTo("matters.extend-once");
    }

    private String codeOf(String id) {
        return ok(ren().get("/api/matters/" + id)).text("code");
    }

    /// Upwards a matter goes by upgrade or return, and returns are counted.
    @Test
    void whoHandlesAMatterDoesNotTransferItUpwards() {
        var id = handled("想推给区里");
        var county = Map.of("agency", this.county, "reason", "区里办更好");
        var refused = ren().move(id, "transfer", county);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("rule")).isEqualTo("matters.transfer-up");
        assertThat(refused.body().at("/fields/0/message").asString(""))
                .contains("提级")
                .contains("退回");
        assertThat(ok(ren().get("/api/matters/" + id)).text("agency.name")).startsWith("town");
        ok(ren().move(id, "upgrade", Map.of("reason", "区里办更好")));
    }

    @Test
    void whatHasEndedCanNoLongerBePutOff() {
        var id = handled("谈了一个多月");
        var before = end(limit(id, "disputes.mediate"));
        TestClock.pass(Duration.ofDays(45));
        var late = ren().move(id, "extend", Map.of("reason", "还差一点", "agreed", true));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("rule")).isEqualTo("matters.extend-late");
        assertThat(late.text("detail")).contains("督办");
        var after = limit(id, "disputes.mediate");
        assertThat(end(after)).isEqualTo(before);
        assertThat(after.path("overdue").asBoolean(false)).isTrue();
    }

    /// What the handbook's reader would count: the pause lies in the extension, so it is the extension that grows.
    @Test
    void aStretchInsideAnExtensionDoesNotCountEither() {
        var id = handled("延了期又要等鉴定");
        ok(ren().move(id, "extend", Map.of("reason", "还差一点", "agreed", true)));
        var before = end(limit(id, "disputes.mediate"));
        TestClock.pass(Duration.ofDays(38));
        ok(ren().move(id, "suspend", Map.of("reason", "等鉴定")));
        TestClock.pass(Duration.ofDays(10));
        ok(ren().move(id, "resume", Map.of("reason", "鉴定好了")));
        var after = limit(id, "disputes.mediate");
        assertThat(Duration.between(before, end(after)).toDays()).isBetween(8L, 20L);
        assertThat(after.path("overdue").asBoolean(true)).isFalse();
        assertThat(after.at("/proof/lines")
                        .valueStream()
                        .map(line -> line.path("label").asString("")))
                .contains("延长", "中止");
    }

    @Test
    void onlyTheOfficeInChargeSuspends() {
        var id = handled("镇里在办");
        assertThat(officers.getLast()
                        .move(id, "suspend", Map.of("reason", "试试"))
                        .status())
                .as("the village does not see what lies with the town")
                .isEqualTo(404);
        var elsewhere = ren().move(id, "transfer", Map.of("agency", village, "reason", "由村里办"));
        assertThat(elsewhere.status())
                .as("a village has no part in what concerns the whole town")
                .isEqualTo(422);
        assertThat(elsewhere.text("rule")).isEqualTo("matters.transfer-area");
    }
}
