package org.maplebridge.bench.moves;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.maplebridge.bench.Caller;
import org.maplebridge.kernel.ground.Canonical;

/// What the benchmark does to each matter: a made-up dispute on the way from its first word to the mediator's table.
public final class Road {

    private static final String VILLAGE = "33.07.02.103.204";
    private static final String OPEN = Canonical.text(Map.of(
            "words",
            "测量用：楼上夜里十点还在装修，说了几次不听，希望有人来管。",
            "area",
            VILLAGE,
            "occurredAt",
            "2026-09-05T20:00:00+08:00",
            "source",
            "PATROL",
            "applicant",
            "测量甲",
            "respondent",
            "测量乙"));
    private static final int PATTERNS = 15;
    private static final List<String> VERBS = List.of("register", "route", "accept", "begin");

    private final Map<String, String> bodies = new LinkedHashMap<>();

    /// The road to the office of whoever asks.
    public static Road of(Caller caller) throws IOException {
        return new Road(caller.get("/api/me")
                .must(200)
                .json()
                .findValue("agency")
                .path("id")
                .stringValue());
    }

    private Road(String agency) {
        bodies.put(
                "register",
                Canonical.text(Map.of(
                        "people",
                        2,
                        "threat",
                        false,
                        "injury",
                        false,
                        "violence",
                        false,
                        "harassment",
                        false,
                        "vulnerable",
                        false,
                        "policeInformed",
                        false)));
        bodies.put(
                "route",
                Canonical.text(
                        Map.of("area", VILLAGE, "category", "NEIGHBOUR", "agency", agency, "reason", "测量用：就近调解")));
        bodies.put("accept", "{}");
        bodies.put("begin", Canonical.text(Map.of("willing", "BOTH", "informed", true)));
    }

    /// A few disputes, some on every part of the road.
    public static void patterns(Caller caller) throws IOException {
        var road = of(caller);
        for (int i = 0; i < PATTERNS; i++) {
            var matter = open(caller);
            for (int step = 0; step < i % (VERBS.size() + 1); step++) {
                road.move(caller, matter, step);
            }
        }
    }

    public static List<String> verbs() {
        return VERBS;
    }

    /// Opens one. Returns its id.
    public static String open(Caller caller) throws IOException {
        return caller.post("/api/scenes/disputes", key(), OPEN)
                .must(201)
                .json()
                .path("matter")
                .path("id")
                .stringValue();
    }

    /// Moves one on; `step` counts from 0, and the version with it from 1.
    public void move(Caller caller, String matter, int step) throws IOException {
        var verb = VERBS.get(step);
        caller.post(
                        "/api/matters/" + matter + "/moves/" + verb,
                        Map.of("Idempotency-Key", UUID.randomUUID().toString(), "If-Match", Integer.toString(step + 1)),
                        java.util.Objects.requireNonNull(bodies.get(verb)))
                .must(200);
    }

    /// Does something that every dispute may have done to it again and again, so that the program has met its own code
    /// before anything is counted.
    void warm(Caller caller, String matter, int rounds) throws IOException {
        for (int step = 0; step < VERBS.size(); step++) {
            move(caller, matter, step);
        }
        var flag = Canonical.text(Map.of("danger", "THREAT", "policeInformed", true, "note", "测量用"));
        for (int version = VERBS.size() + 1; version <= rounds; version++) {
            caller.post(
                            "/api/matters/" + matter + "/moves/flag",
                            Map.of(
                                    "Idempotency-Key",
                                    UUID.randomUUID().toString(),
                                    "If-Match",
                                    Integer.toString(version)),
                            flag)
                    .must(200);
        }
    }

    private static Map<String, String> key() {
        return Map.of("Idempotency-Key", UUID.randomUUID().toString());
    }
}
