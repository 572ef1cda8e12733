package org.maplebridge.kernel.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.Wire;
import tools.jackson.databind.JsonNode;

/// What an old register brings in that is still open was not received here, whatever its source column says.
class ImportedCountedTest extends RegisterStory {

    private static final int LINES = 40;

    private JsonNode figure(Wire who, String metric) {
        var answer = who.get("/api/stats/" + metric);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.body().path("figure");
    }

    @Test
    void whatIsBroughtInOpenIsNotReceivedNorARiseNorFoundOnPatrol() {
        county.officer("kan", "county", "kernel.supervisor");
        var said = new HashMap<String, Object>(DisputeForms.brought("楼上漏水", "周小梅", "13800005678"));
        said.put("source", "VISIT");
        assertThat(as("cun").post("/api/scenes/disputes", said).status()).isEqualTo(201);
        var id = brought(as("guan"), RegisterBooks.register(7_000, LINES, false));
        var mapping = new HashMap<>(suggested(as("guan"), id));
        mapping.put("claims", List.of());
        mapping.put("fixed", Map.of("source", "网格巡查"));
        @SuppressWarnings("unchecked")
        var values = new HashMap<>((Map<String, Object>) mapping.getOrDefault("values", Map.of()));
        values.put("source", Map.of("网格巡查", "PATROL"));
        mapping.put("values", values);
        var checked = done(as("guan"), id, "check", mapping);
        assertThat(checked.path("state").asString("")).as(checked.toString()).isEqualTo("CHECKED");
        var ran = done(as("guan"), id, "run", Map.of());
        assertThat(count(OPEN, ran.path("batch").asString("")))
                .as(ran.toString())
                .isEqualTo(LINES);
        assertThat(count("select count(*) from matters.matter where source = 'PATROL'"))
                .isEqualTo(LINES);
        var who = as("kan");
        assertThat(who.post("/api/stats/refresh", Map.of()).status()).isEqualTo(200);
        for (var metric : List.of("received", "patrolled", "overdue", "returned")) {
            var figure = figure(who, "disputes." + metric);
            assertThat(figure.path("matters").asInt()).as(figure.toString()).isEqualTo(1);
            assertThat(figure.path("definition").asString("")
                            + figure.path("denominator").asString(""))
                    .as(metric)
                    .contains("批量导入的");
        }
        assertThat(who.get("/api/stats/warnings").body().path("surges")).isEmpty();
    }
}
