package org.maplebridge.scenes.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.ground.Hash;
import tools.jackson.databind.JsonNode;

/// A sample is ordered, drawn by a root that nobody knew, and computed again, told through HTTP.
class SamplingTest extends ReviewsStory {

    @Test
    void aSampleIsDrawnByALaterRootAndAnybodyWhoMayComputesItAgain() {
        for (int i = 0; i < 6; i++) {
            ended("ren", County.TOWN);
        }
        var alone = ended("lin", County.OTHER_TOWN);
        var plan = ok(as("zu").post("/api/reviews/plans", plan(3))).text("id");
        sequencer.drain();
        sampler.round();
        var early = proof(plan);
        assertThat(early.path("seed").isMissingNode()).as("the day is not over").isTrue();
        assertThat(early.path("files")).isEmpty();
        aDayLater();
        sampler.round();
        var proof = proof(plan);
        var root = Hash.parse(proof.path("root").asString(""));
        assertThat(proof.path("seed").asString(""))
                .isEqualTo(Hash.sm3(
                                "maplebridge/sample/1\n".getBytes(StandardCharsets.US_ASCII),
                                proof.path("text").asString("").getBytes(StandardCharsets.UTF_8),
                                root.bytes())
                        .toString());
        var files = files(proof);
        assertThat(files).as("what ended on another day was never in it").hasSize(7);
        files.stream()
                .collect(Collectors.groupingBy(each -> each.path("office").asString("")))
                .values()
                .forEach(office -> assertThat(office.stream()
                                .map(each -> each.path("key").asString(""))
                                .toList())
                        .isSorted());
        var drawn =
                files.stream().filter(each -> each.path("drawn").asBoolean()).toList();
        assertThat(drawn).hasSize(3);
        assertThat(drawn.stream().map(each -> each.path("id").asString("")))
                .as("each office at least once")
                .contains(alone.id());
        assertThat(review(alone)).isNotEmpty();
        sampler.round();
        assertThat(as("zu").get("/api/matters?scene=reviews&limit=200").body().path("items"))
                .as("nothing is handed out twice")
                .hasSize(3);
        var entry =
                as("lin").get("/api/matters/" + alone.id() + "/trail").body().at("/items/0");
        assertThat(entry.path("verb").asString("")).isEqualTo("draw-for-review");
        assertThat(entry.toString()).contains(proof.path("seed").asString(""));
        assertThat(verification.verify(List.of()).faults()).isEmpty();
        replaced(plan, alone, drawn);
    }

    /// One that can't be looked at makes room for the next in the order of its office.
    private void replaced(String plan, File alone, List<JsonNode> drawn) {
        var one = drawn.stream()
                .map(each -> each.path("id").asString(""))
                .filter(id -> !id.equals(alone.id()))
                .findFirst()
                .orElseThrow();
        var code = as("ren").get("/api/matters/" + one).text("code");
        ok(as("yi").move(review(new File(one, code)), "set-aside", Map.of("reason", "材料正在法院，取不到")));
        sampler.round();
        var after = files(proof(plan));
        assertThat(after.stream().filter(each -> each.path("drawn").asBoolean()))
                .hasSize(4);
        var dropped = after.stream()
                .filter(each -> !each.path("dropped").isMissingNode())
                .toList();
        assertThat(dropped)
                .singleElement()
                .satisfies(each -> assertThat(each.path("id").asString("")).isEqualTo(one));
        var places = after.stream()
                .filter(each -> each.path("office").equals(dropped.getFirst().path("office")))
                .toList();
        int gap = 0;
        for (var each : places) {
            gap += each.path("drawn").asBoolean() ? 0 : 1;
            assertThat(gap == 0 || !each.path("drawn").asBoolean())
                    .as("the drawn ones are the first ones: " + places)
                    .isTrue();
        }
    }

    @Test
    void oneKeyOrdersOnce() {
        var key = UUID.randomUUID().toString();
        var one = ok(as("zu").send(ordered(key)));
        var again = ok(as("zu").send(ordered(key)));
        assertThat(again.text("id")).isEqualTo(one.text("id"));
    }

    private java.net.http.HttpRequest.Builder ordered(String key) {
        return as("zu").request("/api/reviews/plans")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                        org.maplebridge.kernel.ground.Canonical.text(plan(2))));
    }

    @Test
    void onlyWhoeverOrganisesOrdersAndOnlyInTheirArea() {
        assertThat(as("yi").post("/api/reviews/plans", plan(2)).status()).isEqualTo(403);
        assertThat(as("ren").get("/api/reviews/plans").status()).isEqualTo(403);
        var abroad = plan(2);
        abroad.put("area", County.OTHER_COUNTY);
        assertThat(as("zu").post("/api/reviews/plans", abroad).status()).isEqualTo(422);
        var both = plan(2);
        both.put("percent", 10);
        assertThat(faults(as("zu").post("/api/reviews/plans", both))).contains("percent");
    }

    private static List<String> faults(Wire.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        return answer.body().path("fields").findValuesAsString("name");
    }

    private JsonNode proof(String plan) {
        return ok(as("zu").get("/api/reviews/plans/" + plan + "/proof")).body();
    }

    private static List<JsonNode> files(JsonNode proof) {
        var all = new ArrayList<JsonNode>();
        proof.path("files").forEach(all::add);
        return all;
    }
}
