package org.maplebridge.scenes.urgings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.TestClock;

/// What a supervisor draws by hand, and what the clock does with it.
class UrgingsByHandTest extends UrgingsStory {

    @Test
    void whatNobodyContestsBecomesFinalByTheClockAndNotBefore() {
        var dispute = dispute("13800005605");
        var urging = opened(dispute);
        issue(urging, "ren");
        drawing.round();
        assertThat(as("ren")
                        .get("/api/matters/" + dispute.id() + "/links")
                        .body()
                        .toString())
                .containsOnlyOnce(urging);
        answered(urging);
        ok(deduct(urging, 1));
        TestClock.pass(Duration.ofDays(2));
        alarms.sweep();
        assertThat(stage(urging)).isEqualTo("DEDUCTED");
        TestClock.pass(Duration.ofDays(20));
        alarms.sweep();
        assertThat(stage(urging)).isEqualTo("FINAL");
        assertThat(as("ren").move(urging, "contest", Map.of("reason", "来不及了吗")).status())
                .isEqualTo(409);
    }

    @Test
    void silenceGoesBackToTheSupervisorWhoDecides() {
        var urging = opened(dispute("13800005606"));
        issue(urging, "ren");
        TestClock.pass(Duration.ofDays(20));
        alarms.sweep();
        assertThat(stage(urging)).isEqualTo("UNANSWERED");
        ok(as("jian").move(urging, "remind", Map.of("reason", "请马上签收答复")));
        answered(urging);
        ok(as("jian").move(urging, "accept", Map.of("words", "已经办好")));
        assertThat(stage(urging)).isEqualTo("ACCEPTED");
    }

    @Test
    void nobodyDecidesOnAnUrgingThatNamesThemAndOnlyThoseAreNamedWhoseOfficeAnswers() {
        var urging = opened(dispute("13800005607"));
        var said = Map.of("required", "三天内答复", "by", today().plusDays(3).toString());
        var noDesk = new HashMap<String, Object>(said);
        noDesk.put("cadre", person("jing"));
        var refused = as("jian").move(urging, "issue", noDesk);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("fields").findValuesAsString("name")).containsExactly("cadre");
        issue(urging, "du");
        ok(as("du").move(urging, "serve", Map.of()));
        ok(as("du").move(urging, "reply", Map.of("cause", "没有及时交办", "done", "已经交办")));
        var own = as("du").move(urging, "accept", Map.of("words", "办好了"));
        assertThat(own.status()).isEqualTo(409);
        assertThat(own.text("rule")).isEqualTo("urgings.named");
        ok(as("jian").move(urging, "accept", Map.of("words", "办好了")));
    }

    @Test
    void whatHasEndedAndWhatOneDoesNotSeeIsNotUrged() {
        var dispute = dispute("13800005608");
        ok(as("ren").move(dispute.id(), "divert", Map.of("to", "LITIGATION", "reason", "双方要走诉讼", "informed", true)));
        for (String code : List.of(dispute.code(), "0000000000")) {
            var refused = as("jian")
                    .post(
                            "/api/scenes/urgings",
                            Map.of("cause", "OTHER", "code", code, "wrong", "来访没有人接待", "wanted", "书面答复"));
            assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
        }
        assertThat(as("ren")
                        .post(
                                "/api/scenes/urgings",
                                Map.of("cause", "OTHER", "code", dispute.code(), "wrong", "不服上级", "wanted", "书面答复"))
                        .status())
                .isEqualTo(403);
    }
}
