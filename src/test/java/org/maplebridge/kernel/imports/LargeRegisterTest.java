package org.maplebridge.kernel.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// A register of many lines is checked, brought in, taken back, brought in again. How long twenty thousand take is
/// measured by `bench import`.
class LargeRegisterTest extends RegisterStory {

    private static final int LINES = 1_200;

    @Test
    void everyLineIsThereOnceThenNoneThenEachOnceMore() {
        var who = as("guan");
        int before = count("select count(*) from matters.matter");
        var id = brought(who, RegisterBooks.register(20_000, LINES, true));
        var mapping = suggested(who, id);
        mapping.put("number", "编号");

        var checked = done(who, id, "check", mapping).path("counts");
        assertThat(checked.path("good").asInt(0)).isEqualTo(LINES + 1);
        assertThat(checked.path("refused").asInt(0)).isEqualTo(RegisterBooks.BAD);
        assertThat(count("select count(*) from matters.matter"))
                .as("a check writes nothing")
                .isEqualTo(before);

        var batch = done(who, id, "run", Map.of()).path("batch").asString("");
        assertThat(count(OPEN, batch)).isEqualTo(LINES + 1);

        assertThat(done(who, id, "undo", Map.of()).path("state").asString("")).isEqualTo("UNDONE");
        assertThat(count(OPEN, batch)).isZero();
        assertThat(count(OF_BATCH, batch)).isEqualTo(LINES + 1);
        assertThat(count(
                        "select count(*) from tasks.task t join matters.matter m on m.id = t.matter"
                                + " where t.state <> 'DONE' and m.batch = cast(? as uuid)",
                        batch))
                .as("nothing is left on a desk")
                .isZero();

        var again = done(who, id, "check", mapping);
        assertThat(again.path("counts").path("good").asInt(0)).isEqualTo(LINES + 1);
        var second = done(who, id, "run", Map.of()).path("batch").asString("");
        assertThat(second).isNotEqualTo(batch);
        assertThat(count(OPEN, second)).isEqualTo(LINES + 1);
        assertThat(count("select count(*) from matters.matter") - before).isEqualTo(2 * (LINES + 1));
    }
}
