package org.maplebridge.scenes.gradings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.kernel.trail.Verification;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// A year of mediators is over: counted, shown, contested, decided, in the register; through HTTP, as time passes.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GradingsScenarioTest extends GradingsStory {

    @Autowired
    Verification verification;

    @Test
    @Order(1)
    void nothingBeginsOnADayOffAndThenEachOfTheWholeYearOnce() {
        passTo(LocalDate.of(year, 12, 31));
        rounds.round();
        assertThat(gradings("")).isEmpty();
        // the first of January is a holiday
        passTo(LocalDate.of(year + 1, 1, 1));
        rounds.round();
        assertThat(gradings("")).isEmpty();
        passTo(LocalDate.of(year + 1, 1, 8));
        while (today().getDayOfWeek().getValue() > 5) {
            passTo(today().plusDays(1));
        }
        rounds.round();
        rounds.round();
        passTo(today().plusDays(7));
        rounds.round();
        assertThat(gradings("").stream().map(row -> row.path("name").asString("")))
                .containsExactlyInAnyOrder("仁调解", "村调解", "经调解", "老调解");
        assertThat(gradings("").toString()).doesNotContain("points", "total");
    }

    @Test
    @Order(2)
    void whatIsKnownHasItsReasonAndWhatIsNotIsSaidToBeUnknown() {
        var facts = facts("jing", grading("仁调解"));
        assertThat(facts)
                .contains(
                        "10 分（满分 20 分）",
                        "满 5 年",
                        "办结 10 件（简易 0、一般 10、疑难 0；其中 10 件没有人定过难易，按一般算）",
                        "12 分（满分 15 分）",
                        "没有数据（满分 15 分，不算作零分）：当事人评价不到 30 份");
        assertThat(facts).contains("计入的件").doesNotContain("申请人院墙");
        var old = facts("jing", grading("老调解"));
        assertThat(old).contains("名册上没有写对应的工作人员", "名册上没有 " + year + " 年的培训记录");
        var whole = ok(as("jing").get("/api/matters/" + grading("老调解"))).body().toString();
        assertThat(whole).contains("先补数据：没有数据的项目会影响等级");
        assertThat(as("wai").get("/api/matters/" + grading("仁调解")).status()).isEqualTo(404);
        assertThat(as("ren").get("/api/gradings").status()).isEqualTo(403);
        // whoever sees the files of the county or the town, or sits in the office itself, sees no grading for that
        for (var login : List.of("pai", "fang", "ren")) {
            assertThat(as(login).get("/api/matters/" + grading("仁调解")).status()).isEqualTo(404);
        }
        assertThat(as("shen").get("/api/matters/" + grading("仁调解")).status()).isEqualTo(200);
    }

    @Test
    @Order(3)
    void nobodyPreparesTheirOwnAndTheSystemCountsAnew() {
        var own = grading("经调解");
        refused(as("jing").move(own, "show", Map.of()), 409, "评的是您本人");
        refused(as("jing").move(own, "recount", Map.of()), 409, "评的是您本人");
        droppedByMistake(grading("老调解"));
        var id = grading("仁调解");
        ok(as("jing").move(id, "recount", Map.of()));
        refused(as("jing").move(id, "show", Map.of()), 409, "系统还没有算完");
        rounds.round();
        assertThat(mine("ren").path("items")).isEmpty();
        ok(as("jing").move(id, "show", Map.of()));
        ok(as("jie").move(grading("村调解"), "show", Map.of()));
    }

    private void droppedByMistake(String id) {
        ok(as("jing").move(id, "drop", Map.of("reason", "看错了人，以为已经离任")));
        do {
            passTo(today().plusDays(1));
        } while (today().getDayOfWeek().getValue() > 5);
        rounds.round();
        assertThat(named("老调解")).hasSize(1);
        ok(as("jing").post("/api/scenes/gradings", Map.of("name", "老调解", "year", year, "reason", "前一次不评了弄错了人")));
        assertThat(named("老调解")).hasSize(2);
    }

    private List<JsonNode> named(String name) {
        return gradings("").stream()
                .filter(row -> row.path("name").asString("").equals(name))
                .toList();
    }

    @Test
    @Order(4)
    void theMediatorSeesTheirOwnAndContestsAndAnotherDecides() {
        var id = grading("仁调解");
        var seen = mine("ren");
        assertThat(seen.path("items")).hasSize(1);
        assertThat(seen.toString()).contains("有评查没有排除的疑点").doesNotContain("村调解");
        assertThat(seen.at("/items/0/files").asInt()).isEqualTo(FILES);
        // the mediator of a village reads it though the matter is out of reach
        assertThat(as("cun").get("/api/matters/" + grading("村调解")).status()).isEqualTo(404);
        assertThat(mine("cun").path("items")).hasSize(1);
        assertThat(mine("wai").path("registered").asBoolean(true)).isFalse();
        assertThat(contest("cun", id, "YEARS").status()).isEqualTo(404);
        assertThat(contest("wai", id, "YEARS").status()).isEqualTo(404);
        var empty = as("ren")
                .post("/api/gradings/mine/" + id + "/contest", Map.of("factor", "YEARS", "words", "", "wanted", "满六年"));
        assertThat(empty.status()).as(empty.toString()).isEqualTo(422);
        var nothing = as("ren").post("/api/gradings/mine/" + id + "/contest", Map.of("wanted", "满六年"));
        refused(nothing, 422, "\"factor\"");
        refused(nothing, 422, "\"words\"");
        ok(contest("ren", id, "YEARS"));
        refused(contest("ren", id, "YEARS"), 422, "还没有答复");
        var upheld = Map.<String, Object>of("no", 1, "ruling", "UPHELD", "percent", 60, "reason", "有当年的聘书为证");
        refused(as("jing").move(id, "decide-contest", upheld), 409, "您经办的");
        refused(
                as("jie").move(id, "decide-contest", Map.of("no", 1, "ruling", "UPHELD", "reason", "有聘书为证")),
                422,
                "percent");
        ok(as("jie").move(id, "decide-contest", upheld));
        var told = mine("ren").toString();
        assertThat(told).contains("异议成立，更正", "有当年的聘书为证", "满分的 60%");
        assertThat(facts("jing", id)).contains("12 分（满分 20 分）", "原来算的", "满 5 年");
    }

    @Test
    @Order(5)
    void anotherThanTheKeeperDecidesAfterTheTimeAndSaysWhyOtherwise() {
        var id = grading("仁调解");
        var said = new HashMap<String, Object>(Map.of("grade", "THREE", "paper", "婺司〔2027〕9号"));
        refused(as("shen").move(id, "decide", said), 409, "期满以后再审定");
        passTo(today().plusDays(30));
        refused(contest("ren", id, "CASES"), 409, "期限已满");
        assertThat(as("jing").move(id, "decide", said).status()).isEqualTo(403);
        refused(as("shen").move(id, "decide", said), 422, "请写明理由");
        said.put("reason", "评价数据不足，材料证明办理质量好");
        ok(as("shen").move(id, "decide", said));
        rounds.round();
        rounds.round();
        assertThat(facts("jing", id)).contains("已记入名册：三级");
        assertThat(mine("ren").toString()).contains("已记入名册：三级", "评价数据不足，材料证明办理质量好");
        var register =
                ok(as("jing").get("/api/rolls/mediators/lines/" + line)).body().toString();
        assertThat(register)
                .contains("婺司〔2027〕9号", "婺司〔2020〕1号", today().minusDays(1).toString());
        assertThat(gradings("&stage=RECORDED").toString()).contains("仁调解", "三级").doesNotContain("points");
        refused(as("jing").get("/api/gradings?stage=NIX"), 422, "没有这个环节");
        assertThat(as("jing").get("/api/gradings/book?year=" + year).status()).isEqualTo(200);
    }

    @Test
    @Order(6)
    void aDecidedFindingLeavesNoGradeUntilItIsStruck() {
        var id = grading("村调解");
        assertThat(mine("cun").at("/items/0/contestable")).isEmpty();
        var breach = new HashMap<String, Object>(Map.of(
                "item", "BRIBE",
                "paper", "婺司处〔2026〕3号",
                "day", today().plusDays(1).toString(),
                "office", "婺城区司法局",
                "reason", "收受当事人的购物卡"));
        refused(as("jie").move(id, "find-breach", breach), 422, "day");
        breach.put("day", today().toString());
        ok(as("jie").move(id, "find-breach", breach));
        // there is time again to look at it
        assertThat(mine("cun").at("/items/0/contestable")).isNotEmpty();
        assertThat(mine("cun").toString()).contains("婺司处〔2026〕3号");
        passTo(today().plusDays(30));
        var said = Map.<String, Object>of("grade", "FIVE", "paper", "婺司〔2027〕10号", "reason", "与系统建议相同");
        refused(as("shen").move(id, "decide", said), 422, "一票否决");
        ok(as("jie").move(id, "strike-breach", Map.of("no", 1, "paper", "婺司复〔2027〕1号", "reason", "复核撤销")));
        ok(as("shen").move(id, "decide", said));
        rounds.round();
        assertThat(facts("jing", id)).contains("复核撤销", "已记入名册：五级");
    }

    @Test
    @Order(7)
    void whatWasDecidedWronglyIsDecidedAnewAndReplaced() {
        var id = grading("仁调解");
        ok(as("shen").move(id, "revise", Map.of("reason", "评定文号引错了材料")));
        assertThat(mine("ren").at("/items/0/stage").asString("")).isEqualTo("SHOWN");
        passTo(today().plusDays(30));
        var said = new HashMap<String, Object>(Map.of("grade", "FOUR", "paper", "婺司〔2027〕9号", "reason", "材料只够四级"));
        refused(as("shen").move(id, "decide", said), 422, "新的文号");
        said.put("paper", "婺司〔2027〕19号");
        ok(as("shen").move(id, "decide", said));
        rounds.round();
        assertThat(facts("jing", id)).contains("已记入名册：四级", "已被后一次代替");
        var register =
                ok(as("jing").get("/api/rolls/mediators/lines/" + line)).body().toString();
        assertThat(register).contains("婺司〔2027〕19号");
    }

    @Test
    @Order(8)
    void byHandWithAReasonForSomebodyInTheRegisterAndOnce() {
        var said = new HashMap<String, Object>(Map.of("name", "新调解", "year", year));
        refused(as("jing").post("/api/scenes/gradings", said), 422, "reason");
        said.put("reason", "年中调来，单位申请评定");
        refused(as("shen").post("/api/scenes/gradings", said), 403, "");
        refused(as("wai").post("/api/scenes/gradings", said), 422, "不在您的单位");
        var id = ok(as("jing").post("/api/scenes/gradings", said)).text("matter.id");
        refused(as("jing").post("/api/scenes/gradings", said), 422, "已经评过");
        said.put("name", "没有的人");
        refused(as("jing").post("/api/scenes/gradings", said), 422, "名册上没有");
        said.put("name", "新调解");
        said.put("year", year + 1);
        refused(as("jing").post("/api/scenes/gradings", said), 422, "已经过完的一年");
        rounds.round();
        ok(as("jing").move(id, "show", Map.of()));
        refused(as("shen").move(id, "decide", Map.of("grade", "FIVE", "paper", "婺司〔2027〕11号")), 409, "评的是您本人");
        ok(as("jing")
                .move(
                        id,
                        "contest-for",
                        Map.of(
                                "factor", "TRAINING",
                                "words", "参加了省里的培训",
                                "wanted", "算二十学时",
                                "received", "本人 2 月 2 日到办公室当面说")));
        ok(as("jie").move(id, "decide-contest", Map.of("no", 1, "ruling", "REJECTED", "reason", "没有结业证明")));
        ok(as("jing").move(id, "drop", Map.of("reason", "已经调离，不再担任")));
        assertThat(mine("shen").path("items")).isEmpty();
    }

    @Test
    @Order(9)
    void ofNamesakesTheOneThatIsMeant() {
        var said = new HashMap<String, Object>(Map.of("name", "同调解", "year", year, "reason", "单位申请评定"));
        refused(as("jing").post("/api/scenes/gradings", said), 422, "\"area\"");
        said.put("area", County.TOWN);
        ok(as("jing").post("/api/scenes/gradings", said));
        refused(as("jing").post("/api/scenes/gradings", said), 422, "已经评过");
        said.put("area", County.VILLAGE);
        refused(as("jing").post("/api/scenes/gradings", said), 422, "\"line\"");
        said.put("line", "x".repeat(36));
        refused(as("jing").post("/api/scenes/gradings", said), 422, "36 个字符");
        said.put("line", line);
        refused(as("jing").post("/api/scenes/gradings", said), 422, "名册上没有");
        said.put("line", namesake);
        ok(as("jing").post("/api/scenes/gradings", said));
        refused(as("jing").post("/api/scenes/gradings", said), 422, "已经评过");
        assertThat(named("同调解").stream().map(row -> row.path("areaName").asString("")))
                .hasSize(2)
                .anyMatch(area -> area.contains("筱溪村"))
                .anyMatch(area -> !area.contains("筱溪村"));
    }

    @Test
    @Order(10)
    void anOlderYearTakesNothingFromALaterOneAndAnotherNameIsTheSamePerson() {
        var said = Map.<String, Object>of("name", "仁调解", "year", year - 1, "reason", "上一年漏了没有评");
        var id = ok(as("jing").post("/api/scenes/gradings", said)).text("matter.id");
        rounds.round();
        ok(as("jing").move(id, "show", Map.of()));
        passTo(today().plusDays(30));
        renamed("仁调解改名");
        var decided = new HashMap<String, Object>(Map.of("grade", "ONE", "paper", "婺司〔2027〕19号", "reason", "补评上一年"));
        refused(as("shen").move(id, "decide", decided), 422, "已经用于这一位");
        decided.put("paper", "婺司〔2027〕29号");
        ok(as("shen").move(id, "decide", decided));
        rounds.round();
        assertThat(facts("jing", id)).contains("已有以后年度的等级，名册不变");
        assertThat(ok(as("jing").get("/api/rolls/mediators/lines/" + line))
                        .body()
                        .toString())
                .contains("婺司〔2027〕19号")
                .doesNotContain("婺司〔2027〕29号");
        assertThat(verification.verify(List.of()).faults()).isEmpty();
    }
}
