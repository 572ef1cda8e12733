package org.maplebridge.scenes.disputes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maplebridge.scenes.disputes.DisputeTown.ok;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.Wire;

/// Which office a dispute goes to first, also while people are away.
class DisputesNearestTest extends DisputeStory {

    @BeforeAll
    void others() {
        county.officer("cuntiao", "village", DisputesLifecycle.MEDIATOR);
        county.officer("cunwang", "village", DisputesLifecycle.GRID);
        county.officer("cunkuai", "village", "kernel.registrar");
    }

    private String away(String who, int days) {
        var today = town.today();
        var said = Map.of(
                "firstDay", today.toString(), "lastDay", today.plusDays(days).toString(), "reason", "LEAVE");
        return ok(town.as(who).post("/api/absences", said)).text("id");
    }

    private void back(String who, String absence) {
        ok(town.as(who).delete("/api/absences/" + absence));
    }

    private Wire.Answer reported() {
        var said = new HashMap<String, Object>(DisputeForms.brought("晒谷场占道，两家争起来。", "葛秋", "13900001122"));
        said.put("area", County.VILLAGE);
        return ok(town.as("xianban").post("/api/scenes/disputes", said));
    }

    private String at(String matter) {
        return ok(town.as("xianban").get("/api/matters/" + matter)).text("agency.id");
    }

    private String why(String matter) {
        return ok(town.as("xianban").get("/api/matters/" + matter))
                .body()
                .path("facts")
                .toString();
    }

    @Test
    void anOfficeWhereEverybodyIsAwayIsPassedOverAndTheReasonIsShownButNotWhyTheyAreAway() {
        var near = reported().text("matter.id");
        assertThat(at(near)).isEqualTo(town.office("village"));
        assertThat(why(near)).doesNotContain("没有人在岗");

        var one = away("cuntiao", 3);
        var stillOne = reported().text("matter.id");
        assertThat(at(stillOne)).as("one is enough").isEqualTo(town.office("village"));

        var other = away("cunwang", 1);
        var passed = reported().text("matter.id");
        assertThat(at(passed)).isEqualTo(town.office("town"));
        var until = town.today().plusDays(1);
        assertThat(why(passed))
                .contains(
                        "village办公室今天没有人在岗（到" + until.getMonthValue() + "月" + until.getDayOfMonth() + "日为止），先到town办公室")
                .doesNotContain("请假", "休假", "测试员");

        ok(town.as("zhenban").move(passed, "register", DisputeForms.calm()));
        ok(town.as("zhenban")
                .move(
                        passed,
                        "route",
                        Map.of(
                                "area",
                                County.VILLAGE,
                                "category",
                                "NEIGHBOUR",
                                "agency",
                                town.office("village"),
                                "reason",
                                "后天就回来，还是村里办")));
        assertThat(at(passed)).as("people choose").isEqualTo(town.office("village"));
        assertThat(why(passed)).contains("后天就回来");

        back("cuntiao", one);
        back("cunwang", other);
        assertThat(at(reported().text("matter.id"))).as("they are back").isEqualTo(town.office("village"));
    }

    @Test
    void whereEverybodyIsAwayEverywhereTheLowestOfficeKeepsItAndSaysSo() {
        var away = new HashMap<String, String>();
        for (var who : new String[] {"cuntiao", "cunwang", "zhenban", "zhentiao", "xianban"}) {
            away.put(who, away(who, 2));
        }
        var kept = reported().text("matter.id");
        assertThat(at(kept)).isEqualTo(town.office("village"));
        assertThat(why(kept)).contains("各级都没有人，仍先到village办公室");
        away.forEach((who, absence) -> back(who, absence));
    }
}
