package org.maplebridge.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.maplebridge.fixtures.Wire;

/// Visits that a mediator has arranged.
record Visits(Wire wire, Instant now) {

    private static final String VILLAGE = "33.07.02.103.204";
    private static final AtomicInteger VISITS = new AtomicInteger();

    /// A dispute in which somebody was to be visited, at an hour that is still free.
    Wire.Answer to(String title, String place) {
        var opened = wire.post(
                "/api/scenes/disputes",
                Map.of(
                        "words", title + "。",
                        "area", VILLAGE,
                        "occurredAt", "2025-01-02T08:00:00+08:00",
                        "source", "PATROL",
                        "applicant", "郑小雨",
                        "phone", "13877771234"));
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        var starts = now.minus(Duration.ofMinutes(30 + 10 * VISITS.incrementAndGet()));
        arrange(opened.text("matter.id"), starts, place);
        return opened;
    }

    void arrange(String matter, Instant starts, String place) {
        var answer = wire.move(
                matter,
                "arrange",
                Map.of(
                        "kind",
                        "VISIT",
                        "starts",
                        starts.toString(),
                        "ends",
                        starts.plus(Duration.ofMinutes(2)).toString(),
                        "place",
                        place,
                        "open",
                        false,
                        "guests",
                        List.of(Map.of("role", "PARTY", "party", 1))));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }
}
