package org.maplebridge.doors;

import static org.maplebridge.doors.Knock.Whose.SIGNED_IN;
import static org.maplebridge.doors.Knock.on;

import java.util.List;
import java.util.Map;

/// At the doors of what belongs to lists: the book, and what somebody wants remembered of them.
final class ListKnocks {

    private static final String VIEW = "/api/me/preferences/table.matters";

    private ListKnocks() {}

    static List<Knock> all() {
        return List.of(
                on("GET /api/search", SIGNED_IN, "/api/search?q=lslz"),
                on("GET /api/search/purposes", SIGNED_IN, "/api/search/purposes"),
                on("POST /api/search/people", SIGNED_IN, "/api/search/people")
                        .saying(Map.of("q", "钱多多", "purpose", "contact")),
                on("GET /api/takings", SIGNED_IN, "/api/takings?own=true"),
                on("GET /api/matters/book", SIGNED_IN, "/api/matters/book?cols=due,parties"),
                on("PUT /api/me/preferences/{name}", SIGNED_IN, VIEW)
                        .saying(Map.of("value", Map.of("density", "tight"))),
                on("GET /api/me/preferences", SIGNED_IN, "/api/me/preferences"),
                on("DELETE /api/me/preferences/{name}", SIGNED_IN, VIEW));
    }
}
