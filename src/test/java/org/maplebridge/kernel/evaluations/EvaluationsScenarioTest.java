package org.maplebridge.kernel.evaluations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.sampling.Sampler;
import org.maplebridge.kernel.trail.Sequencer;
import org.maplebridge.kernel.trail.Verification;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What a party thinks, said by themselves or heard from them, told through HTTP.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvaluationsScenarioTest {

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    @Autowired
    Sequencer sequencer;

    @Autowired
    Sampler sampler;

    @Autowired
    Verification verification;

    private final Map<String, Wire> people = new HashMap<>();

    @BeforeAll
    void found() {
        var county = new County(transactions, offices, access).founded();
        county.officer("ren", "town", "disputes.dispatcher", "disputes.mediator", "disputes.clerk");
        county.officer("hui", "town", "disputes.clerk");
        county.officer("jian", "county", "kernel.supervisor");
        county.officer("yi", "county", "reviews.reviewer");
        county.officer("zu", "county", "sampling.organiser");
        signIn();
    }

    private void signIn() {
        List.of("ren", "hui", "jian", "yi", "zu").forEach(login -> people.put(login, new Wire(port).as(login)));
    }

    private Wire as(String login) {
        return java.util.Objects.requireNonNull(people.get(login));
    }

    private static Wire.Answer ok(Wire.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return answer;
    }

    private record File(String id, String code) {}

    /// A dispute whose mediation failed: its party is to be asked.
    private File failed() {
        var opened = ok(as("ren").post("/api/scenes/disputes", DisputeForms.brought("树枝伸过了墙", "周小梅", "13800005678")));
        var id = opened.text("matter.id");
        var office = transactions.run(
                Scope.job("test"),
                work -> offices.at(work).agencies(County.TOWN).stream()
                        .filter(agency -> agency.kind().equals("TOWN_CENTER"))
                        .findFirst()
                        .orElseThrow()
                        .id());
        ok(as("ren").move(id, "register", DisputeForms.calm()));
        ok(as("ren")
                .move(
                        id,
                        "route",
                        Map.of(
                                "area",
                                County.TOWN,
                                "category",
                                "NEIGHBOUR",
                                "agency",
                                office.toString(),
                                "reason",
                                "就近办理")));
        ok(as("ren").move(id, "accept", Map.of()));
        ok(as("ren").move(id, "begin", Map.of("willing", "BOTH", "informed", true)));
        ok(as("ren").move(id, "fail", Map.of("reason", "NO_CONSENSUS", "note", "分歧太大", "informed", true)));
        return new File(id, opened.text("code"));
    }

    private static Map<String, Object> heard(String outcome) {
        return Map.of("party", 1, "channel", "PHONE", "outcome", outcome);
    }

    private Map<String, Object> code(File file, Map<String, Object> more) {
        var said = new HashMap<String, Object>(more);
        said.put("code", file.code());
        said.put("phoneLast4", "5678");
        return said;
    }

    private Wire.Answer said(File file, String grade) {
        return new Wire(port).post("/api/public/evaluations", code(file, Map.of("grade", grade)));
    }

    private Wire.Answer own(File file) {
        return ok(new Wire(port).post("/api/public/own/evaluations", code(file, Map.of())));
    }

    @Test
    void whoeverHandledItRecordsNothing() {
        var file = failed();
        var said = Map.of("grade", "SATISFIED", "channel", "PHONE");
        var refused = as("ren").move(file.id(), "evaluate", said);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.toString()).contains("您办过这件事");
        assertThat(as("ren").move(file.id(), "call-back", heard("NO_ANSWER")).status())
                .isEqualTo(409);
        ok(as("hui").move(file.id(), "evaluate", said));
        assertThat(as("hui").get("/api/matters/" + file.id()).text("stage")).isEqualTo("EVALUATED");
    }

    @Test
    void nobodyIsUnreachableWhoWasNotTriedThreeTimes() {
        var file = failed();
        var exempt = Map.of("reason", "UNREACHABLE", "note", "打了几次没有人接");
        for (int tries = 0; tries < 3; tries++) {
            assertThat(as("hui").move(file.id(), "exempt", exempt).toString()).contains("够 3 次");
            ok(as("hui").move(file.id(), "call-back", heard(tries == 1 ? "WRONG_NUMBER" : "NO_ANSWER")));
        }
        assertThat(as("hui").move(file.id(), "call-back", heard("NO_ANSWER")).toString())
                .contains("不再打扰");
        ok(as("hui").move(file.id(), "exempt", exempt));
        assertThat(verification.verify(List.of()).faults()).isEmpty();
    }

    @Test
    void aPartyIsToldWhoWroteItDownAndSaysOtherwise() {
        var file = failed();
        ok(as("hui").move(file.id(), "evaluate", Map.of("grade", "SATISFIED", "channel", "PHONE")));
        var told = own(file);
        assertThat(told.text("items")).isEmpty();
        assertThat(told.body().at("/items/0/by").asString("")).contains("工作人员代记");
        assertThat(told.body().path("mayCorrect").asBoolean()).isTrue();
        assertThat(as("hui")
                        .move(file.id(), "evaluate-again", Map.of("grade", "SATISFIED"))
                        .status())
                .as("nobody says it for them")
                .isEqualTo(403);
        ok(said(file, "DISSATISFIED"));
        var after = own(file).body().path("items");
        assertThat(after.findValuesAsString("gradeTitle")).containsExactly("满意", "不满意");
        assertThat(after.at("/0/counts").asBoolean()).isFalse();
        assertThat(after.at("/1/by").asString("")).isEqualTo("您自己");
        ok(as("ren").move(file.id(), "close", Map.of("summary", "没有调成，已告知其他途径")));
        assertThat(said(file, "SATISFIED").status())
                .as("said by themselves, and closed")
                .isEqualTo(409);
        assertThat(verification.verify(List.of()).faults()).isEmpty();
    }

    @Test
    void whatAnOfficerWroteDownCanBeCorrectedForSomeDaysAfterTheEnd() {
        var file = failed();
        ok(as("hui").move(file.id(), "evaluate", Map.of("grade", "SATISFIED", "channel", "DOOR")));
        ok(as("ren").move(file.id(), "close", Map.of("summary", "没有调成，已告知其他途径")));
        assertThat(own(file).text("until")).isNotEmpty();
        ok(said(file, "FAIRLY"));
        var late = failed();
        ok(as("hui").move(late.id(), "evaluate", Map.of("grade", "SATISFIED", "channel", "DOOR")));
        ok(as("ren").move(late.id(), "close", Map.of("summary", "没有调成，已告知其他途径")));
        TestClock.pass(Duration.ofDays(16));
        signIn();
        assertThat(own(late).body().path("mayCorrect").asBoolean()).isFalse();
        assertThat(said(late, "FAIRLY").status()).isEqualTo(409);
    }

    @Test
    void whoIsCalledOnceMoreAndSaysOtherwiseHasTheirFileReviewed() {
        var file = failed();
        ok(said(file, "SATISFIED"));
        ok(as("ren").move(file.id(), "close", Map.of("summary", "没有调成，已告知其他途径")));
        assertThat(as("hui").move(file.id(), "call-back", heard("NO_ANSWER")).toString())
                .as("whoever was not drawn is left in peace")
                .contains("没有抽中");
        TestClock.pass(Duration.ofDays(32));
        signIn();
        failed();
        sampler.round();
        failed();
        sequencer.drain();
        sampler.round();
        var list = ok(as("hui").get("/api/evaluations/call-backs"));
        var drawn = list.body()
                .path("items")
                .valueStream()
                .filter(row -> row.path("sampled").asBoolean())
                .toList();
        assertThat(drawn).as("one in ten, at least one").isNotEmpty();
        assertThat(list.toString())
                .as("what is recorded is not told to whoever asks")
                .doesNotContain("SATISFIED");
        var one = drawn.getFirst().path("matter").asString("");
        var said = new HashMap<>(heard("REACHED"));
        said.put("heard", "DISSATISFIED");
        ok(as("hui").move(one, "call-back", said));
        var reviews = as("zu").get("/api/matters?scene=reviews&limit=50").body().path("items");
        assertThat(reviews).hasSize(1);
        assertThat(as("zu").get("/api/matters/" + reviews.at("/0/id").asString(""))
                        .toString())
                .contains("回访听到的评价与记录的不一样");
        assertThat(as("yi").get("/api/matters/" + one).status())
                .as("reviewers see the file")
                .isEqualTo(200);
    }

    @Test
    void fewerThanThirtyTellNothing() {
        var file = failed();
        ok(said(file, "DISSATISFIED"));
        var summary = ok(as("jian").get("/api/evaluations/summary"));
        assertThat(summary.text("definition")).contains("有效评价");
        assertThat(summary.text("whole.hidden")).isEqualTo("样本不足 30，不显示");
        assertThat(summary.body().at("/whole/counts").isMissingNode()).isTrue();
        assertThat(summary.body().at("/rows/0/share").isMissingNode()).isTrue();
        assertThat(as("jian").get("/api/evaluations/words").body().path("items"))
                .isEmpty();
        assertThat(as("hui").get("/api/evaluations/words").status()).isEqualTo(403);
        assertThat(as("jian")
                        .get("/api/evaluations/summary?area=" + County.OTHER_COUNTY)
                        .status())
                .isEqualTo(403);
    }
}
