package org.maplebridge.doors;

import static org.maplebridge.doors.Knock.Whose.SIGNED_IN;
import static org.maplebridge.doors.Knock.Whose.THEIRS;
import static org.maplebridge.doors.Knock.on;

import java.util.List;
import java.util.Map;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.Wire;

/// At the doors of registers: a mediator of the town, kept by the town's registrar.
final class RollKnocks {

    private static final String LINES = "/api/rolls/mediators/lines";

    private RollKnocks() {}

    /// @param right who may do all of it
    static List<Knock> of(House.Inside inside, Wire right) {
        var one = entered(right, "名册里的一位");
        var wrong = entered(right, "登错的一位");
        return List.of(
                on("GET /api/rolls", SIGNED_IN, "/api/rolls"),
                on("GET /api/rolls/{roll}", SIGNED_IN, "/api/rolls/mediators?kind=PART"),
                on("GET /api/rolls/{roll}/counts", SIGNED_IN, "/api/rolls/mediators/counts"),
                on("GET /api/rolls/{roll}/book", SIGNED_IN, "/api/rolls/mediators/book"),
                on("GET /api/rolls/{roll}/lines/{id}", SIGNED_IN, LINES + "/" + one),
                on("POST /api/rolls/{roll}/lines", THEIRS, LINES).saying(line("又一位")),
                on("POST /api/rolls/{roll}/lines/{id}/change", THEIRS, LINES + "/" + one + "/change")
                        .saying(Map.of(
                                "name",
                                "名册里的一位",
                                "firstDay",
                                "2025-01-02",
                                "facts",
                                Map.of("kind", "FULL"),
                                "reason",
                                "转为专职")),
                on("POST /api/rolls/{roll}/lines/{id}/end", THEIRS, LINES + "/" + one + "/end")
                        .saying(Map.of("lastDay", "2025-06-02", "reason", "解聘")),
                on("POST /api/rolls/{roll}/lines/{id}/withdraw", THEIRS, LINES + "/" + wrong + "/withdraw")
                        .saying(Map.of("reason", "登错了")),
                on("GET /api/mediators", SIGNED_IN, "/api/mediators"),
                on(
                        "GET /api/matters/{id}/rolls",
                        THEIRS,
                        "/api/matters/" + inside.matter().id() + "/rolls"));
    }

    private static String entered(Wire right, String name) {
        return House.ok(right.post(LINES, line(name))).text("id");
    }

    private static Map<String, ?> line(String name) {
        return Map.of("area", County.TOWN, "name", name, "firstDay", "2025-01-02", "facts", Map.of("kind", "PART"));
    }
}
