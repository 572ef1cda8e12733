package org.maplebridge.scenes.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
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

/// A town whose disputes have ended, reviewers in the county above, and somebody who orders samples.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ReviewsStory {

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
    Verification verification;

    @Autowired
    Sampler sampler;

    private final Map<String, Wire> people = new HashMap<>();

    @BeforeAll
    void found() {
        var county = new County(transactions, offices, access).founded();
        county.officer("ren", "town", "disputes.dispatcher", "disputes.mediator", "reviews.answerer");
        county.officer("zhao", "town", "reviews.answerer", "disputes.clerk");
        county.officer("lin", "otherTown", "disputes.dispatcher", "disputes.mediator", "reviews.answerer");
        for (String reviewer : List.of("yi", "er", "san", "si")) {
            county.officer(reviewer, "county", "reviews.reviewer");
        }
        county.officer("zu", "county", "sampling.organiser", "kernel.supervisor");
        List.of("ren", "zhao", "lin", "yi", "er", "san", "si", "zu")
                .forEach(login -> people.put(login, new Wire(port).as(login)));
    }

    Wire as(String login) {
        return java.util.Objects.requireNonNull(people.get(login));
    }

    static Wire.Answer ok(Wire.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return answer;
    }

    LocalDate today() {
        return transactions.run(Scope.job("test"), work -> work.today());
    }

    record File(String id, String code) {}

    /// A dispute that went elsewhere: it has ended.
    File ended(String login, String area) {
        var said = new HashMap<String, Object>(DisputeForms.brought("树枝伸过了墙", "周小梅", "13800005678"));
        said.put("area", area);
        var opened = ok(as(login).post("/api/scenes/disputes", said));
        var id = opened.text("matter.id");
        ok(as(login).move(id, "divert", Map.of("to", "LITIGATION", "reason", "双方要走诉讼", "informed", true)));
        return new File(id, opened.text("code"));
    }

    Map<String, Object> plan(int number) {
        var said = new HashMap<String, Object>();
        said.put("title", "一季度评查");
        said.put("purpose", "看调解有没有照法律做");
        said.put("scene", "disputes");
        said.put("area", County.COUNTY);
        said.put("from", today().toString());
        said.put("until", today().toString());
        said.put("number", number);
        return said;
    }

    /// The day is over, and something is written to the log after it.
    void aDayLater() {
        TestClock.pass(Duration.ofHours(25));
        people.replaceAll((login, wire) -> new Wire(port).as(login));
        ended("ren", County.TOWN);
        sequencer.drain();
    }

    /// The review of a file, opened by itself.
    String review(File file) {
        var found = as("zu").get("/api/matters?scene=reviews&limit=200").body().path("items");
        for (var row : found) {
            if (row.path("title").asString("").contains(file.code())) {
                return row.path("id").asString("");
            }
        }
        throw new AssertionError("no review of " + file.code() + " in " + found);
    }

    /// Everything is in order, but for these.
    static List<Map<String, Object>> marks(String... defects) {
        var all = new ArrayList<Map<String, Object>>();
        for (int i = 1; i <= 8; i++) {
            var code = "D0" + i;
            all.add(
                    List.of(defects).contains(code)
                            ? Map.of("question", code, "result", "DEFECT", "words", code + " 的材料里没有找到")
                            : Map.of("question", code, "result", "OK"));
        }
        return all;
    }

    Wire.Answer save(String login, String review, List<Map<String, Object>> marks) {
        return as(login).send("POST", "/api/reviews/" + review + "/marks", Map.of("marks", marks));
    }

    /// Both have checked: what each has found.
    void bothCheck(String review, String[] first, String[] second) {
        ok(save("yi", review, marks(first)));
        ok(as("yi").move(review, "check", Map.of("done", true)));
        ok(save("er", review, marks(second)));
        ok(as("er").move(review, "second-check", Map.of("done", true)));
    }

    String stage(String login, String matter) {
        return as(login).get("/api/matters/" + matter).text("stage");
    }
}
