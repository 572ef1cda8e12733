package org.maplebridge.kernel.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.orgs.Offices;

/// Who is away: nothing is given to them, nothing waits for them, and where nobody is left somebody above is told.
class AbsenceTest extends AppointmentsStory {

    private String away(String who, String by, int from, int to) {
        var said = Map.of(
                "staff",
                person(who).toString(),
                "firstDay",
                today().plusDays(from).toString(),
                "lastDay",
                today().plusDays(to).toString(),
                "reason",
                "LEAVE");
        var answer = as(by).post("/api/absences", said);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.text("id");
    }

    private void back(String id, String by) {
        assertThat(as(by).delete("/api/absences/" + id).status()).isEqualTo(204);
    }

    private String desk(Opened matter) {
        return as("ren").get("/api/matters/" + matter.id()).text("post.title");
    }

    private String assigned(Opened matter, String to) {
        var answer = as("ren").move(matter.id(), "assign", Map.of("post", post(to).toString(), "reason", "按分工"));
        return answer.status() == 200 ? "" : answer.body().path("fields").toString();
    }

    private Opened registered(String words) {
        var matter = dispute(words);
        moved("ren", matter, "register", org.maplebridge.fixtures.DisputeForms.calm());
        moved(
                "ren",
                matter,
                "route",
                Map.of(
                        "area",
                        org.maplebridge.fixtures.County.TOWN,
                        "category",
                        "NEIGHBOUR",
                        "agency",
                        county.office("town").id().toString(),
                        "reason",
                        "在镇上"));
        return matter;
    }

    @Test
    void whoIsAwayIsMarkedOfferedLastAndGivenNothing() {
        var matter = registered("不给不在的人");
        var id = away("hua", "hua", 0, 2);
        var posts = as("ren").get("/api/posts").body().path("items");
        var last = posts.get(posts.size() - 1);
        assertThat(last.path("holder").asString("")).contains("测试员hua", "不在岗");
        assertThat(last.at("/people/0/awayUntil").asString(""))
                .isEqualTo(today().plusDays(2).toString());
        assertThat(assigned(matter, "hua")).contains("没有人在岗", "测试员hua", "在岗的有", "测试员ren");
        back(id, "hua");
        assertThat(assigned(matter, "hua")).isEmpty();
        intact();
    }

    @Test
    void whatLiesWithSomebodyGoesBackToEverybodyWhenTheirAbsenceBeginsAndSoDoesWhatComesMeanwhile() {
        var lying = registered("躺在桌上的");
        assertThat(assigned(lying, "hua")).isEmpty();
        var claimed = registered("签收了的");
        var task = task(claimed);
        assertThat(as("hua").post("/api/tasks/" + task + "/claim", Map.of()).status())
                .isEqualTo(200);
        var id = away("hua", "shou", 1, 3);
        assertThat(absentDesks.sweep()).as("tomorrow is tomorrow").isZero();
        assertThat(desk(lying)).isEqualTo("hua岗");
        TestClock.pass(Duration.ofDays(1));
        signIn();
        assertThat(absentDesks.sweep()).isEqualTo(2);
        assertThat(desk(lying)).isEmpty();
        assertThat(as("ren").get("/api/matters/" + lying.id() + "/trail").body().toString())
                .contains("回到公共待办", "测试员hua");
        var row = inbox(claimed);
        assertThat(row.at("/task/state").asString("")).isEqualTo("OPEN");
        assertThat(row.at("/task/leftBy").asString("")).isEqualTo("测试员hua");
        assertThat(as("hua").post("/api/tasks/" + task + "/claim", Map.of()).text("rule"))
                .isEqualTo("tasks.claim-present");
        assertThat(absentDesks.sweep()).as("once is enough").isZero();
        back(id, "shou");
        assertThat(as("hua").post("/api/tasks/" + task + "/claim", Map.of()).status())
                .isEqualTo(200);
        intact();
    }

    @Test
    void whoStandsInFindsTheSameDesk() {
        var desk = county.officer("dai", "town", "disputes.mediator");
        var matter = registered("有人代班的");
        moved("ren", matter, "assign", Map.of("post", desk.toString(), "reason", "按分工"));
        var shou = person("shou");
        transactions.run(
                Scope.job("test"),
                work -> offices.standIn(
                        work,
                        new Offices.StandIn(
                                desk, shou, work.today(), work.today().plusDays(5), "请假代班")));
        away("dai", "shou", 0, 5);
        absentDesks.sweep();
        assertThat(desk(matter)).isEqualTo("dai岗");
        assertThat(as("ren").get("/api/matters/" + matter.id()).text("post.holder"))
                .startsWith("测试员shou（代）")
                .contains("测试员dai（");
        intact();
    }

