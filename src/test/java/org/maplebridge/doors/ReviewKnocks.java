package org.maplebridge.doors;

import static org.maplebridge.doors.Knock.Whose.PUBLIC;
import static org.maplebridge.doors.Knock.Whose.SIGNED_IN;
import static org.maplebridge.doors.Knock.Whose.THEIRS;
import static org.maplebridge.doors.Knock.on;

import java.util.List;
import java.util.Map;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.Wire;

/// At the doors of samples, reviews and evaluations.
final class ReviewKnocks {

    private ReviewKnocks() {}

    /// @param right who may do all of it
    static List<Knock> of(House house, House.Inside inside, Wire right) {
        var plan = House.ok(right.post("/api/reviews/plans", plan(house))).text("id");
        var review = "/api/reviews/" + review(house, inside, right);
        return List.of(
                on("GET /api/reviews/plans", SIGNED_IN, "/api/reviews/plans"),
                on("POST /api/reviews/plans", THEIRS, "/api/reviews/plans").saying(plan(house)),
                on("GET /api/reviews/plans/{id}/proof", THEIRS, "/api/reviews/plans/" + plan + "/proof"),
                on("GET /api/reviews/findings", SIGNED_IN, "/api/reviews/findings"),
                on("GET /api/reviews/findings/book", SIGNED_IN, "/api/reviews/findings/book"),
                on("GET /api/reviews/{id}/sheet", THEIRS, review + "/sheet"),
                on("POST /api/reviews/{id}/marks", THEIRS, review + "/marks")
                        .saying(Map.of("marks", List.of(Map.of("question", "D01", "result", "OK")))),
                on("GET /api/evaluations/summary", SIGNED_IN, "/api/evaluations/summary"),
                on("GET /api/evaluations/words", SIGNED_IN, "/api/evaluations/words"),
                on("GET /api/evaluations/call-backs", SIGNED_IN, "/api/evaluations/call-backs"),
                on("POST /api/public/own/evaluations", PUBLIC, "/api/public/own/evaluations")
                        .saying(Map.of("code", inside.other().code(), "phoneLast4", "5678")));
    }

    private static Map<String, Object> plan(House house) {
        return Map.of(
                "title",
                "石榴树抽查",
                "purpose",
                "看石榴树的事办得怎样",
                "scene",
                "disputes",
                "area",
                County.TOWN,
                "from",
                house.today().toString(),
                "until",
                house.today().toString(),
                "percent",
                10);
    }

    /// Of a file that somebody else has handled.
    private static String review(House house, House.Inside inside, Wire right) {
        inside.county().officer("ended", "town", "disputes.dispatcher");
        var other = house.as("ended");
        var file = House.filed(
                House.ok(other.post("/api/scenes/disputes", DisputeForms.brought("影子太长了", "赵大山", "13900001111"))));
        House.ok(other.move(file.id(), "divert", Map.of("to", "LITIGATION", "reason", "双方要走诉讼", "informed", true)));
        return House.ok(right.post("/api/scenes/reviews", Map.of("code", file.code(), "reason", "有人反映影子的事")))
                .text("matter.id");
    }
}
