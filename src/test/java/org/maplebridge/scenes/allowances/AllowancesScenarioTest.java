package org.maplebridge.scenes.allowances;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.kernel.trail.Verification;
import org.springframework.beans.factory.annotation.Autowired;

/// A month's files become a sheet, the sheet becomes money, and a file that is opened again is taken back; through
/// HTTP, as time passes.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AllowancesScenarioTest extends AllowancesStory {

    @Autowired
    Verification verification;

    private List<String> ofQian = List.of();
    private List<String> ofSun = List.of();
    private List<String> ofZhao = List.of();
    private LocalDate month = LocalDate.EPOCH;
    private String sheet = "";
    // what turned out wrong when it was looked into
    private String taken = "";

    @Test
    @Order(1)
    void nothingIsListedBeforeTheMonthIsOver() {
        month = today().withDayOfMonth(1);
        ofQian = settled("qian", "WRITTEN", "石榴树", "屋檐水", "院墙角");
        ofSun = settled("sun", "ORAL", "水渠边");
        ofZhao = settled("zhao", "ORAL", "田埂边");
        round();
        var early = as("hesuan").post("/api/scenes/allowances", Map.of("month", today().toString()));
        refused(early, 422, "还没有过完");
        assertThat(sheets().stream().map(row -> row.path("month").asString(""))).doesNotContain(month.toString());
    }

    @Test
    @Order(2)
    void onceItIsOverTheSystemListsItsFilesOnce() {
        passTo(month.plusMonths(1).plusDays(9));
        round();
        round();
        sheet = sheet(month);
        assertThat(sheets().stream()
                        .filter(row -> row.path("month").asString("").equals(month.toString())))
                .hasSize(1);
        var again = as("hesuan").post("/api/scenes/allowances", Map.of("month", month.toString()));
        refused(again, 422, "已经有了");
        var facts = facts("hesuan", sheet);
        assertThat(facts)
                .contains("钱调解", "孙调解", "未定难易", "0.00 元，4 行", "暂不计发", "不在人民调解员名册")
                .doesNotContain("周石榴树", "吴石榴树");
        assertThat(as("qian").get("/api/matters/" + sheet).status()).isEqualTo(404);
        assertThat(as("lin").get("/api/matters/" + sheet).status()).isEqualTo(404);
        assertThat(mine("qian")).isEmpty();
    }

    @Test
    @Order(3)
    void theKeeperGradesEveryLineAndOnlyThenItIsShown() {
        refused(as("hesuan").move(sheet, "show", Map.of()), 409, "还没有定难易");
        var hard = Map.of("lines", "" + line(sheet, ofQian.get(0)), "weight", "HARD");
        refused(as("hesuan").move(sheet, "weigh", hard), 422, "疑难的写明理由");
        refused(as("hesuan").move(sheet, "weigh", Map.of("lines", "1-9", "weight", "PLAIN")), 422, "行号");
        ok(as("hesuan").move(sheet, "weigh", Map.of("lines", "1-5", "weight", "PLAIN")));
        ok(as("hesuan").move(sheet, "weigh", Map.of("lines", hard.get("lines"), "weight", "HARD", "reason", "牵涉三户人家")));
        // three written ones, one of them hard, and an oral one
        assertThat(facts("hesuan", sheet)).contains("700.00 元，4 行", "600.00 元，3 行", "100.00 元，1 行");
        var wrong = Map.of("line", line(sheet, ofSun.get(0)), "mediator", "没有的人", "reason", "当时是他调的");
        refused(as("hesuan").move(sheet, "attribute", wrong), 422, "名册上没有");
        var own = Map.of("line", line(sheet, ofSun.get(0)), "mediator", "简核算", "reason", "其实是我调的");
        refused(as("jian").move(sheet, "attribute", own), 409, "不能改成自己调的");
        // taken out by mistake: put back, looked at again, paid
        var at = line(sheet, ofSun.get(0));
        ok(as("hesuan").move(sheet, "take-out", Map.of("line", at, "reason", "看错了一行")));
        refused(as("hesuan").move(sheet, "drop", Map.of("reason", "没有要发的")), 409, "要发或者要扣的行");
        ok(as("hesuan").move(sheet, "put-back", Map.of("line", at, "reason", "看错了，应当发")));
        round();
        assertThat(facts("hesuan", sheet)).contains("700.00 元，4 行").doesNotContain("已剔除");
        refused(as("hesuan").move(sheet, "hand-on", Map.of("reason", "想请别人办")), 409, "本单位还有能办的人");
        ok(as("hesuan").move(sheet, "show", Map.of()));
    }

    @Test
    @Order(4)
    void aMediatorSeesTheirOwnLinesOnlyAndObjects() {
        var own = mine("qian").path(0);
        assertThat(own.path("sum").asString("")).isEqualTo("600.00");
        assertThat(own.path("lines")).hasSize(3);
        assertThat(own.toString()).doesNotContain("孙调解", "700.00").contains("\"mayContest\":true");
        assertThat(mine("hesuan")).isEmpty();
        // whoever is not in the register sees that, and what to do
        assertThat(mine("zhao").toString()).contains("暂不计发", "名册上没有您", "名册管理员登记", "6 个月内");
        assertThat(mine("zhao").at("/0/lines")).hasSize(1);
        int plain = line(sheet, ofQian.get(1));
        var said = Map.of("sheet", sheet, "line", plain, "reason", "这一件跑了五趟，应当算疑难");
        assertThat(as("sun").post("/api/allowances/mine/contests", said).status())
                .isEqualTo(404);
        ok(as("qian").post("/api/allowances/mine/contests", said));
        refused(as("qian").post("/api/allowances/mine/contests", Map.of("sheet", sheet, "line", plain)), 422, "写明为什么");
        refused(as("qian").post("/api/allowances/mine/contests", said), 409, "已经提过异议");
        var decision = Map.of("objection", 1, "ruling", "UPHELD", "weight", "HARD", "reason", "记录上确有五次走访");
        refused(as("hesuan").move(sheet, "decide", decision), 409, "由另一个人决定");
    }

    @Test
    @Order(5)
    void aSampleIsDrawnThatNobodyPicksAndAnotherOfficeLooksIntoIt() {
        rootAppears();
        var facts = facts("chou", sheet);
        assertThat(facts).contains("抽中的行", "总账的根", "怎么复算");
        refused(as("chou").move(sheet, "conclude", Map.of()), 409, "还没有查");
        var decision = Map.of("objection", 1, "ruling", "UPHELD", "weight", "HARD", "reason", "记录上确有五次走访");
        ok(as("chou").move(sheet, "decide", decision));
        assertThat(mine("qian").toString()).contains("成立：记录上确有五次走访", "750.00");
        int drawn = drawn(facts);
        taken = all().stream()
                .filter(each -> line(sheet, each) == drawn)
                .findFirst()
                .orElseThrow();
        refused(as("chou").move(sheet, "check", Map.of("line", drawn, "result", "DEFECT")), 422, "写明理由");
        ok(as("chou").move(sheet, "check", Map.of("line", drawn, "result", "DEFECT", "reason", "卷里没有调解记录")));
        // one of one is too many
        refused(as("chou").move(sheet, "conclude", Map.of()), 409, "整单退回");
        ok(as("chou").move(sheet, "send-back", Map.of("reason", "抽中的没有调解记录，请逐件核对")));
        assertThat(facts("hesuan", sheet)).contains("整单退回过", "已剔除", "抽查：卷里没有调解记录");
    }

    private List<String> all() {
        return Stream.concat(ofQian.stream(), ofSun.stream()).toList();
    }

    private static int drawn(String facts) {
        var found =
                java.util.regex.Pattern.compile("抽中的行\",\"value\":\"(\\d+)\"").matcher(facts);
        assertThat(found.find()).as(facts).isTrue();
        return Integer.parseInt(found.group(1));
    }

    @Test
    @Order(6)
    void whatWasSentBackIsLookedIntoWhollyAndApprovedByAThirdPerson() {
        ok(as("hesuan").move(sheet, "show", Map.of()));
        rootAppears();
        for (var matter : all()) {
            if (!matter.equals(taken)) {
                ok(as("chou").move(sheet, "check", Map.of("line", line(sheet, matter), "result", "OK")));
            }
        }
        ok(as("chou").move(sheet, "conclude", Map.of()));
        refused(as("shen").move(sheet, "approve", Map.of()), 409, "期满以后再批准");
        pass(Duration.ofDays(16));
        assertThat(as("chou").move(sheet, "approve", Map.of()).status()).isEqualTo(403);
        ok(as("shen").move(sheet, "approve", Map.of()));
        var late = Map.of("sheet", sheet, "line", line(sheet, ofSun.get(0)), "reason", "我也有不同意见");
        assertThat(as("sun").post("/api/allowances/mine/contests", late).status())
                .isEqualTo(409);
        ok(as("hesuan").move(sheet, "pay", Map.of("voucher", "婺财支〔2027〕12号", "day", today().toString())));
        assertThat(mine("sun").toString()).contains("已发放");
        var book = as("hesuan").get("/api/allowances/" + sheet + "/book");
        assertThat(book.status()).isEqualTo(200);
        assertThat(as("qian").get("/api/allowances/" + sheet + "/book").status())
                .isEqualTo(404);
    }

    @Test
    @Order(7)
    void whatIsOpenedAgainIsProposedForDeductionOnTheNextSheetAndAPersonDecides() {
        all().forEach(this::reopen);
        // settled again before anybody looks: paid once all the same
        var again =
                all().stream().filter(each -> !each.equals(taken)).findFirst().orElseThrow();
        pass(Duration.ofHours(3));
        settle("qian", again, "WRITTEN", "后来又");
        // whoever was missing in the register stands there now
        mediator("zhao", "赵调解");
        passTo(month.plusMonths(2).plusDays(9));
        round();
        var next = sheet(month.plusMonths(1));
        var facts = facts("hesuan", next);
        assertThat(facts).contains("赵调解", "待定扣回", "已经重新打开", "原在补贴单", "已经在补贴单", "一件只发一次");
        ok(as("hesuan").move(next, "weigh", Map.of("lines", "" + line(next, ofZhao.get(0)), "weight", "SIMPLE")));
        refused(as("hesuan").move(next, "show", Map.of()), 409, "还没有定扣不扣");
        takeBack(next, 3, "CONFIRM", "已经重新打开，没有履行");
        takeBack(next, 4, "DROP", "不是调解员的原因");
        ok(as("hesuan").move(next, "show", Map.of()));
        assertThat(facts("hesuan", next)).contains("不是调解员的原因", "不扣", "50.00 元");
        assertThat(mine("qian").toString() + mine("sun")).contains("扣回");
        assertThat(mine("zhao")).hasSize(2);
        assertThat(mine("zhao").path(0).toString()).contains("50.00").doesNotContain("名册上没有您");
        var contested = Map.of("sheet", next, "line", 3, "reason", "钱是按月走访的，不该扣");
        ok(as(doer(third(next))).post("/api/allowances/mine/contests", contested));
        var otherwise = Map.of("objection", 1, "ruling", "UPHELD", "weight", "HARD", "reason", "确实走访了");
        refused(as("jian").move(next, "decide", otherwise), 422, "扣回的只定成立不成立");
        ok(as("jian").move(next, "decide", Map.of("objection", 1, "ruling", "REJECTED", "reason", "没有履行，照扣")));
        // what is taken back or not is proposed once
        passTo(month.plusMonths(3).plusDays(9));
        round();
        assertThat(sheets().stream()
                        .filter(row -> row.path("month")
                                .asString("")
                                .equals(month.plusMonths(2).toString()))
                        .map(row -> row.path("stageTitle").asString("")))
                .containsExactly("没有件");
        assertThat(verification.verify(List.of()).faults()).isEmpty();
    }

    @Test
    @Order(8)
    void whatWasTakenBackIsPaidAgainOnlyOnceTheSumIsBack() {
        var next = sheet(month.plusMonths(1));
        var file = third(next);
        var doer = doer(file);
        settle(doer, file, "WRITTEN", "最后");
        passTo(month.plusMonths(4).plusDays(7));
        round();
        var later = sheet(month.plusMonths(3));
        assertThat(facts("hesuan", later)).contains("一件只发一次");
        rootAppears();
        ok(as("chou").move(next, "check", Map.of("line", drawn(facts("chou", next)), "result", "OK")));
        ok(as("chou").move(next, "conclude", Map.of()));
        ok(as("shen").move(next, "approve", Map.of()));
        round();
        assertThat(facts("hesuan", later)).contains("一件只发一次");
        ok(as("hesuan").move(next, "pay", Map.of("voucher", "婺财支〔2027〕19号", "day", today().toString())));
        round();
        assertThat(facts("hesuan", later)).doesNotContain("一件只发一次").contains("未定难易");
        // settled once more, and otherwise: a later month lists it as it is then
        ok(as("hesuan").move(later, "weigh", Map.of("lines", "1", "weight", "PLAIN")));
        reopen(file);
        pass(Duration.ofHours(3));
        settle(doer, file, "ORAL", "再一次");
        round();
        assertThat(facts("hesuan", later)).contains("办结情况变了", "0.00 元，0 行");
    }

    private String third(String next) {
        var facts = facts("hesuan", next);
        return all().stream()
                .filter(each -> facts.contains(each) && line(next, each) == 3)
                .findFirst()
                .orElseThrow();
    }

    private String doer(String file) {
        return ofSun.contains(file) ? "sun" : "qian";
    }

    private void takeBack(String next, int line, String correction, String reason) {
        ok(as("hesuan").move(next, "take-back", Map.of("line", line, "correction", correction, "reason", reason)));
    }
}
