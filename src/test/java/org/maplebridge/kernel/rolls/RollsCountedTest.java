package org.maplebridge.kernel.rolls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.MapleTest;

/// What is counted from the registers: studios beside their goal, guided disputes, those settled at a stationing.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RollsCountedTest extends RollsStory {

    @Test
    void studiosOfTheYearAreCountedBesideTheGoalAndItsSource() {
        var owner =
                enter("jiandu", "mediators", line(County.COUNTY, "孙品牌", today.minusYears(9), Map.of("kind", "FULL")));
        var facts = Map.of("owner", owner, "place", "某路一号");
        // no place said: the area of the keeper's office
        enter("jiandu", "studios", Map.of("name", "孙品牌调解室", "firstDay", today.toString(), "facts", facts));
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
        var inside = dispute("狱中的家事");
        ok(as("zhentiao").move(inside, "put-to-stationing", Map.of("stationing", "某监狱调委会")));
        settle(inside);
        counts("disputes.prison", inside);
        counts("disputes.stationed", matter);
    }

    @Test
    void aFrameworkIsALabelThatThePlaceWritesItselfAndThatIsGoneWhenItIsEnded() {
        enter("jiandu", "frames", line(County.COUNTY, "测试框架甲", today.minusDays(3), Map.of("part", "镇街平台")));
        enter("jiandu", "frames", line(County.COUNTY, "测试框架乙", today.plusDays(3), Map.of()));
        var matter = dispute("有标签的一件");
        var shown = ok(as("zhentiao").get("/api/matters/" + matter + "/rolls"));
        assertThat(shown.body().path("frames").toString()).isEqualTo("[\"测试框架甲，镇街平台\"]");
    }
}
