package org.maplebridge.launch.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.Wire;
import org.springframework.boot.test.web.server.LocalServerPort;

@MapleTest
class DemoClockDeskTest {

    @LocalServerPort
    int port;

    /// That it moves in a demo folder is told by the five minutes of the start page.
    @Test
    void inAFolderWithoutDemoNobodyMovesTheClock() {
        var answer = new Wire(port)
                .post("/api/demo/clock", Map.of("matter", UUID.randomUUID().toString()));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(404);
    }
}
