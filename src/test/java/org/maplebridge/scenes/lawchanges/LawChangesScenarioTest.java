package org.maplebridge.scenes.lawchanges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maplebridge.fixtures.Colleagues.ok;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.kernel.ground.Scope;

/// A new edition becomes work for the legal officer, once, and the work is done line by line; through HTTP.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LawChangesScenarioTest extends LawChangesStory {

    private static final String THREE_DAYS = "石桥上的晾晒由桥长安排，桥长应当在三日内答复。";
    private static final String FIVE_DAYS = "石桥上的晾晒由桥长安排，桥长应当在五日内答复。";

    private void rounds() {
        round.round();
        round.round();
    }

    private int waiting() {
        return transactions.run(
                Scope.job("test"),
                work -> db.sql("select count(*)::int from lawchanges.heard where not settled")
                        .query(Integer.class)
                        .single());
    }

    private void crash(String undone) {
        transactions.run(
                Scope.job("test"),
                work -> db.sql("update lawchanges.heard set " + undone).update());
    }

    /// Whether the limit of that day has an alarm to come.
    private boolean rings(String id) {
        return transactions.run(
                Scope.job("test"),
                work -> db.sql("select count(*) = 1 from matters.deadline"
                                + " where matter = cast(:id as uuid) and parameter = 'lawchanges.change'"
                                + " and state = 'RUNNING' and alarm_at is not null")
                        .param("id", id)
                        .query(Boolean.class)
                        .single());
    }

    @Test
    @Order(1)
    void nothingComesOfAFirstImportOrOfALawThatNobodyCites() {
        imported("枫桥测试条例", today().minusYears(3), today().minusYears(3), THREE_DAYS);
        imported("枫桥没人引用条例", today().minusYears(3), today().minusYears(3), THREE_DAYS);
        imported("枫桥没人引用条例", today().minusDays(9), today().minusDays(8), FIVE_DAYS);
        assertThat(waiting()).isEqualTo(1);
        rounds();
        assertThat(waiting()).isZero();
    }

    @Test
    @Order(2)
    void anEditionThatComesBeforeThereIsALegalOfficerIsKeptAndRaisedOnceLater() {
        imported("枫桥测试条例", today().minusDays(5), today().plusDays(40), FIVE_DAYS);
        rounds();
        assertThat(waiting()).isEqualTo(1);
        legalOfficers();
        assertThat(revisions()).isEmpty();
        round.round();
        assertThat(revisions()).as("it isn't tried again at once").isEmpty();
        TestClock.pass(Duration.ofMinutes(11));
        rounds();
        assertThat(revisions()).hasSize(1);
        assertThat(waiting()).isZero();
        // the program stopped after the matter was opened and before that was noted down
        crash("settled = false, opened = null");
        rounds();
        assertThat(waiting()).isZero();
        crash("settled = false");
        rounds();
        imported(lastFolder());
        rounds();
        assertThat(revisions()).hasSize(1);
        assertThat(waiting()).isZero();
    }

    @Test
    @Order(3)
    void eachPlaceIsALineWithBothTextsAndRunningLimitsAreCountedAndReached() {
        var id = latest();
        var lines = lines(id);
        assertThat(lines.path("items")
                        .valueStream()
                        .map(line -> line.path("kind").asString("")))
                .containsExactly("PARAMETER", "LIMIT");
        var first = lines.path("items").path(0);
        assertThat(first.path("cited").asString("")).isEqualTo(CITED);
        assertThat(first.path("title").asString("")).isEqualTo("登记");
        assertThat(first.at("/before/text").asString("")).contains("三日内");
        assertThat(first.at("/after/text").asString("")).contains("五日内");
        assertThat(first.path("parts")
                        .valueStream()
                        .map(part -> part.path("kind").asString("")))
                .containsExactly("SAME", "OUT", "IN", "SAME");
        var limit = lines.path("items").path(1);
        assertThat(limit.path("counted").asInt(0)).isEqualTo(2);
        var behind = "/api/lawchanges/" + id + "/lines/" + limit.path("no").asInt(0) + "/matters";
        var all = ok(colleagues.as("fa").get(behind)).body();
        assertThat(all.path("items")).hasSize(2);
        assertThat(ok(colleagues
                                .as("fa")
                                .get("/api/matters/" + all.at("/items/0/id").asString("")))
                        .text("scene"))
                .isEqualTo("disputes");
        assertThat(all.toString()).doesNotContain("周");
        var half = ok(colleagues.as("fa").get(behind + "?limit=1")).body();
        assertThat(half.path("items")).hasSize(1);
        var rest = ok(colleagues
                .as("fa")
                .get(behind + "?limit=1&after=" + half.path("next").asString("")));
        assertThat(rest.body().at("/items/0/id")).isEqualTo(all.at("/items/1/id"));
        var page = page(id);
        assertThat(page.path("stage").asString("")).isEqualTo("RAISED");
        assertThat(page.path("facts").toString()).contains("2 件").contains("最迟在施行前一天");
        assertThat(running(id))
                .anyMatch(each -> each.startsWith("lawchanges.take"))
                .contains("lawchanges.in-force " + today().plusDays(39));
    }

    @Test
    @Order(4)
    void whoeverIsNoLegalOfficerSeesAndMovesNothing() {
        var id = latest();
        assertThat(colleagues.as("ren").get("/api/lawchanges").status()).isEqualTo(403);
        for (var path : List.of("", "/lines/1/marks", "/lines/1/matters", "/book")) {
            var asked = "/api/lawchanges/" + id + (path.isEmpty() ? "/lines" : path);
            assertThat(colleagues.as("ren").get(asked).status()).as(asked).isEqualTo(404);
        }
        assertThat(colleagues.as("zong").move(id, "take", Map.of()).status()).isEqualTo(403);
        assertThat(colleagues
                        .as("fa")
                        .get("/api/lawchanges/" + id + "/lines/99/marks")
                        .status())
                .isEqualTo(404);
        assertThat(colleagues
                        .as("fa")
                        .get("/api/lawchanges/" + new UUID(0, 1) + "/lines")
                        .status())
                .isEqualTo(404);
        assertThat(colleagues
                        .as("fa")
                        .get("/api/lawchanges/" + id + "/lines?standing=MAYBE")
                        .status())
                .isEqualTo(422);
        var byHand = colleagues.as("fa").post("/api/scenes/lawchanges", Map.of("edition", "x".repeat(36), "law", "x"));
        assertThat(byHand.status()).isEqualTo(403);
    }

    @Test
    @Order(5)
    void whatCantBeSaidOfALineIsToldByItsLineAndNothingIsKept() {
        var id = latest();
        assertThat(mark(id, unaffected(1)).status()).as("it isn't begun").isEqualTo(409);
        ok(colleagues.as("fa").move(id, "take", Map.of()));
        var refused = mark(
                id,
                List.of(
                        unaffected(1),
                        unaffected(1),
                        unaffected(7),
                        Map.of("no", 2, "result", "TO_CHANGE", "reason", "还没有定")));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()
                        .path("fields")
                        .valueStream()
                        .map(field -> field.path("name").asString("")))
                .containsExactly("lines.1.no", "lines.2.no", "lines.3.by");
        Stream.of(
                        Map.<String, Object>of("no", 1, "result", "CHANGED", "reason", "改好了"),
                        toChange(1, today().minusDays(1)),
                        toChange(1, today().plusDays(40)),
                        Map.<String, Object>of("no", 1, "result", "UNAFFECTED", "reason", ""),
                        Map.<String, Object>of("no", 1, "result", "FINE", "reason", "改好了"))
                .forEach(said ->
                        assertThat(mark(id, said).status()).as(said.toString()).isEqualTo(422));
        assertThat(lines(id).path("open").asInt(0)).isEqualTo(2);
        int version = lines(id).path("version").asInt(0);
        ok(mark(id, toChange(1, today().plusDays(9))));
        var stale = colleagues.as("fa").with("If-Match", "\"" + version + "\"");
        var late = stale.post("/api/matters/" + id + "/moves/mark", Map.of("lines", List.of(unaffected(1))));
        stale.without("If-Match");
        assertThat(late.status()).isEqualTo(412);
    }

    @Test
    @Order(6)
    void whatIsToBeChangedKeepsItOpenAndHasADayThatRings() {
        var id = latest();
        assertThat(running(id)).contains("lawchanges.change " + today().plusDays(9));
        var early = colleagues.as("fa").move(id, "settle", Map.of());
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.text("detail")).contains("第 1 行（待改）").contains("第 2 行");
        ok(mark(id, List.of(toChange(1, today().plusDays(9)), toChange(2, today().plusDays(3)))));
        assertThat(rings(id)).isTrue();
        assertThat(running(id)).contains("lawchanges.change " + today().plusDays(3));
        assertThat(page(id).path("facts").toString()).contains("要等领导小组定数");
        assertThat(ok(colleagues.as("fa").get("/api/lawchanges/" + id + "/lines?standing=TO_CHANGE"))
                        .body()
                        .path("items"))
                .hasSize(2);
        ok(mark(id, changed(1)));
        assertThat(ok(colleagues.as("fa").get("/api/lawchanges/" + id + "/lines/1/marks"))
                        .body()
                        .path("items")
                        .valueStream()
                        .map(each -> each.path("result").asString("")))
                .containsExactly("CHANGED", "TO_CHANGE", "TO_CHANGE");
    }

    @Test
    @Order(7)
    void theNextEditionIsLinkedWithWhatIsStillOpen() {
        var former = latest();
        written("枫桥测试条例", today().minusDays(1), today().minusDays(1), THREE_DAYS.replace("三日", "七日"));
        Stream.of(1, 2, 3).parallel().forEach(each -> imported(lastFolder()));
        Stream.of(1, 2, 3).parallel().forEach(each -> round.round());
        rounds();
        assertThat(revisions()).hasSize(2);
        var next = latest();
        assertThat(next).isNotEqualTo(former);
        assertThat(ok(colleagues.as("fa").get("/api/matters/" + next + "/links"))
                        .body()
                        .toString())
                .contains(former);
        assertThat(running(next)).noneMatch(each -> each.startsWith("lawchanges.in-force"));
        assertThat(lines(next).path("items").path(0).at("/before/text").asString(""))
                .contains("五日内");
    }

    @Test
    @Order(8)
    void limitsLeftAsTheyAreAreConfirmedByASecondOfficer() {
        var id = revisions().getLast().path("id").asString("");
        ok(mark(id, unaffected(line(id, "LIMIT"))));
        assertThat(running(id)).noneMatch(each -> each.startsWith("lawchanges.change"));
        assertThat(colleagues.as("fa").move(id, "settle", Map.of()).status()).isEqualTo(409);
        ok(colleagues.as("fa").move(id, "submit", Map.of("words", "开始时按旧版本计算的照旧")));
        assertThat(colleagues
                        .as("fa")
                        .move(id, "confirm", Map.of("words", "同意"))
                        .status())
                .isEqualTo(409);
        ok(colleagues.as("fu").move(id, "send-back", Map.of("reason", "再看看第二件")));
        ok(colleagues.as("fa").move(id, "submit", Map.of("words", "第二件也照旧")));
        ok(colleagues.as("fu").move(id, "confirm", Map.of("words", "同意")));
        assertThat(page(id).path("stage").asString("")).isEqualTo("SETTLED");
        assertThat(running(id)).isEmpty();
        assertThat(page(id).path("facts").toString()).contains("复核意见").contains("第二件也照旧");
    }

    @Test
    @Order(9)
    void whatCameInByMistakeIsWithdrawnAndCanBeTakenUpAgain() {
        var id = latest();
        ok(colleagues.as("fa").move(id, "withdraw", Map.of("reason", "导入错了版本")));
        assertThat(running(id)).isEmpty();
        ok(colleagues.as("fa").move(id, "reopen", Map.of("reason", "核对过，版本没有错")));
        assertThat(page(id).path("stage").asString("")).isEqualTo("CHECKING");
        ok(mark(id, List.of(changed(line(id, "PARAMETER")), changed(line(id, "LIMIT")))));
        assertThat(colleagues
                        .as("fa")
                        .move(id, "submit", Map.of("words", "每一处都改了"))
                        .status())
                .as("nothing was left running as it is")
                .isEqualTo(409);
        ok(colleagues.as("fa").move(id, "settle", Map.of("note", "参数已经换成新版本")));
        assertThat(page(id).path("stage").asString("")).isEqualTo("SETTLED");
    }

    @Test
    @Order(10)
    void theLinesAreTakenOutAsATableAndTheTrailHolds() {
        var book = colleagues.as("fa").get("/api/lawchanges/" + latest() + "/book");
        assertThat(book.status()).isEqualTo(200);
        assertThat(book.header("Content-Type").orElse("")).contains("spreadsheet");
        assertThat(verification.verify(List.of()).faults()).isEmpty();
    }
}
