package org.maplebridge.kernel.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.DisputeForms;

/// What leaves by another way than its end isn't told as finished.
class EndingsToldTest extends MessagesStory {

    @Test
    void whoeverHasADisputeHearsThatItWentElsewhereAndNotThatItIsDone() {
        var matter = dispute("独孤导甲", "13900000081");
        sent();
        at(10);
        moved(
                matter,
                "divert",
                Map.of("to", "ARBITRATION", "reason", "欠薪要走劳动仲裁", "office", "县劳动仲裁院", "informed", true));
        sent();
        assertThat(pigeon.to("13900000081")).hasSize(2).last().asString().contains("别的途径", matter.tail(), "town办公室");
        assertThat(pigeon.to("13900000081").getLast()).doesNotContain("办结", "仲裁", "欠薪");
    }

    @Test
    void whatIsMergedIsToldAsMergedAndGoesOn() {
        var kept = dispute("独孤并乙", "13900000082");
        var twice = dispute("独孤并乙", "13900000082");
        sent();
        at(10);
        moved(twice, "merge", Map.of("matter", kept.id(), "reason", "同一件事"));
        sent();
        var told = pigeon.to("13900000082").stream()
                .filter(text -> text.contains(twice.tail()))
                .toList();
        assertThat(told).last().asString().contains("合在一起").doesNotContain("办结");
        assertThat(told.stream().filter(text -> text.contains("合在一起"))).hasSize(1);
    }

    @Test
    void bothSidesHearThatAnAgentMayDoLessAndNotWho() {
        var matter = dispute("独孤委丁", "13900000084");
        moved(
                matter,
                "relate",
                Map.of(
                        "party",
                        1,
                        "relation",
                        "AGENT",
                        "power",
                        "SPECIAL",
                        "name",
                        "令狐代",
                        "phone",
                        "13900000085",
                        "from",
                        "2020-01-02",
                        "basis",
                        "授权委托书"));
        sent();
        at(10);
        moved(matter, "change-power", Map.of("party", 2, "power", "ENDED", "basis", "解除委托的书面告知"));
        sent();
        assertThat(pigeon.to("13900000084")).last().asString().contains("代理人", matter.tail(), "仍然有效");
        assertThat(pigeon.to("13900000084").getLast()).doesNotContain("令狐", "独孤");
    }

    @Test
    void whatIsClosedIsStillToldAsDone() {
        var matter = dispute("独孤结丙", "13900000083");
        handled(matter, DisputeForms.calm());
        moved(matter, "withdraw", Map.of("reason", "自己说和了"));
        moved(matter, "exempt", Map.of("reason", "DECLINED", "note", "他说不想评价"));
        moved(matter, "close", Map.of("summary", "申请人撤回。"));
        sent();
        at(10);
        sent();
        assertThat(pigeon.to("13900000083")).anyMatch(text -> text.contains("已办结"));
        assertThat(verification.verify(List.of()).faults()).isEmpty();
    }
}
