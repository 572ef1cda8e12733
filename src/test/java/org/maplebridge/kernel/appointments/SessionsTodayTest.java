package org.maplebridge.kernel.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestClock;

/// Sessions on the list of the day.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionsTodayTest extends AppointmentsStory {

    @Test
    void whoLeadsASessionOrIsAskedToItFindsItOnTheListOfTheDay() {
        var matter = dispute("井台归谁修");
        var said = session(3, "14:00", "15:00");
        said.put(
                "guests",
                List.of(Map.of("role", "MEDIATOR", "staff", person("hua").toString())));
        arranged("ren", matter, said);
        assertThat(as("ren").get("/api/today").toString()).doesNotContain("14:00 调解会");
        TestClock.pass(Duration.ofDays(3));
        signIn();
        for (var who : List.of("ren", "hua")) {
            assertThat(as(who).get("/api/today").toString()).contains("今天的会面", "14:00 调解会，" + ROOM, matter.code());
        }
        assertThat(as("shou").get("/api/today").toString()).doesNotContain("14:00 调解会");
        moved("ren", matter, "call-off", Map.of("session", 1, "reason", "双方改了日子"));
        assertThat(as("hua").get("/api/today").toString()).doesNotContain("14:00 调解会");
    }
}
