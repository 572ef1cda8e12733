package org.maplebridge.kernel.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.Numbered;
import org.maplebridge.kernel.trail.Announcer;
import org.springframework.beans.factory.annotation.Autowired;

/// What is written down again from old paper is no news to those who stand in it.
class RegisterToldTest extends RegisterStory {

    private static final String MESSAGES = "select count(*) from messages.message";

    @Autowired
    Announcer announcer;

    @BeforeAll
    void listens() {
        heard();
    }

    private void heard() {
        Numbered.all(transactions, db, sequencer);
        announcer.drain();
    }

    @Test
    void nobodyIsWrittenToBecauseAnOldRegisterCameInEndedOrWasTakenBack() {
        var who = as("guan");
        var id = brought(who, RegisterBooks.register(4_000, 6, false));
        var mapping = suggested(who, id);
        mapping.put("way", "ENDED");
        done(who, id, "check", mapping);
        var batch = done(who, id, "run", Map.of()).path("batch").asString("");
        assertThat(count(OF_BATCH + " and not open", batch)).isEqualTo(6);
        heard();
        assertThat(count(MESSAGES)).as("ended long before it came").isZero();
        assertThat(done(who, id, "undo", Map.of()).path("state").asString("")).isEqualTo("UNDONE");
        heard();
        assertThat(count(MESSAGES)).as("taken back").isZero();
    }

    @Test
    void nobodyIsWrittenToBecauseWhatCameInOpenIsTakenBack() {
        var who = as("guan");
        var id = brought(who, RegisterBooks.register(5_000, 6, false));
        done(who, id, "check", suggested(who, id));
        var batch = done(who, id, "run", Map.of()).path("batch").asString("");
        assertThat(count(OPEN, batch)).isEqualTo(6);
        assertThat(done(who, id, "undo", Map.of()).path("state").asString("")).isEqualTo("UNDONE");
        heard();
        assertThat(count(MESSAGES)).isZero();
    }
}
