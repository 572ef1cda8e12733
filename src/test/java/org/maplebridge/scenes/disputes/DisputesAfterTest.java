package org.maplebridge.scenes.disputes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maplebridge.scenes.disputes.DisputeTown.ok;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.TestClock;

/// What becomes of an agreement: paid in parts, made good, opened again, doubtful.
class DisputesAfterTest extends DisputeStory {

    @Test
    void whoIsNotHelpedHasItOpenedAgainForAMonthAndWhatWasAgreedIsKept() {
        var opened = town.brought(Map.of());
        var id = opened.text("matter.id");
        var party = Map.of("code", opened.text("code"), "phoneLast4", "4321");
        town.begun(id);
        ok(town.as("zhentiao").move(id, "agree", town.agreement("店铺不再外摆，月底前清走。")));
        town.closed(id);
        TestClock.pass(Duration.ofDays(20));
        var progress = ok(town.nobody().post("/api/public/progress", party));
        assertThat(progress.body().path("moves").toString()).contains("\"verb\":\"reopen\"");
        var reason = new HashMap<String, Object>(party);
        reason.put("ground", "NOT_PERFORMED");
        reason.put("words", "没过几天又摆出来了");
        var again = ok(town.nobody().post("/api/public/moves/reopen", reason));
        assertThat(again.text("stage")).isEqualTo("ACCEPTED");
        assertThat(town.running(id, "disputes.respond")).isPresent();
        assertThat(town.facts(id)).contains("说好的没有做到").doesNotContain("已化解", "月底前清走");

        ok(town.as("zhentiao").move(id, "begin", Map.of("willing", "BOTH", "informed", true)));
        ok(town.as("zhentiao").move(id, "agree", town.agreement("划线为界，越线由城管清走。")));
        town.closed(id);
        assertThat(town.facts(id)).contains("划线为界", "已化解");
        TestClock.pass(Duration.ofDays(40));
        var late = town.nobody().post("/api/public/moves/reopen", reason);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("detail")).contains("时间已过");
    }

    @Test
    void whatIsOwedInPartsIsAskedForPartByPartAndIsNotFullBefore() {
        var id = town.brought(Map.of()).text("matter.id");
        town.begun(id);
        var said = town.agreement("赔偿九百元，分三次付清。");
        said.put("performBy", town.today().plusDays(90).toString());
        said.put(
                "plan",
                List.of(
                        Map.of("day", town.today().plusDays(30).toString(), "amount", "300"),
                        Map.of("day", town.today().plusDays(20).toString(), "amount", "300")));
        var backwards = town.as("zhentiao").move(id, "agree", said);
        assertThat(backwards.status()).isEqualTo(422);
        assertThat(backwards.body().path("fields").toString()).contains("plan.1.day");
        said.put(
                "plan",
                List.of(
                        Map.of("day", town.today().plusDays(30).toString(), "amount", "300"),
                        Map.of("day", town.today().plusDays(60).toString(), "amount", "300"),
                        Map.of("day", town.today().plusDays(90).toString(), "amount", "300", "what", "尾款")));
        var day = town.today();
        ok(town.as("zhentiao").move(id, "agree", said));
        assertThat(town.running(id, "disputes.perform")
                        .orElseThrow()
                        .path("lastDay")
                        .asString(""))
                .isGreaterThanOrEqualTo(day.plusDays(30).toString())
                .isLessThan(day.plusDays(45).toString());
        ok(town.as("zhentiao").move(id, "perform", Map.of()));
        var soon = town.as("zhentiao")
                .move(id, "performed", Map.of("day", day.toString(), "result", "FULL", "amount", "300"));
        assertThat(soon.status()).isEqualTo(422);
        assertThat(soon.text("detail") + soon.body().path("fields")).contains("900");
        ok(town.as("zhentiao").move(id, "performed", Map.of("day", day.toString(), "result", "PART", "amount", "400")));
        assertThat(town.running(id, "disputes.perform")
                        .orElseThrow()
                        .path("lastDay")
                        .asString(""))
                .isGreaterThanOrEqualTo(day.plusDays(60).toString());
        assertThat(town.facts(id)).contains("已付清", "已付 100.00 元", "还没有付");
        ok(town.as("zhentiao").move(id, "performed", Map.of("day", day.toString(), "result", "FULL", "amount", "500")));
    }

    @Test
    void oneDisputeCountedTwiceIsDoubtfulAlsoWithTheSumDividedAndNobodyIsStopped() {
        for (int turn = 0; turn < 2; turn++) {
            var id = town.brought(Map.of("applicant", "郑一", "phone", "13700007777", "respondent", "王二"))
                    .text("matter.id");
            town.accepted(id, DisputeForms.calmBut("amount", turn == 0 ? "50000" : "40000"));
            ok(town.as("zhentiao").move(id, "begin", Map.of("willing", "BOTH", "informed", true)));
            ok(town.as("zhentiao").move(id, "agree", town.agreement("各让一步，" + turn + "。")));
            TestClock.pass(Duration.ofHours(3));
            town.closed(id);
            var doubts = town.facts(id);
            if (turn == 0) {
                assertThat(doubts).doesNotContain("疑似一件拆成几件");
            } else {
                assertThat(doubts).contains("疑似一件拆成几件", "另有 1 件", "还没有说明");
            }
        }
    }

    /// A colleague who has had it in hand is no other pair of ears.
    /// Led elsewhere it leaves the figures of what was settled: a party that wasn't told would be lost with it.
    @Test
    void whatIsLedElsewhereWithoutWordOfHowThePartyWasToldIsDoubtful() {
        var said = new HashMap<String, Object>(Map.of("to", "DEPARTMENT", "reason", "由主管部门处理", "informed", true));
        var untold = town.brought(Map.of()).text("matter.id");
        town.begun(untold);
        ok(town.as("zhentiao").move(untold, "divert", said));
        assertThat(town.facts(untold)).contains("没有告知就导入其他途径", "由主管部门处理", "主管部门");

        var told = town.brought(Map.of()).text("matter.id");
        town.begun(told);
        said.put("toldHow", "FACE");
        said.put("toldOn", town.today().plusDays(1).toString());
        var early = town.as("zhentiao").move(told, "divert", said);
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.body().at("/fields/0/name").asString("")).isEqualTo("toldOn");
        said.put("toldOn", town.today().toString());
        ok(town.as("zhentiao").move(told, "divert", said));
        assertThat(town.facts(told)).contains("怎样告知的", "当面").doesNotContain("疑点");

        ok(town.as("zhenban").move(told, "reopen", Map.of("ground", "WRONGLY_CLOSED", "words", "那边说不归他们管")));
        assertThat(town.facts(told)).as("where it went is put aside").doesNotContain("怎样告知的");
    }

    @Test
    void whoeverBeganItDoesNotAlsoSayThatNobodyNeedBeAsked() {
        var id = town.brought(Map.of("applicant", "郑无声", "phone", "13700006666", "respondent", "王无声"))
                .text("matter.id");
        town.begun(id);
        ok(town.as("zhentiao").move(id, "fail", Map.of("reason", "NO_CONSENSUS", "note", "差得太远", "informed", true)));
        ok(town.as("zhentiao").move(id, "exempt", Map.of("reason", "DECLINED", "note", "说没有什么好评的")));
        ok(town.as("zhenban").move(id, "close", Map.of("summary", "谈不拢。")));
        assertThat(town.facts(id)).contains("免评是办过这件事的人记的");
    }

    @Test
    void aFightThatIsSettledAndMadeGoodMayBeForgivenByThePoliceOnly() {
        var id = town.brought(Map.of("source", "POLICE", "sender", "城关派出所")).text("matter.id");
        town.begun(id);
        ok(town.as("zhentiao").move(id, "agree", town.agreement("赔礼，赔偿二百元。")));
        ok(town.as("zhentiao").move(id, "perform", Map.of()));
        var asked = new HashMap<String, Object>(
                Map.of("by", "BOTH", "day", town.today().toString(), "written", true, "undecided", true));
        var early = town.as("zhentiao").move(id, "ask-waiver", asked);
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.text("article")).isEqualTo("治安管理处罚法第九条");
        ok(town.as("zhentiao").move(id, "performed", Map.of("day", town.today().toString(), "result", "FULL")));
        asked.put("written", false);
        assertThat(town.as("zhentiao").move(id, "ask-waiver", asked).status()).isEqualTo(422);
        asked.put("written", true);
        ok(town.as("zhentiao").move(id, "ask-waiver", asked));
        assertThat(town.facts(id)).contains("是否认可由公安机关依法决定").doesNotContain("不予处罚\"");
        assertThat(town.running(id, "disputes.waiver")).isPresent();
        ok(town.as("zhentiao")
                .move(
                        id,
                        "decide-waiver",
                        Map.of("decision", "REFUSED", "day", town.today().toString(), "reason", "情节不属于较轻")));
        assertThat(town.facts(id)).contains("不认可", "情节不属于较轻");
    }

    /// Two people who owe one another nothing agree on a debt, so that a third gets nothing: the court is told what is
    /// odd, nobody is stopped, and the same haste over a small sum is nobody's business.
    @Test
    void whatTwoPeopleQuicklyAgreeOnIsPointedOutToTheCourtBeforeItConfirms() {
        var applied = Map.of(
                "choice", "APPLIED", "joint", true, "appliedOn", town.today().toString(), "court", "测试县人民法院");
        for (String sum : List.of("300", "480000")) {
            var id = town.brought(Map.of("applicant", "郑债" + sum, "phone", "13700009999", "respondent", "王欠" + sum))
                    .text("matter.id");
            town.accepted(id, DisputeForms.calmBut("amount", sum));
            ok(town.as("zhentiao").move(id, "begin", Map.of("willing", "BOTH", "informed", true)));
            ok(town.as("zhentiao").move(id, "agree", town.agreement("承认欠款，以房抵债，" + sum + " 元。")));
            ok(town.as("zhentiao").move(id, "confirm", applied));
            if (sum.equals("300")) {
                assertThat(town.facts(id)).contains("司法确认").doesNotContain("法院留意");
            } else {
                assertThat(town.facts(id)).contains("法院留意", "不到 24 小时", "第二十三条", "还没有说明");
            }
        }
    }
}
