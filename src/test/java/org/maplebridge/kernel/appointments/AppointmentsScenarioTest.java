package org.maplebridge.kernel.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.fixtures.Wire;

/// Meetings about a matter, told through HTTP.
class AppointmentsScenarioTest extends AppointmentsStory {

    private void daysLater(int days) {
        TestClock.pass(Duration.ofDays(days));
        signIn();
    }

    @Test
    void aSessionIsArrangedPeopleAreSummonedOneComesAndTheMinutesStay() {
        var matter = dispute("晒谷场占了一半");
        var said = session(3, "09:00", "10:30");
        said.put(
                "guests",
                List.of(
                        Map.of("role", "PARTY", "party", 1),
                        Map.of("role", "LAWYER", "name", "测试律师"),
                        Map.of("role", "MEDIATOR", "staff", person("hua").toString())));
        arranged("ren", matter, said);
        moved("ren", matter, "summon", Map.of("session", 1, "how", "PHONE"));
        var first = sessions(matter).get(0);
        assertThat(first.path("stateTitle").asString("")).isEqualTo("已安排");
        assertThat(first.path("room").asString("")).isEqualTo(ROOM);
        assertThat(first.path("guests").toString())
                .contains("测**师", "周*梅", "电话")
                .doesNotContain("测试律师", "周小梅");
        daysLater(4);
        var none = as("ren").move(matter.id(), "hold", Map.of("session", 1, "came", List.of(Map.of("guest", 1))));
        assertThat(none.status()).as("without minutes").isEqualTo(422);
        assertThat(none.body().path("fields").toString()).contains("minutes");
        moved(
                "ren",
                matter,
                "hold",
                Map.of(
                        "session",
                        1,
                        "came",
                        List.of(Map.of("guest", 1), Map.of("guest", 3)),
                        "minutes",
                        "周小梅说晒谷场一家一半。",
                        "signed",
                        "到场的两位"));
        var held = sessions(matter).get(0);
        assertThat(held.path("state").asString("")).isEqualTo("HELD");
        assertThat(held.path("minutes").asString("")).contains("一家一半");
        assertThat(held.at("/guests/0/came").asBoolean(false)).isTrue();
        assertThat(held.at("/guests/1/came").asBoolean(true)).isFalse();
        assertThat(held.at("/guests/1/missed").asInt(0)).isEqualTo(1);
        var again = as("ren").move(matter.id(), "call-off", Map.of("session", 1, "reason", "开过了的"));
        assertThat(again.status()).isEqualTo(422);
        assertThat(as("ren")
                        .get("/api/matters/" + matter.id() + "/trail")
                        .body()
                        .toString())
                .contains("安排会面", "通知到场", "记录会面");
        intact();
    }

    @Test
    void whoStaysAwayTwiceIsTellingOfTwiceAndOfNothingElse() {
        var matter = dispute("约了两次都不来");
        for (int i = 1; i <= 2; i++) {
            var said = session(1, "14:00", "15:00");
            said.put("guests", List.of(Map.of("role", "PARTY", "party", 1)));
            arranged("ren", matter, said);
            moved("ren", matter, "summon", Map.of("session", i, "how", "IN_PERSON"));
            daysLater(2);
            moved("ren", matter, "hold", Map.of("session", i));
        }
        var all = sessions(matter);
        assertThat(all.findValuesAsString("state")).containsExactly("MISSED", "MISSED");
        assertThat(all.get(1).at("/guests/0/missed").asInt(0)).isEqualTo(2);
        intact();
    }

    @Test
    void aTakenRoomIsRefusedWithWhatIsFreeAndNothingOfTheOtherMatter() {
        var one = dispute("先订了房间的");
        var other = dispute("后来的一件");
        arranged("ren", one, session(20, "09:00", "11:00"));
        var said = session(20, "10:00", "11:30");
        said.put("host", person("hua").toString());
        var refused = arrange("shou", other, said);
        assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
        assertThat(refused.text("rule")).isEqualTo("appointments.clash");
        var words = refused.body().path("fields").toString();
        assertThat(words).contains("room", "09:00–11:00", "11:00–18:00").doesNotContain("先订了房间的", one.code(), one.id());
        var host = session(20, "09:30", "10:30");
        host.remove("room");
        host.put("place", "村委会");
        var led = arrange("ren", other, host);
        assertThat(led.status()).isEqualTo(422);
        assertThat(led.body().path("fields").toString()).contains("host", "测试员ren");
        said.put("starts", at(20, "11:00"));
        arranged("shou", other, said);
        intact();
    }

    @Test
    void whatIsCalledOffStaysWithItsReasonAndItsRoomIsFree() {
        var matter = dispute("下雨改期");
        arranged("ren", matter, session(22, "09:00", "10:00"));
        moved("ren", matter, "call-off", Map.of("session", 1, "reason", "台风来了"));
        var off = sessions(matter).get(0);
        assertThat(off.path("stateTitle").asString("")).isEqualTo("已取消");
        assertThat(off.path("reason").asString("")).isEqualTo("台风来了");
        arranged("ren", dispute("接着用这间"), session(22, "09:00", "10:00"));
        intact();
    }

