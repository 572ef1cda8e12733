package org.maplebridge.kernel.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What an old register brought in is taken back, as far as nobody has acted on it.
class RegisterTakenBackTest extends RegisterStory {

    @Test
    void whatSomebodyHasActedOnStaysWhenTheBatchIsTakenBack() {
        var who = as("guan");
        var id = brought(who, RegisterBooks.register(2_000, 12, false));
        done(who, id, "check", suggested(who, id));
        var batch = done(who, id, "run", Map.of()).path("batch").asString("");
        var acted = transactions.run(
                Imports.SCOPE,
                at -> db.sql("select id from matters.matter where batch = cast(? as uuid) order by id limit 1")
                        .param(batch)
                        .query(UUID.class)
                        .single());
        var moved = as("cun")
                .move(
                        acted.toString(),
                        "register",
                        Map.of(
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
                                false));
        assertThat(moved.status()).as(moved.toString()).isEqualTo(200);

        var undone = done(who, id, "undo", Map.of());

        assertThat(undone.path("state").asString("")).isEqualTo("DONE");
        assertThat(findings(who, id, "KEPT").toString()).contains("已经有人办过");
        assertThat(count(OPEN, batch)).isEqualTo(1);
    }

    @Test
    void whatHadEndedComesInEndedWithoutLimitsAndCanBeTakenBack() {
        var who = as("guan");
        var id = brought(who, RegisterBooks.register(3_000, 15, false));
        var mapping = suggested(who, id);
        mapping.put("way", "ENDED");
        done(who, id, "check", mapping);
        var batch = done(who, id, "run", Map.of()).path("batch").asString("");

        assertThat(count(OF_BATCH + " and not open and source = 'ARCHIVED' and due is null", batch))
                .isEqualTo(15);
        assertThat(count(
                        "select count(*) from matters.deadline d join matters.matter m on m.id = d.matter where"
                                + " m.batch = cast(? as uuid)",
                        batch))
                .isZero();
        assertThat(count(
                        "select count(*) from tasks.task t join matters.matter m on m.id = t.matter where m.batch ="
                                + " cast(? as uuid)",
                        batch))
                .isZero();
        var one = transactions.run(
                Imports.SCOPE,
                at -> db.sql("select id from matters.matter where batch = cast(? as uuid) order by id limit 1")
                        .param(batch)
                        .query(UUID.class)
                        .single());
        assertThat(as("cun").get("/api/matters/" + one + "/trail").body().toString())
                .contains("历史台账归档", "原登记称", "调解结果");
        assertThat(as("cun").get("/api/matters/" + one).body().toString()).contains("旧台账");
        sequencer.drain();
        assertThat(verification.verify(List.of()).faults()).isEmpty();

        assertThat(done(who, id, "undo", Map.of()).path("state").asString("")).isEqualTo("UNDONE");
        assertThat(count("select count(*) from imports.line where batch = cast(? as uuid) and state = 'UNDONE'", batch))
                .isEqualTo(15);
        sequencer.drain();
        assertThat(verification.verify(List.of()).faults()).isEmpty();
    }
}
