package org.maplebridge.scenes.urgings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.TestClock;

/// Who answers for what is late or comes back too often, told through HTTP.
class UrgingsScenarioTest extends UrgingsStory {

    @Test
    void whatIsOverdueIsDrawnIssuedAnsweredSentBackDeductedContestedAndRevokedByAnother() {
        var dispute = dispute("13800005601");
        neglected();
        var urging = drawn(dispute);
        var page = ok(as("jian").get("/api/matters/" + urging)).body();
        var code = as("ren").get("/api/matters/" + dispute.id()).text("code");
        assertThat(page.path("title").asString(""))
                .as("what the dispute is about stays with those who handle it")
                .isEqualTo("督办：" + code);
        assertThat(page.path("words").asString("")).contains("登记", "逾期未办");
        assertThat(page.path("suggestions").toString()).contains("测试员ren");
        assertThat(as("ren")
                        .get("/api/matters/" + dispute.id() + "/links")
                        .body()
                        .toString())
                .as("what nobody has issued yet")
                .doesNotContain(urging);

        issue(urging, "ren");
        drawing.round();
        drawing.round();
        assertThat(as("ren")
                        .get("/api/matters/" + dispute.id() + "/links")
                        .body()
                        .toString())
                .containsOnlyOnce(urging);
        assertThat(as("ren").get("/api/matters/" + urging).body().path("facts").toString())
                .contains("测试员ren", "town办公室", dispute.id());
        assertThat(as("lin").get("/api/matters/" + urging).status()).isEqualTo(404);

        answered(urging);
        ok(as("jian").move(urging, "reject", Map.of("reason", "没有写清楚谁负责")));
        assertThat(stage(urging)).isEqualTo("SERVED");
        reply(urging);
        ok(as("jian").move(urging, "reject", Map.of("reason", "还是没有写清楚")));
        reply(urging);
        var third = as("jian").move(urging, "reject", Map.of("reason", "第三次退回"));
        assertThat(third.status()).isEqualTo(409);
        assertThat(third.text("rule")).isEqualTo("urgings.send-back-most");

        assertThat(deduct(urging, 6).status()).isEqualTo(422);
        ok(deduct(urging, 2));
        ok(as("ren").move(urging, "contest", Map.of("reason", "当天系统停机，有记录")));
        var own = as("jian").move(urging, "lift", Map.of("reason", "自己撤销自己的"));
        assertThat(own.status()).isEqualTo(409);
        assertThat(own.text("rule")).isEqualTo("urgings.another");
        var moves = as("jian").get("/api/matters/" + urging + "/moves").body();
        assertThat(moves.path("can").findValuesAsString("verb")).doesNotContain("lift", "uphold");
        ok(as("du").move(urging, "lift", Map.of("reason", "停机属实，不应扣分")));
        assertThat(stage(urging)).isEqualTo("LIFTED");
        assertThat(as("ren").get("/api/matters/" + urging).body().path("facts").toString())
                .contains("2 分", "停机属实");
        assertThat(verification.verify(List.of()).faults()).isEmpty();
    }

    @Test
    void nothingIsDrawnTwiceAndNotWhatIsOverBefore() {
        var dispute = dispute("13800005602");
        var done = dispute("13800005603");
        TestClock.pass(Duration.ofDays(2));
        alarms.sweep();
        TestClock.pass(Duration.ofDays(5));
        alarms.sweep();
        ok(as("ren").move(done.id(), "divert", Map.of("to", "LITIGATION", "reason", "双方要走诉讼", "informed", true)));
        drawing.round();
        TestClock.pass(Duration.ofDays(5));
        alarms.sweep();
        drawing.round();
        assertThat(urgings(dispute)).hasSize(1);
        assertThat(urgings(done)).isEmpty();
    }

    @Test
    void whatCameBackTwiceIsDrawnOnce() {
        var dispute = dispute("13800005604");
        ok(as("ren").move(dispute.id(), "register", DisputeForms.calm()));
        var village = county().office("village").id().toString();
        ok(as("ren")
                .move(
                        dispute.id(),
                        "route",
                        Map.of("area", County.VILLAGE, "category", "HOUSING", "agency", village, "reason", "就近")));
        ok(as("cun").move(dispute.id(), "return", Map.of("reason", "不归村里管")));
        drawing.round();
        assertThat(urgings(dispute)).isEmpty();
        ok(as("ren").move(dispute.id(), "transfer", Map.of("agency", village, "reason", "就在村里")));
        ok(as("cun").move(dispute.id(), "return", Map.of("reason", "还是不归村里管")));
        drawing.round();
        drawing.round();
        var urging = drawn(dispute);
        assertThat(as("jian").get("/api/matters/" + urging).text("words")).contains("退回 2 次");
        ok(as("jian").move(urging, "drop", Map.of("reason", "已经指定承办单位")));
        drawing.round();
        assertThat(stage(urging)).isEqualTo("DROPPED");
        assertThat(as("ren")
                        .get("/api/matters/" + dispute.id() + "/links")
                        .body()
                        .toString())
                .doesNotContain(urging);
    }
}
