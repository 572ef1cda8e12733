package org.maplebridge.scenes.gradings;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
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
import org.maplebridge.fixtures.TestDatabase;
import org.maplebridge.kernel.trail.Verification;
import org.springframework.beans.factory.annotation.Autowired;

/// What goes wrong with one grading harms no other, who may do what in an office where one person has both posts, and
/// what was decided wrongly is taken back.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GradingsCareTest extends GradingsStory {

    @Autowired
    Verification verification;

    private static void behindTheBack(String sql) throws SQLException {
        try (var superuser = TestDatabase.ofThisRun().behindTheBack();
                var statement = superuser.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    @Test
    @Order(1)
    void oneThatCannotBeCountedKeepsNoOtherWaiting() throws SQLException {
        passTo(LocalDate.of(year + 1, 1, 8));
        while (today().getDayOfWeek().getValue() > 5) {
            passTo(today().plusDays(1));
        }
        rounds.round();
        var broken = grading("老调解");
        for (var name : List.of("仁调解", "老调解", "村调解")) {
            ok(as("jing").move(grading(name), "recount", Map.of()));
        }
        var before = line(broken);
        behindTheBack("update gradings.grading set line = gen_random_uuid() where matter = '" + broken + "'");
        rounds.round();
        rounds.round();
        refused(as("jie").move(broken, "show", Map.of()), 409, "系统还没有算完");
        ok(as("jie").move(grading("村调解"), "show", Map.of()));
        assertThat(facts("jing", grading("仁调解"))).contains("合计");
        behindTheBack("update gradings.grading set line = '" + before + "' where matter = '" + broken + "'");
        // it had its rest
        passTo(today().plusDays(1));
        rounds.round();
        ok(as("jing").move(broken, "show", Map.of()));
    }

    private String line(String grading) throws SQLException {
        return cell("select line from gradings.grading where matter = '" + grading + "'");
    }

    private static String cell(String sql) throws SQLException {
        try (var superuser = TestDatabase.ofThisRun().behindTheBack();
                var statement = superuser.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    @Test
    @Order(2)
    void countedAnewTheFigureOfThePartiesStaysAsItWasTold() throws SQLException {
        var id = grading("仁调解");
        behindTheBack("insert into gradings.told (matter, staff, heard, content) values ('" + id + "', '" + staff("ren")
                + "', 30, 27)");
        ok(as("jing").move(id, "recount", Map.of()));
        rounds.round();
        // ten are there, and what was told of thirty stands
        assertThat(facts("jing", id)).contains("当事人评价 30 份，满意和基本满意 27 份");
        // begun again by hand, it stands still
        ok(as("jing").move(id, "drop", Map.of("reason", "看错了人，以为已经离任")));
        var again = Map.of("name", "仁调解", "year", year, "reason", "前一次不评了弄错了人");
        var anew = ok(as("jing").post("/api/scenes/gradings", again)).text("matter.id");
        rounds.round();
        assertThat(facts("jing", anew)).contains("当事人评价 30 份，满意和基本满意 27 份");
    }

    @Test
    @Order(3)
    void whoeverPreparesDoesNotDecideThoughTheyHaveBothPosts() {
        var id = grading("村调解");
        passTo(today().plusDays(30));
        var said = Map.of("grade", "FIVE", "paper", "婺司〔2027〕8号", "reason", "与系统建议相同");
        refused(as("jie").move(id, "decide", said), 409, "您经办的");
        // the verb asks for its words
        refused(as("shen").move(id, "decide", Map.of("paper", "婺司〔2027〕8号")), 422, "\"grade\"");
        refused(as("shen").move(id, "decide", Map.of("grade", "FIVE", "paper", "婺司〔2027〕8号")), 422, "\"reason\"");
        ok(as("shen").move(id, "decide", said));
        rounds.round();
        refused(as("shen").move(id, "revise", Map.of()), 422, "\"reason\"");
    }

    @Test
    @Order(4)
    void whereOnlyOnePersonHasBothPostsTheOfficeAboveGrades() {
        officer("both", "otherTown", GradingsLifecycle.KEEPER, GradingsLifecycle.DECIDER);
        var said = new HashMap<String, Object>(Map.of(
                "area",
                County.OTHER_TOWN,
                "name",
                "罗调解",
                "firstDay",
                LocalDate.of(year, 3, 1).toString(),
                "facts",
                Map.of("kind", "PART")));
        enter("mediators", said);
        var begin = Map.of("name", "罗调解", "year", year, "reason", "单位申请评定");
        // `wai` prepares there too, so that `both` can decide: graded in the town itself
        var own = ok(as("wai").post("/api/scenes/gradings", begin)).text("matter.id");
        assertThat(as("both").get("/api/matters/" + own).status()).isEqualTo(200);
        officer("alone", "village", GradingsLifecycle.KEEPER, GradingsLifecycle.DECIDER);
        enter(
                "mediators",
                new HashMap<>(Map.of(
                        "area",
                        County.VILLAGE,
                        "name",
                        "独调解",
                        "firstDay",
                        LocalDate.of(year, 3, 1).toString(),
                        "facts",
                        Map.of("kind", "PART"))));
        var alone = Map.of("name", "独调解", "year", year, "reason", "单位申请评定");
        refused(as("alone").post("/api/scenes/gradings", alone), 422, "county办公室");
        ok(as("jing").post("/api/scenes/gradings", alone));
    }

    @Test
    @Order(5)
    void whoContestedStandsInTheTrailThoughTheSystemMovedIt() throws SQLException {
        var id = grading("仁调解", "DRAFTED");
        ok(as("jing").move(id, "show", Map.of()));
        ok(contest("ren", id, "YEARS"));
        assertThat(cell("select behalf from trail.entry where verb = 'contest' and matter = '" + id + "'"))
                .isEqualTo(account("ren"));
        // and who wrote one down for a mediator, and how it was received
        var forHim = Map.of("factor", "TRAINING", "words", "参加了省里的培训", "wanted", "算二十学时", "received", "本人当面说的");
        ok(as("jing").move(id, "contest-for", forHim));
        var trail = ok(as("shen").get("/api/matters/" + id + "/trail")).body().toString();
        assertThat(trail).contains("测试员jing", "本人当面说的");
    }

    private String grading(String name, String stage) {
        return gradings("&stage=" + stage).stream()
                .filter(row -> row.path("name").asString("").equals(name))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString("");
    }

    @Test
    @Order(6)
    void revisedToNoGradeTheRegisterTakesItBackAndTheOneBeforeHolds() {
        var id = grading("仁调解", "SHOWN");
        for (int no = 1; no <= 2; no++) {
            ok(as("jie").move(id, "decide-contest", Map.of("no", no, "ruling", "REJECTED", "reason", "名册上没有")));
        }
        passTo(today().plusDays(30));
        ok(as("shen").move(id, "decide", Map.of("grade", "TWO", "paper", "婺司〔2027〕9号", "reason", "材料充分")));
        rounds.round();
        assertThat(grade(today())).isEqualTo("二级");
        ok(as("shen").move(id, "revise", Map.of("reason", "后来认定收受财物")));
        ok(as("jing")
                .move(
                        id,
                        "find-breach",
                        Map.of(
                                "item", "BRIBE",
                                "paper", "婺司处〔2027〕3号",
                                "day", today().toString(),
                                "office", "婺城区司法局",
                                "reason", "收受当事人的购物卡")));
        passTo(today().plusDays(30));
        ok(as("shen").move(id, "decide", Map.of("grade", "NONE", "paper", "婺司〔2027〕19号", "reason", "一票否决")));
        rounds.round();
        rounds.round();
        assertThat(facts("jing", id)).contains("不评等级，原来记入名册的等级已经撤销");
        assertThat(grade(today())).isEqualTo("五级");
        assertThat(verification.verify(List.of()).faults()).isEmpty();
    }

    /// What the register says of the first mediator on a day.
    private String grade(LocalDate day) {
        return ok(as("jing").get("/api/rolls/mediators/lines/" + line + "?on=" + day))
                .body()
                .at("/line/notes/0/words")
                .asString("");
    }
}
