package org.maplebridge.scenes.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.ground.Canonical;

/// Two look at a file without knowing of one another, told through HTTP.
class ReviewsScenarioTest extends ReviewsStory {

    private static final String[] NOTHING = {};

    private String drawn() {
        var file = ended("ren", County.TOWN);
        var all = plan(50);
        ok(as("zu").post("/api/reviews/plans", all));
        aDayLater();
        sampler.round();
        return review(file);
    }

    private static void blocked(Wire.Answer answer, String why) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
        assertThat(answer.toString()).contains(why);
    }

    @Test
    void theSecondOneDoesNotSeeTheFirstOnesMarksBeforeGivingTheirs() {
        var review = drawn();
        assertThat(as("yi").move(review, "check", Map.of("done", true)).toString())
                .contains("还有 8 项没有查");
        for (var half : List.of("[null]", "[{}]", "[{\"question\":\"D02\"}]", "[{\"result\":\"OK\"}]")) {
            var body = Canonical.MAPPER.readTree("{\"marks\":" + half + "}");
            var said = as("yi").send("POST", "/api/reviews/" + review + "/marks", body);
            assertThat(said.status()).as(half).isEqualTo(422);
            assertThat(said.toString()).contains("marks.0.");
        }
        assertThat(as("yi").send("POST", "/api/reviews/" + review + "/marks", Map.of())
                        .status())
                .isEqualTo(200);
        ok(save("yi", review, marks("D02")));
        ok(as("yi").move(review, "check", Map.of("done", true)));
        assertThat(save("yi", review, marks()).status()).as("given is given").isEqualTo(409);
        var sheet = ok(as("er").get("/api/reviews/" + review + "/sheet"));
        assertThat(sheet.body().path("opened")).isEmpty();
        assertThat(sheet.body().path("mine")).isEmpty();
        for (String path : List.of("", "/trail", "/moves")) {
            assertThat(as("er").get("/api/matters/" + review + path).toString())
                    .as(path)
                    .doesNotContain("材料里没有找到");
        }
        blocked(as("yi").move(review, "second-check", Map.of("done", true)), "不能自己查两遍");
        ok(save("er", review, marks("D02")));
        ok(as("er").move(review, "second-check", Map.of("done", true)));
        assertThat(as("er").get("/api/reviews/" + review + "/sheet").body().path("opened"))
                .hasSize(2);
        assertThat(verification.verify(List.of()).faults()).isEmpty();
    }

    @Test
    void whereTwoDifferAThirdDecidesAndAnotherPutsItRightAndAnotherConfirms() {
        var review = drawn();
        bothCheck(review, new String[] {"D02", "D05"}, new String[] {"D02", "D06"});
        blocked(as("yi").move(review, "concur", Map.of()), "两人不一致：D05、D06");
        blocked(as("er").move(review, "arbitrate", Map.of("done", true)), "请第三个人来");
        var asked = as("san").get("/api/reviews/" + review + "/sheet").body().path("asked");
        assertThat(asked.valueStream().map(each -> each.asString(""))).containsExactly("D05", "D06");
        ok(save(
                "san",
                review,
                List.of(
                        Map.of("question", "D05", "result", "DEFECT", "words", "缺一方签名"),
                        Map.of("question", "D06", "result", "OK"))));
        ok(as("san").move(review, "arbitrate", Map.of("done", true)));
        blocked(as("san").move(review, "pass", Map.of()), "已经认定有问题");
        ok(as("yi").move(review, "find-defects", Map.of("advice", "补签名，补告知记录")));
        assertThat(as("ren").get("/api/matters/" + review).toString()).contains("缺一方签名");
        assertThat(as("lin").get("/api/matters/" + review).status()).isEqualTo(404);
        blocked(as("zhao").move(review, "contest", Map.of("reason", "我觉得没有问题")), "由办过这件的人提出");
        ok(as("ren").move(review, "contest", Map.of("reason", "签名在另一页，材料第三份就是")));
        assertThat(as("ren").move(review, "rectify", Map.of("done", "改好了的")).status())
                .isEqualTo(409);
        blocked(as("yi").move(review, "decide", Map.of("struck", "D05", "reason", "看到了签名")), "不能决定");
        assertThat(as("si").move(review, "decide", Map.of("struck", "D05、D02", "reason", "看到了签名"))
                        .status())
                .isEqualTo(422);
        ok(as("si").move(review, "decide", Map.of("struck", "D05", "reason", "看到了签名，撤销这一项")));
        assertThat(as("ren").get("/api/matters/" + review).toString()).contains("已撤销");
        ok(as("zhao").move(review, "rectify", Map.of("done", "补了告知书，当事人已签收")));
        ok(as("yi").move(review, "send-back", Map.of("reason", "告知书没有日期")));
        ok(as("zhao").move(review, "rectify", Map.of("done", "补了日期")));
        ok(as("er").move(review, "sign-off", Map.of("seen", "看了补签的告知书原件")));
        assertThat(stage("er", review)).isEqualTo("CONFIRMED");
        var findings = ok(as("zu").get("/api/reviews/findings"));
        assertThat(findings.body().path("byDefect").findValuesAsString("code")).contains("D02", "D05");
        assertThat(findings.text("definition")).contains("分母");
        assertThat(as("yi").get("/api/reviews/findings").status()).isEqualTo(403);
        var earlier = ok(as("zu").get("/api/reviews/findings?from=2019-01-01&until=2019-12-31"));
        assertThat(earlier.body().path("byDefect")).isEmpty();
        assertThat(as("zu").get("/api/reviews/findings?from=2020-01-01&until=2019-12-31")
                        .status())
                .isEqualTo(422);
        assertThat(findings.body().at("/progress/concluded").asInt()).isPositive();
        assertThat(findings.body().at("/progress/most").asInt()).isEqualTo(1000);
        var tooLong = as("zu").get("/api/reviews/findings?from=2019-01-01&until=2023-12-31");
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.toString()).contains("一次最多看 3 年", "2021-01-01");
        assertThat(as("zu").get("/api/reviews/findings?until=-999999999-01-01").status())
                .isEqualTo(422);
        assertThat(as("zu").get("/api/reviews/findings/book").status()).isEqualTo(200);
        assertThat(as("yi").get("/api/reviews/findings/book").status()).isEqualTo(403);
        assertThat(verification.verify(List.of()).faults()).isEmpty();
    }

    @Test
    void whoDeclaredAnInterestAfterwardsReviewsNoMore() {
        var review = drawn();
        ok(save("yi", review, marks("D02")));
        ok(as("yi").post("/api/account/interests", Map.of("kind", "KIN", "name", "周小梅", "phone", "13800005678")));
        blocked(as("yi").move(review, "check", Map.of("done", true)), "应当回避");
        var own =
                as("yi").get("/api/account/interests").body().at("/items/0/id").asString("");
        ok(as("yi").delete("/api/account/interests/" + own));
        blocked(as("yi").move(review, "check", Map.of("done", true)), "应当回避");
    }

    @Test
    void whereNothingIsFoundItEnds() {
        var review = drawn();
        bothCheck(review, NOTHING, NOTHING);
        blocked(as("san").move(review, "arbitrate", Map.of("done", true)), "认定一致");
        ok(as("yi").move(review, "concur", Map.of()));
        blocked(as("yi").move(review, "find-defects", Map.of("advice", "没有什么要改的")), "没有认定任何问题");
        ok(as("yi").move(review, "pass", Map.of()));
        assertThat(stage("yi", review)).isEqualTo("CLEAN");
    }

    @Test
    void anObjectionThatHoldsEndsIt() {
        var review = drawn();
        bothCheck(review, new String[] {"D04"}, new String[] {"D04"});
        ok(as("er").move(review, "concur", Map.of()));
        ok(as("er").move(review, "find-defects", Map.of("advice", "补写履行方式")));
        ok(as("ren").move(review, "contest", Map.of("reason", "协议附页写明了履行方式")));
        ok(as("san").move(review, "uphold", Map.of("reason", "附页确实写明了")));
        assertThat(stage("san", review)).isEqualTo("OVERTURNED");
    }

    @Test
    void theReviewedFileIsShownToItsReviewersAndNoOtherFile() {
        var other = ended("ren", County.TOWN);
        var file = ended("ren", County.TOWN);
        assertThat(as("yi").get("/api/matters/" + other.id()).status()).isEqualTo(404);
        var refused = as("yi").post("/api/scenes/reviews", Map.of("code", file.code(), "reason", "有人反映协议不实"));
        assertThat(refused.status()).as("unseen files can't be picked").isEqualTo(422);
    }
}
