package org.maplebridge.doors;

import static org.maplebridge.doors.Knock.Whose.PUBLIC;
import static org.maplebridge.doors.Knock.on;

import java.util.List;
import java.util.Map;

/// At the doors that lead somewhere in demo folders only; here nothing is behind them.
final class DemoKnocks {

    private DemoKnocks() {}

    static List<Knock> of(House.Inside house) {
        return List.of(
                on("POST /api/demo/clock", PUBLIC, "/api/demo/clock")
                        .saying(Map.of("matter", house.matter().id().toString())),
                on("POST /api/demo/tamper", PUBLIC, "/api/demo/tamper")
                        .saying(Map.of("matter", house.matter().code())));
    }
}