    @Test
    void whereNobodyIsLeftTheLevelAboveIsToldOnceADayAndNothingIsOverdueWithoutAnAlarm() {
        var matter = registered("没有人在的镇");
        var ids = List.of(away("ren", "ren", 0, 40), away("hua", "hua", 0, 40), away("shou", "shou", 0, 40));
        absentDesks.sweep();
        assertThat(nobodyThere.sweep()).isEqualTo(1);
        assertThat(nobodyThere.sweep()).as("once a day").isZero();
        var told = alerts("xian");
        assertThat(told).contains("NOBODY_THERE", "town办公室今天没有能办的人在岗", "测试员ren");
        assertThat(alerts("lin")).doesNotContain("NOBODY_THERE");
        TestClock.pass(Duration.ofDays(1));
        signIn();
        assertThat(nobodyThere.sweep()).isEqualTo(1);
        TestClock.pass(Duration.ofDays(20));
        signIn();
        alarms.sweep();
        assertThat(alerts("ren")).contains("OVERDUE", matter.code());
        TestClock.pass(Duration.ofDays(5));
        signIn();
        alarms.sweep();
        assertThat(alerts("xian")).contains("ESCALATED");
        for (int i = 0; i < ids.size(); i++) {
            back(ids.get(i), List.of("ren", "hua", "shou").get(i));
        }
        assertThat(nobodyThere.sweep()).as("they are back").isZero();
        intact();
    }

    @Test
    void absencesAreEnteredByOneselfOrWhoeverArrangesTheDaysAndWhyIsForTheirOfficeAlone() {
        var said = Map.of(
                "staff",
                person("ren").toString(),
                "firstDay",
                today().plusDays(19).toString(),
                "lastDay",
                today().plusDays(21).toString(),
                "reason",
                "TRIP");
        assertThat(as("lin").post("/api/absences", said).status()).isEqualTo(403);
        var entered = as("shou").post("/api/absences", said);
        assertThat(entered.status()).isEqualTo(201);
        assertThat(as("ren").post("/api/absences", said).body().path("fields").toString())
                .contains("已经登记过");
        var asked = "/api/absences?agency=" + county.office("town").id() + "&from=" + today().plusDays(19);
        assertThat(as("hua").get(asked).body().toString()).contains("出差", "测试员ren");
        assertThat(as("lin").get(asked).body().toString()).contains("测试员ren").doesNotContain("出差");
        assertThat(as("lin").delete("/api/absences/" + entered.text("id")).status())
                .isEqualTo(403);
        assertThat(as("ren")
                        .post("/api/absences", Map.of())
                        .body()
                        .path("fields")
                        .findValuesAsString("name"))
                .containsExactly("firstDay", "lastDay", "reason");
        var matter = dispute("主持人出差");
        assertThat(arrange("ren", matter, session(19, "09:00", "10:00"))
                        .body()
                        .path("fields")
                        .toString())
                .contains("host", "不在岗");
        back(entered.text("id"), "ren");
        arranged("ren", matter, session(19, "09:00", "10:00"));
    }

    @Test
    void theRosterIsWrittenAnewAndTellsWhoIsAwayAfterAll() {
        var day = today().plusDays(60);
        var path = "/api/duty?from=" + day;
        var turn = Map.of(
                "day",
                day.toString(),
                "shift",
                "MORNING",
                "staff",
                person("hua").toString());
        var put = as("shou").send("PUT", path, Map.of("items", List.of(turn)));
        assertThat(put.status()).as(put.toString()).isEqualTo(200);
        var id = away("hua", "hua", 60, 60);
        var read = as("lin").get(path + "&agency=" + county.office("town").id()).body();
        assertThat(read.at("/items/0/name").asString("")).isEqualTo("测试员hua");
        assertThat(read.at("/items/0/away").asBoolean(false)).isTrue();
        assertThat(read.path("mayArrange").asBoolean(true)).isFalse();
        assertThat(as("lin")
                        .send("PUT", path + "&agency=" + county.office("town").id(), Map.of("items", List.of()))
                        .status())
                .isEqualTo(403);
        assertThat(as("shou")
                        .send("PUT", path, Map.of("items", List.of(Map.of("day", "2020-01-01", "shift", "DAY"))))
                        .status())
                .isEqualTo(422);
        assertThat(as("shou")
                        .send("PUT", path, Map.of("items", List.of()))
                        .body()
                        .path("items")
                        .size())
                .isZero();
        back(id, "hua");
    }

    private String alerts(String who) {
        return as(who).get("/api/alerts?limit=200").body().toString();
    }

    private tools.jackson.databind.JsonNode inbox(Opened matter) {
        return as("ren")
                .get("/api/inbox?limit=200")
                .body()
                .path("items")
                .valueStream()
                .filter(row -> row.at("/matter/id").asString("").equals(matter.id()))
                .findFirst()
                .orElseThrow();
    }

    private UUID task(Opened matter) {
        return UUID.fromString(inbox(matter).at("/task/id").asString(""));
    }
}
