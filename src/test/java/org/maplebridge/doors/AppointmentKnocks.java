package org.maplebridge.doors;

import static org.maplebridge.doors.Knock.Whose.PUBLIC;
import static org.maplebridge.doors.Knock.Whose.SIGNED_IN;
import static org.maplebridge.doors.Knock.Whose.THEIRS;
import static org.maplebridge.doors.Knock.on;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.maplebridge.fixtures.Wire;

/// At the doors of meetings: one that is planned in the town, its room, its roster, and somebody who will be away.
final class AppointmentKnocks {

    private AppointmentKnocks() {}

    /// @param right who may do all of it
    static List<Knock> of(House.Inside inside, Wire right) {
        var matter = inside.matter().id();
        var town = inside.county().office("town").id().toString();
        House.ok(right.send("POST", "/api/rooms", room(town, "东边的房间")));
        House.ok(right.send("POST", "/api/rooms", room(town, "西边的房间")));
        var free = right.get("/api/rooms")
                .body()
                .path("items")
                .valueStream()
                .filter(each -> each.path("name").asString("").equals("西边的房间"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString("");
        var away = away(inside, 100);
        var now = OffsetDateTime.now(ZoneOffset.ofHours(8));
        House.ok(right.move(
                matter,
                "arrange",
                Map.of(
                        "kind",
                        "SESSION",
                        "starts",
                        now.plusDays(9).toString(),
                        "ends",
                        now.plusDays(9).plusHours(1).toString(),
                        "room",
                        "东边的房间",
                        "open",
                        false,
                        "topic",
                        "石榴树怎么修")));
        var absence = House.ok(right.send("POST", "/api/absences", away)).text("id");
        var own = Map.of("code", inside.other().code(), "phoneLast4", "5678");
        var answer = Map.of("code", inside.other().code(), "phoneLast4", "5678", "session", 1, "reply", "COMING");
        return List.of(
                on("GET /api/matters/{id}/sessions", THEIRS, "/api/matters/" + matter + "/sessions"),
                on("GET /api/sessions", SIGNED_IN, "/api/sessions"),
                on("GET /api/sessions/mine", SIGNED_IN, "/api/sessions/mine"),
                on("GET /api/rooms", SIGNED_IN, "/api/rooms"),
                on("POST /api/rooms", THEIRS, "/api/rooms").saying(room(town, "另一间")),
                on("DELETE /api/rooms/{id}", THEIRS, "/api/rooms/" + free),
                on("GET /api/absences", SIGNED_IN, "/api/absences"),
                on("POST /api/absences", THEIRS, "/api/absences").saying(away(inside, 120)),
                on("DELETE /api/absences/{id}", THEIRS, "/api/absences/" + absence),
                on("GET /api/duty", SIGNED_IN, "/api/duty"),
                on("PUT /api/duty", THEIRS, "/api/duty?agency=" + town).saying(Map.of("items", List.of())),
                on("POST /api/public/own/sessions", PUBLIC, "/api/public/own/sessions")
                        .saying(own),
                on("POST /api/public/own/sessions/answer", PUBLIC, "/api/public/own/sessions/answer")
                        .saying(answer));
    }

    private static Map<String, Object> room(String agency, String name) {
        return Map.of("agency", agency, "name", name, "seats", 8, "place", "二楼");
    }

    private static Map<String, Object> away(House.Inside inside, int days) {
        var day = OffsetDateTime.now(ZoneOffset.ofHours(8))
                .toLocalDate()
                .plusDays(days)
                .toString();
        return Map.of("staff", inside.spare().person().toString(), "firstDay", day, "lastDay", day, "reason", "TRIP");
    }
}
