package org.maplebridge.scenes.allowances;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestDatabase;

/// What was taken out of one sheet and is paid by another; a sheet that everybody in the office must keep out of; and
/// the list of sheets.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AllowancesOnceTest extends AllowancesStory {

    private LocalDate month = LocalDate.EPOCH;
    private List<String> files = List.of();
    private String sheet = "";
    private String later = "";
    private int drawn;

    private String code(String id) {
        return ok(as("hesuan").get("/api/matters/" + id)).text("code");
    }

    private void contested(int line, String reason) {
        ok(as("qian").post("/api/allowances/mine/contests", Map.of("sheet", sheet, "line", line, "reason", reason)));
    }

    private static int drawn(String facts) {
        var found = Pattern.compile("抽中的行\",\"value\":\"(\\d+)\"").matcher(facts);
        assertThat(found.find()).as(facts).isTrue();
        return Integer.parseInt(found.group(1));
    }

    @Test
    @Order(1)
    void whoeverMustKeepOutHandsTheSheetOnToAnOfficeWhereSomebodyNeedNot() {
        officer("tan", "town", AllowancesLifecycle.CHECKER, "disputes.mediator");
        mediator("tan", "谭查件");
        month = today().withDayOfMonth(1);
        files = settled("qian", "WRITTEN", "石榴树", "屋檐水", "院墙角");
        passTo(month.plusMonths(1).plusDays(9));
        round();
        sheet = sheet(month);
        ok(as("hesuan").move(sheet, "weigh", Map.of("lines", "1-3", "weight", "PLAIN")));
        ok(as("hesuan").move(sheet, "show", Map.of()));
        rootAppears();
        drawn = drawn(facts("hesuan", sheet));
        refused(as("tan").move(sheet, "hand-on", Map.of("reason", "想请别人办")), 409, "本单位还有能办的人");
        assertThat(as("chou")
                        .move(sheet, "check", Map.of("line", drawn, "result", "OK"))
                        .status())
                .isEqualTo(403);
        int other = drawn == 1 ? 2 : 1;
        contested(other, "这一件当时是谭查件调的");
        contested(drawn, "这一件跑了五趟，应当算疑难");
        var his = Map.of("objection", 1, "ruling", "UPHELD", "mediator", "谭查件", "reason", "记录上是他主持的");
        ok(as("jian").move(sheet, "decide", his));
        refused(as("tan").move(sheet, "check", Map.of("line", drawn, "result", "OK")), 409, "单上有您自己的件");
        ok(as("tan").move(sheet, "hand-on", Map.of("reason", "单上有我调的件，本单位没有别的抽查员")));
        ok(as("chou").move(sheet, "check", Map.of("line", drawn, "result", "DEFECT", "reason", "卷里没有调解记录")));
        assertThat(facts("hesuan", sheet)).contains("已剔除");
    }

    @Test
    @Order(2)
    void whatAnotherSheetPaysByNowDoesNotComeBack() {
        var taken = files.stream()
                .filter(each -> line(sheet, each) == drawn)
                .findFirst()
                .orElseThrow();
        reopen(taken);
        pass(java.time.Duration.ofHours(3));
        settle("qian", taken, "WRITTEN", "后来又");
        passTo(today().plusMonths(1).withDayOfMonth(10));
        round();
        later = sheet(month.plusMonths(1));
        int there = line(later, taken);
        var again = as("chou").move(sheet, "check", Map.of("line", drawn, "result", "OK"));
        refused(again, 409, code(later));
        refused(again, 409, "一件只发一次");
        var upheld = Map.of("objection", 2, "ruling", "UPHELD", "weight", "HARD", "reason", "确有五次走访");
        refused(as("shen").move(sheet, "decide", upheld), 409, code(later));
        // nothing was done by half: the line is out, the objection open
        assertThat(facts("hesuan", sheet)).contains("已剔除", "卷里没有调解记录", "还没有决定");
        ok(as("hesuan").move(later, "take-out", Map.of("line", there, "reason", "在前一张单上发")));
        ok(as("chou").move(sheet, "check", Map.of("line", drawn, "result", "OK")));
        assertThat(facts("hesuan", sheet)).doesNotContain("已剔除");
    }

    @Test
    @Order(3)
    void whoeverBringsItBackAMomentAfterAnotherSheetIsToldWhichOnePaysIt() throws Exception {
        ok(as("chou").move(sheet, "check", Map.of("line", drawn, "result", "DEFECT", "reason", "卷里没有调解记录")));
        var file = files.stream()
                .filter(each -> line(sheet, each) == drawn)
                .findFirst()
                .orElseThrow();
        int there = line(later, file);
        var checker = as("chou");
        try (var other = TestDatabase.ofThisRun().behindTheBack();
                var restoring = other.createStatement();
                var late = Executors.newSingleThreadExecutor()) {
            other.setAutoCommit(false);
            restoring.execute("update allowances.line set state = 'PAYABLE' where matter = '%s' and no = %d"
                    .formatted(later, there));
            var answer = late.submit(() -> checker.move(sheet, "check", Map.of("line", drawn, "result", "OK")));
            TestDatabase.ofThisRun().untilSomebodyWaits();
            other.commit();
            refused(answer.get(), 409, code(later));
        }
        assertThat(facts("hesuan", sheet)).contains("已剔除");
    }

    @Test
    @Order(4)
    void theListIsCutDownByMonthStageAndOfficeAndGoesOnPageByPage() {
        var all = sheets();
        assertThat(all).hasSizeGreaterThan(1);
        assertThat(list("?month=" + month.plusDays(3))).containsExactly(sheet);
        assertThat(list("?stage=DRAWN")).containsExactly(sheet);
        assertThat(list("?stage=DRAFTED")).contains(later).doesNotContain(sheet);
        assertThat(list("?agency=" + office("town"))).hasSize(all.size());
        assertThat(ok(as("hesuan").get("/api/allowances/offices")).body().toString())
                .contains(office("town"))
                .doesNotContain(office("otherTown"));
        assertThat(list("?agency=" + office("otherTown"))).isEmpty();
        assertThat(list("?stage=PAID")).isEmpty();
        assertThat(list("?stage=DROPPED")).doesNotContain(sheet, later);
        assertThat(list("?month=" + month + "&stage=DRAWN&agency=" + office("town")))
                .containsExactly(sheet);
        refused(as("hesuan").get("/api/allowances?month=%2B999999999-01-01"), 422, "1950 到 2198 之间");
        refused(as("hesuan").get("/api/allowances?stage=NIX"), 422, "没有这个环节");
        refused(as("hesuan").get("/api/allowances?after=bm9uc2Vuc2U"), 422, "翻页标记不对");
        var first = ok(as("hesuan").get("/api/allowances?limit=1"));
        var rest = ok(as("hesuan").get("/api/allowances?limit=1&after=" + first.text("next")));
        assertThat(first.body().at("/items/0/id").asString(""))
                .isNotEqualTo(rest.body().at("/items/0/id").asString(""));
        assertThat(as("hesuan").get("/api/allowances/book?stage=DRAWN").status())
                .isEqualTo(200);
        assertThat(as("lin").get("/api/allowances").body().path("items")).isEmpty();
    }

    private List<String> list(String query) {
        return ok(as("hesuan").get("/api/allowances" + query))
                .body()
                .path("items")
                .valueStream()
                .map(row -> row.path("id").asString(""))
                .toList();
    }
}
