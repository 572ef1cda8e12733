package org.maplebridge.kernel.rolls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// A small county that keeps registers, and what is asked of them again and again.
abstract class RollsStory {

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    @Autowired
    RollBook book;

    final Map<String, Wire> people = new HashMap<>();
    final Map<String, String> staff = new HashMap<>();
    LocalDate today = LocalDate.EPOCH;
    String town = "";

    @BeforeAll
    void found() {
        TestClock.reset();
        today = transactions.run(Scope.job("test"), Work::today);
        var county = new County(transactions, offices, access).founded();
        county.officer("zhenban", "town", "disputes.dispatcher", "disputes.clerk", "kernel.registrar");
        county.officer("zhentiao", "town", "disputes.mediator");
        county.officer("zhenban2", "town", "disputes.dispatcher");
        county.officer("jiandu", "county", "kernel.supervisor", "rolls.keeper");
        county.officer("linzhen", "otherTown", "kernel.registrar");
        town = county.office("town").id().toString();
        for (var login : new String[] {"zhenban", "zhentiao", "jiandu"}) {
            staff.put(login, county.actor(login).person().toString());
        }
    }

    Wire as(String user) {
        return people.computeIfAbsent(user, unseen -> new Wire(port).as(user));
    }

    static Wire.Answer ok(Wire.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return answer;
    }

    static void refused(Wire.Answer answer, int status, String words) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.body().toString()).contains(words);
    }

    static Map<String, Object> line(String area, String name, LocalDate day, Map<String, String> facts) {
        return Map.of("area", area, "name", name, "firstDay", day.toString(), "facts", facts);
    }

    static Map<String, Object> part(String parent, String name, LocalDate day, Map<String, String> facts) {
        return Map.of("parent", parent, "name", name, "firstDay", day.toString(), "facts", facts);
    }

    String enter(String user, String roll, Map<String, Object> said) {
        return ok(as(user).post("/api/rolls/" + roll + "/lines", said)).text("id");
    }

    JsonNode whole(String roll, String id) {
        return ok(as("zhentiao").get("/api/rolls/" + roll + "/lines/" + id)).body();
    }

    static Map<String, String> member(String role, boolean woman) {
        return Map.of("role", role, "woman", Boolean.toString(woman), "minority", "false", "chosen", "ELECTED");
    }

    String committee(String name) {
        return enter(
                "zhenban",
                "committees",
                line(County.VILLAGE, name, today.minusYears(4), Map.of("kind", "VILLAGE", "minorities", "false")));
    }

    Wire.Answer term(String committee, String name, LocalDate day) {
        return as("zhenban").post("/api/rolls/terms/lines", part(committee, name, day, Map.of("paper", "村民会议记录")));
    }

    static Map<String, Object> but(Map<String, ?> said, String field, Object value) {
        var changed = new HashMap<String, Object>(said);
        changed.put(field, value);
        return changed;
    }

    void counts(String metric, String matter) {
        ok(as("jiandu").post("/api/stats/refresh", Map.of()));
        var figure = ok(as("jiandu").get("/api/stats/" + metric)).body().path("figure");
        assertThat(figure.path("value").asInt()).as(figure.toString()).isEqualTo(1);
        var records = ok(as("zhenban").get("/api/stats/" + metric + "/records")).body();
        assertThat(records.toString()).contains(matter);
    }

    String dispute(String title) {
        var said = new HashMap<String, Object>(DisputeForms.brought(title, "申请人" + title, "13900004321"));
        said.put("area", County.TOWN);
        said.put("source", "PATROL");
        said.put("respondent", "被申请人" + title);
        return ok(as("zhentiao").post("/api/scenes/disputes", said)).text("matter.id");
    }

    void settle(String id) {
        settled(id);
        ok(as("zhentiao").move(id, "close", Map.of("summary", "办完了。")));
    }

    /// All but closed.
    void settled(String id) {
        ok(as("zhentiao").move(id, "register", DisputeForms.calm()));
        ok(as("zhentiao")
                .move(id, "route", Map.of("area", County.TOWN, "category", "LAND", "agency", town, "reason", "就近")));
        ok(as("zhentiao").move(id, "accept", Map.of()));
        handled(id);
    }

    /// Settled and closed a second time, after it was opened again.
    void settleAgain(String id) {
        handled(id);
        ok(as("zhentiao").move(id, "close", Map.of("summary", "又办完了。")));
    }

    private void handled(String id) {
        ok(as("zhentiao").move(id, "begin", Map.of("willing", "BOTH", "informed", true)));
        ok(as("zhentiao").move(id, "agree", DisputeForms.agreement(today, "青苗。", "按标准补。")));
        ok(as("zhentiao").move(id, "perform", Map.of()));
        ok(as("zhentiao").move(id, "performed", Map.of("day", today.toString(), "result", "FULL")));
        ok(as("zhenban").move(id, "evaluate", Map.of("grade", "SATISFIED", "channel", "PHONE")));
    }
}
