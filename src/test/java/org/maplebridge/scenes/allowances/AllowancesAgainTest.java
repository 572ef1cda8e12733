package org.maplebridge.scenes.allowances;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.MapleTest;

/// A sheet that is sent back and shown again on the same day; told through HTTP.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AllowancesAgainTest extends AllowancesStory {

    private static final String CONTESTS = "/api/allowances/mine/contests";

    private boolean mayContest(String sheet, int line) {
        for (var each : mine("qian")) {
            if (each.path("id").asString("").equals(sheet)) {
                for (var one : each.path("lines")) {
                    if (one.path("no").asInt(0) == line) {
                        return one.path("mayContest").asBoolean(false);
                    }
                }
            }
        }
        throw new AssertionError("no line " + line + " in " + mine("qian"));
    }

    @Test
    void whatIsShownAgainIsContestedAgainAlsoOnTheSameDay() {
        var month = today().withDayOfMonth(1);
        settled("qian", "WRITTEN", "篱笆", "水井");
        passTo(month.plusMonths(1).plusDays(9));
        round();
        var sheet = sheet(month);
        ok(as("hesuan").move(sheet, "weigh", Map.of("lines", "1-2", "weight", "PLAIN")));
        ok(as("hesuan").move(sheet, "show", Map.of()));
        var day = today();
        var said = Map.<String, Object>of("sheet", sheet, "line", 1, "reason", "跑了五趟，应当算疑难");
        assertThat(mayContest(sheet, 1)).isTrue();
        ok(as("qian").post(CONTESTS, said));
        assertThat(mayContest(sheet, 1)).isFalse();
        refused(as("qian").post(CONTESTS, said), 409, "已经提过异议");
        rootAppears();
        ok(as("chou").move(sheet, "send-back", Map.of("reason", "第 1 行的难易要重新定")));
        refused(as("qian").post(CONTESTS, said), 409, "");
        ok(as("hesuan").move(sheet, "show", Map.of()));
        assertThat(today()).as("all of this is one day").isEqualTo(day);
        assertThat(mayContest(sheet, 1)).as("it is shown anew").isTrue();
        ok(as("qian").post(CONTESTS, said));
        assertThat(mayContest(sheet, 1)).isFalse();
        refused(as("qian").post(CONTESTS, said), 409, "已经提过异议");
        assertThat(mayContest(sheet, 2)).as("the other line has none yet").isTrue();
        ok(as("qian").post(CONTESTS, Map.of("sheet", sheet, "line", 2, "reason", "这件也不简单")));
    }
}
