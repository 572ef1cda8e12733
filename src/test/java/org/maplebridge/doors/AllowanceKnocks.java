package org.maplebridge.doors;

import static org.maplebridge.doors.Knock.Whose.SIGNED_IN;
import static org.maplebridge.doors.Knock.Whose.THEIRS;
import static org.maplebridge.doors.Knock.on;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/// At the doors of allowances: a sheet of the town with a line of the right officer's own, who keeps it, too.
final class AllowanceKnocks {

    private AllowanceKnocks() {}

    static List<Knock> of(House house, House.Inside inside) {
        var right = house.as(House.RIGHT);
        var sheet = FirstSheets.allowance(house, House.RIGHT).id();
        house.chores()
                .line(
                        UUID.fromString(sheet),
                        UUID.fromString(inside.closed().id()),
                        inside.county().actor(House.RIGHT).person());
        house.chores()
                .running(
                        "AllowancesRound",
                        () -> right.get("/api/matters/" + sheet).text("stage").equals("DRAFTED"));
        House.ok(right.move(sheet, "show", Map.of()));
        return List.of(
                on("GET /api/allowances", SIGNED_IN, "/api/allowances"),
                on("GET /api/allowances/offices", SIGNED_IN, "/api/allowances/offices"),
                on("GET /api/allowances/book", SIGNED_IN, "/api/allowances/book"),
                on("GET /api/allowances/mine", SIGNED_IN, "/api/allowances/mine"),
                on("POST /api/allowances/mine/contests", THEIRS, "/api/allowances/mine/contests")
                        .saying(Map.of("sheet", sheet, "line", 1, "reason", "这一件不止跑了一趟")),
                on("GET /api/allowances/{id}/book", THEIRS, "/api/allowances/" + sheet + "/book"));
    }
}
