package org.maplebridge.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.launch.demo.DemoCounty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Pages of a desk in the demo county, with disputes that come in at its village.
abstract class VillagePages {

    @LocalServerPort
    int port;

    @Autowired
    DemoCounty demo;

    @BeforeAll
    void found() {
        demo.seed();
    }

    final Wire village() {
        return new Wire(port).as("tiaojie", Towns.PASSWORD);
    }

    /// A dispute of the village, just sensed. Returns its id.
    final String sensed(String words) {
        var answer = village()
                .post(
                        "/api/scenes/disputes",
                        Map.of(
                                "words", words + "。",
                                "area", "33.07.02.103.204",
                                "occurredAt", "2025-01-02T08:00:00+08:00",
                                "source", "PATROL"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.text("matter.id");
    }
}
