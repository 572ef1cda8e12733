package org.maplebridge.launch.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.maplebridge.fixtures.Wire;

/// Looks everywhere for a trace of matters that somebody is not to know of.
final class DemoTraces {

    private DemoTraces() {}

    /// @param wire   signed in
    /// @param sealed id and number of each, with a blank between
    static void none(Wire wire, String user, List<String> sealed) {
        var lists = wire.get("/api/matters?scene=orders").body().toString()
                + wire.get("/api/matters?scene=reviews").body()
                + wire.get("/api/matters?limit=200").body()
                + wire.get("/api/inbox").body();
        var figures = new StringBuilder();
        for (var figure : wire.get("/api/stats").body().path("figures")) {
            figures.append(wire.get(figure.path("records").asString()).body());
        }
        for (var each : sealed) {
            var id = each.substring(0, each.indexOf(' '));
            var code = each.substring(each.indexOf(' ') + 1);
            assertThat(lists).as(user).doesNotContain(id, code);
            assertThat(figures.toString()).as(user).doesNotContain(id, code);
            assertThat(wire.get("/api/matters/" + id).status()).as(user).isEqualTo(404);
            assertThat(wire.get("/api/matters?q=" + code).body().path("items"))
                    .as(user)
                    .isEmpty();
        }
        var found = wire.get("/api/search?q=" + sealed.getFirst().substring(37));
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.body().toString()).doesNotContain(sealed.getFirst().substring(0, 36));
    }
}
