package org.maplebridge.kernel.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/// A run of an old register that is broken off, or runs beside another.
class RegisterGoingOnTest extends RegisterStory {

    /// The machine is switched off after some lines; what was begun stands in the table.
    @Test
    void aRunBrokenOffGoesOnAfterARestart() {
        var who = as("guan");
        int lines = 700;
        var id = UUID.fromString(brought(who, RegisterBooks.register(5_000, lines, false)));
        done(who, id.toString(), "check", suggested(who, id.toString()));
        var register = transactions.run(Imports.SCOPE, at -> store.find(id)).orElseThrow();
        var reading = transactions.run(
                Imports.SCOPE,
                at -> registers.reading(
                        at, registers.grid(id), register.mapping().orElseThrow(), register.agency()));
        assertThatThrownBy(() -> imports.run(reading.source(), reading.table(), "test", part -> {
                    throw new IllegalStateException("switched off");
                }))
                .hasMessage("switched off");
        int before = count(
                "select count(*) from imports.line where source = ? and state = 'MADE' and no > 3",
                reading.source().name());
        transactions.run(Imports.SCOPE, at -> {
            store.state(at, id, RegisterStore.State.RUNNING, Optional.empty(), Optional.empty());
            return true;
        });
        registers.forget(id);

        work.drain();

        var now = who.get("/api/imports/" + id).body();
        assertThat(before).isPositive();
        assertThat(now.path("state").asString("")).isEqualTo("DONE");
        assertThat(count(OF_BATCH, now.path("batch").asString("")))
                .as("each line once")
                .isEqualTo(lines);
    }

    @Test
    void theSameRegisterTwiceAtOnceBringsEachLineOnce() {
        var who = as("guan");
        int lines = 260;
        var book = RegisterBooks.register(6_000, lines, false);
        int before = count("select count(*) from matters.matter");
        for (int i = 0; i < 2; i++) {
            var id = brought(who, book);
            done(who, id, "check", suggested(who, id));
            assertThat(who.post("/api/imports/" + id + "/run", Map.of()).status())
                    .isEqualTo(200);
        }
        Callable<Boolean> drain = () -> {
            work.drain();
            return true;
        };
        Abreast.run(List.of(drain, drain));
        work.drain();

        assertThat(count("select count(*) from matters.matter") - before).isEqualTo(lines);
        assertThat(count("select count(*) from imports.register where state = 'RUNNING'"))
                .isZero();
    }
}