    @Test
    void whatEndsKeepsNoRoom() {
        var matter = dispute("不调了");
        arranged("ren", matter, session(23, "09:00", "10:00"));
        var other = dispute("并到这一件里");
        moved("ren", matter, "merge", Map.of("matter", other.id(), "reason", "同一件事"));
        arranged("ren", other, session(23, "09:00", "10:00"));
        intact();
    }

    @Test
    void aVisitNamesAPlaceTakesNoRoomAndMayBeWrittenDownAfterwards() {
        var matter = dispute("老人腿脚不便");
        var visit = session(-1, "15:00", "16:00");
        visit.put("kind", "VISIT");
        assertThat(arrange("hua", matter, visit).body().path("fields").toString())
                .contains("place");
        visit.put("place", "筱溪村 12 号");
        assertThat(arrange("hua", matter, visit).body().path("fields").toString())
                .contains("room");
        visit.remove("room");
        arranged("hua", matter, visit);
        moved("hua", matter, "hold", Map.of("session", 1, "minutes", "上门听了老人的说法。", "ended", at(-1, "15:40")));
        assertThat(sessions(matter).get(0).path("state").asString("")).isEqualTo("HELD");
        intact();
    }

    @Test
    void aPartyReadsWhenAndWhereAnswersByTheCodeAndIsToldNobodysName() {
        var matter = dispute("邻居家的水管");
        var said = session(24, "09:00", "10:00");
        said.put("guests", List.of(Map.of("role", "PARTY", "party", 1), Map.of("role", "WITNESS", "name", "测试证人")));
        arranged("ren", matter, said);
        var own = new HashMap<String, Object>(Map.of("code", matter.code(), "phoneLast4", matter.digits()));
        var stranger = new Wire(port);
        var read = stranger.post("/api/public/own/sessions", own);
        assertThat(read.status()).as(read.toString()).isEqualTo(200);
        assertThat(read.body().toString()).contains("调解会", ROOM, "镇中心二楼").doesNotContain("证人", "测试");
        own.put("session", 1);
        own.put("reply", "NOT");
        own.put("wish", "想改到下午");
        var answered = stranger.post("/api/public/own/sessions/answer", own);
        assertThat(answered.status()).as(answered.toString()).isEqualTo(200);
        assertThat(answered.body().at("/items/0/replyTitle").asString("")).isEqualTo("来不了");
        assertThat(sessions(matter).at("/0/guests/0/wish").asString("")).isEqualTo("想改到下午");
        own.put("phoneLast4", "0000");
        assertThat(stranger.post("/api/public/own/sessions/answer", own).status())
                .isEqualTo(404);
        intact();
    }

    @Test
    void onlyWhoeverHandlesTheMatterArrangesAndTheOthersSeeNothingOfIt() {
        var matter = dispute("只归镇里");
        assertThat(arrange("lin", matter, session(25, "09:00", "10:00")).status())
                .isEqualTo(404);
        assertThat(arrange("xian", matter, session(25, "09:00", "10:00")).status())
                .isEqualTo(403);
        arranged("ren", matter, session(25, "09:00", "10:00"));
        assertThat(as("lin").get("/api/matters/" + matter.id() + "/sessions").status())
                .isEqualTo(404);
    }

    @Test
    void theCalendarShowsWhatISeeAndOtherwiseThatARoomIsTaken() {
        var matter = dispute("日程里的一件");
        arranged("ren", matter, session(26, "09:00", "10:00"));
        var town = county.office("town").id();
        var days = "?agency=" + town + "&from=" + day(26) + "&to=" + day(26);
        var own = as("ren").get("/api/sessions" + days).body();
        assertThat(own.toString()).contains(matter.code(), ROOM, "日程里的一件");
        var others = as("lin").get("/api/sessions" + days).body();
        assertThat(others.at("/items/0/title").asString("")).isEqualTo("已占用");
        assertThat(others.toString()).doesNotContain(matter.code(), matter.id(), "日程里的一件", "测试员");
        var file = as("ren").get("/api/sessions/mine?from=" + day(26));
        assertThat(file.header("Content-Type").orElse("")).startsWith("text/calendar");
        var text = file.raw().body();
        assertThat(text)
                .startsWith("BEGIN:VCALENDAR\r\n")
                .contains("SUMMARY:调解会 " + matter.code(), "LOCATION:" + ROOM, "T010000Z")
                .doesNotContain("周", "日程里的一件");
        assertThat(text.lines().map(line -> line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length))
                .allMatch(octets -> octets <= 75);
        assertThat(as("lin").get("/api/sessions?from=2026-01-01&to=2027-01-01").status())
                .isEqualTo(422);
    }
}
