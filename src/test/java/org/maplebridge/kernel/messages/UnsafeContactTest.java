package org.maplebridge.kernel.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.TestClock;

/// Where a message could put somebody in danger it says nothing, and goes to nobody else.
class UnsafeContactTest extends MessagesStory {

    private Map<String, Object> violent(String respondent) {
        var said = new HashMap<String, Object>(DisputeForms.calmBut("violence", true));
        said.put("policeInformed", true);
        said.put("respondent", respondent);
        return said;
    }

    private void phoneOfOther(Opened matter, String phone) {
        moved(matter, "identify", Map.of("party", 2, "kind", "PHONE", "value", phone, "checked", "NOT_YET"));
    }

    @Test
    void afterViolenceNothingNamesTheMatterAndTheOtherSideHearsNothing() {
        var matter = dispute("独孤小甲", "13900001001");
        moved(matter, "register", violent("慕容小乙"));
        phoneOfOther(matter, "13900001002");
        sent();
        TestClock.pass(Duration.ofHours(1));
        moved(
                matter,
                "route",
                Map.of(
                        "area",
                        County.TOWN,
                        "category",
                        "FAMILY",
                        "agency",
                        county.office("town").id().toString(),
                        "reason",
                        "就近"));
        moved(matter, "accept", Map.of());
        moved(matter, "fail", Map.of("reason", "DANGER", "note", "有家庭暴力，停止调解", "informed", true));
        sent();
        TestClock.pass(Duration.ofHours(1));
        sent();
        assertThat(pigeon.to("13900001002")).as("the other side").isEmpty();
        assertThat(pigeon.to("13900001001"))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text)
                        .contains(matter.tail())
                        .doesNotContain("调解", "反映", "家", "暴力", "独孤", "慕容", "协议", "纠纷", "石榴", "事已"));
    }

    @Test
    void aPhoneThatBothSidesUseGetsNothingAndNobodyCallsIt() {
        var matter = dispute("独孤小丙", "13900001003");
        moved(matter, "register", violent("慕容小丁"));
        phoneOfOther(matter, "139 0000 1003");
        TestClock.pass(Duration.ofHours(1));
        heard();
        pigeon.taken.clear();
        dispatch.round();
        assertThat(pigeon.to("13900001003"))
                .as("also what was written before the danger was known")
                .isEmpty();
        moved(
                matter,
                "route",
                Map.of(
                        "area",
                        County.TOWN,
                        "category",
                        "NEIGHBOUR",
                        "agency",
                        county.office("town").id().toString(),
                        "reason",
                        "就近"));
        sent();
        assertThat(pigeon.to("13900001003")).isEmpty();
        assertThat(call(matter).orElseThrow().path("caution").asString("")).startsWith("不要打这个电话");
    }

    @Test
    void whereThereIsNoDangerASharedPhoneIsCalledAndAskedWhoIsThere() {
        var matter = dispute("独孤小戊", "13900001004");
        moved(matter, "register", DisputeForms.calmBut("respondent", "慕容小己"));
        phoneOfOther(matter, "13900001004");
        heard();
        TestClock.pass(Duration.ofHours(1));
        moved(
                matter,
                "route",
                Map.of(
                        "area",
                        County.TOWN,
                        "category",
                        "NEIGHBOUR",
                        "agency",
                        county.office("town").id().toString(),
                        "reason",
                        "就近"));
        heard();
        assertThat(call(matter).orElseThrow().path("caution").asString("")).contains("先确认接电话的是谁");
    }

    @Test
    void aFamilyMatterIsCarefulFromTheStart() {
        var matter = dispute("独孤小庚", "13900001005");
        handledAsFamily(matter);
        sent();
        TestClock.pass(Duration.ofHours(1));
        sent();
        assertThat(pigeon.to("13900001005")).last().asString().startsWith("查询码尾号" + matter.tail() + "有新消息");
    }

    private void handledAsFamily(Opened matter) {
        moved(matter, "register", DisputeForms.calm());
        moved(
                matter,
                "route",
                Map.of(
                        "area",
                        County.TOWN,
                        "category",
                        "FAMILY",
                        "agency",
                        county.office("town").id().toString(),
                        "reason",
                        "就近"));
    }
}
