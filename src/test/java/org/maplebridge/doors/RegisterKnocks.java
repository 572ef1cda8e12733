package org.maplebridge.doors;

import static org.maplebridge.doors.Knock.Whose.SIGNED_IN;
import static org.maplebridge.doors.Knock.Whose.THEIRS;
import static org.maplebridge.doors.Knock.on;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.maplebridge.fixtures.Wire;

/// At the doors of old registers: one that was brought, one to be deleted, a mapping under a name.
final class RegisterKnocks {

    private static final byte[] TABLE =
            "编号,村,受理时间,申请人,纠纷简要情况\n甲1,某村,2019-02-28,周红梅,石榴树\n".getBytes(StandardCharsets.UTF_8);

    private static final Map<String, Object> MAPPING = Map.ofEntries(
            Map.entry("scene", "disputes"),
            Map.entry("sheet", ""),
            Map.entry("header", 1),
            Map.entry("headerLines", 1),
            Map.entry("columns", Map.of("words", "纠纷简要情况", "area", "村", "occurredAt", "受理时间")),
            Map.entry("fixed", Map.of("source", "批量导入")),
            Map.entry("values", Map.of()),
            Map.entry("places", Map.of()),
            Map.entry("claims", List.of()),
            Map.entry("way", "BACKLOG"),
            Map.entry("skipLikely", false));

    private RegisterKnocks() {}

    /// @param right who may do all of it
    static List<Knock> of(Chores chores, Wire right) {
        var own = "/api/imports/" + brought(right).text("id");
        var checked = settled(chores, right, "check");
        var done = settled(chores, right, "check", "run");
        var dropped = "/api/imports/" + brought(right).text("id");
        House.ok(right.post("/api/import-mappings", Map.of("name", "旧表", "mapping", MAPPING)));
        return List.of(
                on("GET /api/imports", SIGNED_IN, "/api/imports"),
                on("POST /api/imports", SIGNED_IN, "/api/imports").sending(RegisterKnocks::brought),
                on("GET /api/imports/{id}", THEIRS, own),
                on("POST /api/imports/{id}/preview", THEIRS, own + "/preview").saying(MAPPING),
                on("GET /api/imports/{id}/findings", THEIRS, own + "/findings"),
                on("GET /api/imports/{id}/refused", THEIRS, checked + "/refused"),
                on("POST /api/imports/{id}/check", THEIRS, own + "/check").saying(MAPPING),
                on("POST /api/imports/{id}/run", THEIRS, checked + "/run").saying(Map.of()),
                on("POST /api/imports/{id}/undo", THEIRS, done + "/undo").saying(Map.of()),
                on("DELETE /api/imports/{id}", THEIRS, dropped),
                on("GET /api/import-mappings", SIGNED_IN, "/api/import-mappings"),
                on("GET /api/import-mappings/{name}", THEIRS, "/api/import-mappings/旧表"),
                on("POST /api/import-mappings", SIGNED_IN, "/api/import-mappings")
                        .saying(Map.of("name", "旧表", "mapping", MAPPING)));
    }

    /// One with which some steps are done.
    private static String settled(Chores chores, Wire right, String... steps) {
        var one = "/api/imports/" + brought(right).text("id");
        for (String step : steps) {
            House.ok(right.post(one + "/" + step, MAPPING));
            chores.running("RegisterWork", () -> !right.get(one).text("state").endsWith("ING"));
        }
        return one;
    }

    private static Wire.Answer brought(Wire who) {
        return who.send(who.request("/api/imports?name=old.csv")
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(TABLE)));
    }
}
