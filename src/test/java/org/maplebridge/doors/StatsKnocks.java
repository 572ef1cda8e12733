package org.maplebridge.doors;

import static org.maplebridge.doors.Knock.Whose.SIGNED_IN;
import static org.maplebridge.doors.Knock.Whose.THEIRS;
import static org.maplebridge.doors.Knock.on;

import java.util.List;
import java.util.Map;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.Wire;

/// At the doors of figures, goals and honours.
final class StatsKnocks {

    private static final String METRIC = "/api/stats/disputes.received";

    private StatsKnocks() {}

    /// @param right who may do all of it
    static List<Knock> of(Wire right) {
        House.ok(right.post("/api/stats/refresh", Map.of()));
        House.ok(right.post("/api/stats/targets", target(2030)));
        var target = right.get("/api/stats/targets").body().at("/items/0/id").asString("");
        House.ok(right.post("/api/stats/honours", honour("先进集体")));
        var honour = right.get("/api/stats/honours").body().at("/items/0/id").asString("");
        return List.of(
                on("GET /api/stats", SIGNED_IN, "/api/stats?from=2025-01-01"),
                on("GET /api/stats", SIGNED_IN, "/api/stats"),
                on("GET /api/stats/{metric}", SIGNED_IN, METRIC + "?by=category"),
                on("GET /api/stats/{metric}/records", SIGNED_IN, METRIC + "/records?source=VISIT"),
                on("GET /api/stats/warnings", SIGNED_IN, "/api/stats/warnings"),
                on("POST /api/stats/refresh", SIGNED_IN, "/api/stats/refresh").saying(Map.of()),
                on("GET /api/stats/targets", SIGNED_IN, "/api/stats/targets"),
                on("POST /api/stats/targets", THEIRS, "/api/stats/targets").saying(target(2031)),
                on("DELETE /api/stats/targets/{id}", THEIRS, "/api/stats/targets/" + target),
                on("GET /api/stats/honours", SIGNED_IN, "/api/stats/honours"),
                on("POST /api/stats/honours", THEIRS, "/api/stats/honours").saying(honour("先进个人")),
                on("DELETE /api/stats/honours/{id}", THEIRS, "/api/stats/honours/" + honour));
    }

    private static Map<String, ?> target(int year) {
        return Map.of("metric", "disputes.local", "area", County.TOWN, "year", year, "value", 90, "source", "镇里的方案");
    }

    private static Map<String, ?> honour(String title) {
        return Map.of("area", County.TOWN, "holder", "镇矛调中心", "title", title, "givenBy", "区里", "day", "2025-01-02");
    }
}
