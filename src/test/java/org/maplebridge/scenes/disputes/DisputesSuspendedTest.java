package org.maplebridge.scenes.disputes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maplebridge.scenes.disputes.DisputeTown.ok;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.fixtures.TestDatabase;
import org.maplebridge.kernel.alerts.Alarms;
import org.springframework.beans.factory.annotation.Autowired;

/// Waiting for an expert stops the mediator's own clocks. It stops no clock of safety or of the law, keeps nobody from
/// being helped, and doesn't last for ever.
class DisputesSuspendedTest extends DisputeStory {

    @Autowired
    Alarms alarms;

    private void suspended(String id) {
        ok(town.as("zhentiao").move(id, "suspend", Map.of("reason", "等鉴定")));
    }

    private String state(String id, String parameter) {
        for (var limit : town.deadlines(id)) {
            if (limit.path("parameter").asString("").equals(parameter)) {
                return limit.path("state").asString("");
            }
        }
        return "";
    }

    private List<String> told(String id, String parameter) throws SQLException {
        try (var superuser = TestDatabase.ofThisRun().behindTheBack();
                var statement = superuser.createStatement();
                var rows = statement.executeQuery("""
                    select a.kind
                      from alerts.alert a
                      join matters.deadline d on d.matter = a.matter and d.no = a.deadline_no
                     where a.matter = '%s' and d.parameter = '%s'
                     order by a.kind
                    """.formatted(id, parameter))) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }

    private Instant end(String id) {
        return town.running(id, "matters.suspended-most")
                .map(limit ->
                        OffsetDateTime.parse(limit.path("at").asString("")).toInstant())
                .orElseThrow();
    }

    /// Whoever resumes for a moment and suspends again gains no new thirty days.
    @Test
    void howLongAMatterMayStandStillIsCountedTogether() {
        var id = town.brought(Map.of()).text("matter.id");
        town.begun(id);
        suspended(id);
        var first = end(id);
        TestClock.pass(Duration.ofDays(20));
        ok(town.as("zhentiao").move(id, "resume", Map.of("reason", "鉴定好了")));
        TestClock.pass(Duration.ofDays(2));
        suspended(id);
        assertThat(Duration.between(first, end(id)))
                .as("only the two days in between are added")
                .isBetween(Duration.ofDays(2), Duration.ofDays(6));
        TestClock.pass(Duration.ofDays(5));
        ok(town.as("zhentiao").move(id, "resume", Map.of("reason", "好了")));
        suspended(id);
        assertThat(Duration.between(first, end(id)))
                .as("the third time counts both before it")
                .isBetween(Duration.ofDays(2), Duration.ofDays(6));
    }

    @Test
    void whoIsInDangerIsHelpedInTimeHoweverLongTheMediationWaits() throws SQLException {
        var id = town.brought(Map.of()).text("matter.id");
        town.begun(id);
        ok(town.as("zhentiao")
                .move(id, "flag", Map.of("danger", "VIOLENCE", "note", "夜里有打骂声", "policeInformed", false)));
        suspended(id);
        assertThat(town.running(id, "disputes.report-danger")).isPresent();
        assertThat(town.running(id, "disputes.rights")).isPresent();
        assertThat(state(id, "disputes.mediate")).isEqualTo("SUSPENDED");
        TestClock.pass(Duration.ofHours(3));
        alarms.sweep();
        assertThat(told(id, "disputes.report-danger")).contains("OVERDUE");
        ok(town.as("zhentiao").move(id, "report-danger", Map.of("at", town.now().toString(), "office", "城关派出所")));
        assertThat(town.running(id, "disputes.report-danger")).isEmpty();
        assertThat(state(id, "disputes.mediate")).as("it still waits").isEqualTo("SUSPENDED");
    }

