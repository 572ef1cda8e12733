package org.maplebridge.doors;

import static org.maplebridge.doors.Knock.Whose.COUNTYS;
import static org.maplebridge.doors.Knock.Whose.PUBLIC;
import static org.maplebridge.doors.Knock.on;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/// At the doors of the law, which is public, and of how its texts came in, which is the county's.
final class LawKnocks {

    private LawKnocks() {}

    static List<Knock> all() {
        var some = "/" + new UUID(0, 1);
        return List.of(
                on("GET /api/laws", PUBLIC, "/api/laws"),
                on("GET /api/laws/{law}", PUBLIC, "/api/laws" + some),
                on("GET /api/laws/editions/{edition}/articles", PUBLIC, "/api/laws/editions" + some + "/articles"),
                on("GET /api/laws/articles/{id}", PUBLIC, "/api/laws/articles" + some),
                on("GET /api/laws/articles/{id}/cited-by", PUBLIC, "/api/laws/articles" + some + "/cited-by"),
                on("GET /api/laws/articles/{id}/similar", PUBLIC, "/api/laws/articles" + some + "/similar"),
                on(
                        "GET /api/laws/compare",
                        PUBLIC,
                        "/api/laws/compare?from=" + some.substring(1) + "&to=" + some.substring(1)),
                on("GET /api/laws/search", PUBLIC, "/api/laws/search?q=x"),
                on("POST /api/laws/ask", PUBLIC, "/api/laws/ask").saying(Map.of("words", "石桥上能不能晾晒")),
                on("GET /api/laws/imports", COUNTYS, "/api/laws/imports"),
                on("GET /api/laws/imports/{id}/report", COUNTYS, "/api/laws/imports" + some + "/report"));
    }
}
