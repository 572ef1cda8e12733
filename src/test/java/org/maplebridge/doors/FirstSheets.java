package org.maplebridge.doors;

import java.util.Map;
import org.maplebridge.fixtures.County;

/// Matters about many others, opened by hand for the walks.
final class FirstSheets {

    private FirstSheets() {}

    /// Whatever came up most, looked through though it is little.
    static House.Filed learned(House house, String who) {
        var analyst = house.as(who);
        House.ok(analyst.post("/api/stats/refresh", Map.of()));
        var kinds = House.ok(analyst.get("/api/stats/disputes.received?by=category"))
                .body()
                .path("groups");
        return House.filed(House.ok(analyst.post(
                "/api/scenes/lessons",
                Map.of(
                        "area",
                        County.COUNTY,
                        "category",
                        kinds.path(0).path("label").asString(""),
                        "day",
                        house.today().toString(),
                        "reason",
                        "看看有没有共同的原因"))));
    }

    /// What mediators are to be paid for the month before.
    static House.Filed allowance(House house, String who) {
        return House.filed(House.ok(house.as(who)
                .post(
                        "/api/scenes/allowances",
                        Map.of("month", house.today().minusMonths(1).toString()))));
    }
}