    @Test
    void aNewDangerIsFlaggedWhileItWaitsAndCountsFromThen() {
        var id = town.brought(Map.of()).text("matter.id");
        town.begun(id);
        suspended(id);
        var moves = ok(town.as("zhentiao").get("/api/matters/" + id + "/moves"));
        assertThat(moves.body().path("can").findValuesAsString("verb")).contains("flag", "withdraw", "resume");
        assertThat(moves.body().path("can").findValuesAsString("verb")).doesNotContain("agree", "fail");
        ok(town.as("zhentiao").move(id, "flag", Map.of("danger", "THREAT", "note", "说要同归于尽", "policeInformed", false)));
        assertThat(town.running(id, "disputes.report-danger")).isPresent();
        assertThat(state(id, "disputes.mediate")).isEqualTo("SUSPENDED");
    }

    @Test
    void whatTheLawGivesACourtOrAPetitionerRunsOn() {
        var petition =
                town.brought(Map.of("source", "PETITION", "sender", "区信访局")).text("matter.id");
        town.begun(petition);
        suspended(petition);
        assertThat(town.running(petition, "disputes.petition")).isPresent();
        assertThat(town.running(petition, "disputes.petition-tell")).isPresent();
        ok(town.as("zhentiao")
                .move(petition, "tell-petitioner", Map.of("day", town.today().toString(), "how", "PAPER")));

        var agreed = town.brought(Map.of()).text("matter.id");
        town.begun(agreed);
        ok(town.as("zhentiao").move(agreed, "agree", town.agreement("外摆收回。")));
        var before = town.running(agreed, "disputes.confirm").orElseThrow();
        suspended(agreed);
        assertThat(town.running(agreed, "disputes.confirm"))
                .as("thirty days of the law, whoever waits for whom")
                .map(limit -> limit.path("at"))
                .contains(before.path("at"));
        assertThat(town.running(agreed, "disputes.perform"))
                .as("the day they agreed on")
                .isPresent();
    }

    @Test
    void aPartyWithdrawsAlsoWhileItWaitsAndThatEndsTheWaiting() {
        var said = new HashMap<String, Object>(
                Map.of("words", "楼上漏水，要鉴定。", "area", County.TOWN, "day", "2025-01-02", "anonymous", false));
        said.put("name", "许小寅");
        said.put("phone", "13600004444");
        var filed = ok(town.nobody().post("/api/public/scenes/disputes", said));
        var id = filed.text("matter.id");
        town.begun(id);
        suspended(id);
        ok(town.nobody()
                .post(
                        "/api/public/moves/withdraw",
                        Map.of("code", filed.text("matter.code"), "phoneLast4", "4444", "reason", "不想再等了")));
        var matter = ok(town.as("zhentiao").get("/api/matters/" + id));
        assertThat(matter.text("stage")).isEqualTo("WITHDRAWN");
        assertThat(matter.body().path("suspendedAt").asString("")).isEmpty();
        assertThat(state(id, "matters.suspended-most")).isEqualTo("MET");
        assertThat(town.running(id, "disputes.evaluate")).isPresent();
    }

    @Test
    void aSuspensionHasALimitThatIsSeenInListsAndToldLikeAnyOther() throws SQLException {
        var id = town.brought(Map.of()).text("matter.id");
        town.begun(id);
        suspended(id);
        var limit = town.running(id, "matters.suspended-most").orElseThrow();
        assertThat(limit.path("verification").asString("")).isEqualTo("LOCAL_DEFAULT");
        assertThat(limit.at("/proof/lines").isEmpty()).isFalse();
        var row = ok(town.as("zhentiao").get("/api/matters?open=true&limit=200"))
                .body()
                .path("items")
                .valueStream()
                .filter(each -> each.path("id").asString("").equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(row.at("/due/parameter").asString("")).isEqualTo("matters.suspended-most");
        TestClock.pass(Duration.ofDays(60));
        alarms.sweep();
        assertThat(told(id, "matters.suspended-most")).contains("OVERDUE");
        ok(town.as("zhentiao").move(id, "resume", Map.of("reason", "鉴定好了")));
        assertThat(state(id, "matters.suspended-most")).isEqualTo("MET");
        assertThat(town.running(id, "disputes.mediate"))
                .as("what stood still runs on")
                .isPresent();
    }
}
