package org.maplebridge.kernel.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.Wire;
import tools.jackson.databind.JsonNode;

/// What was received here isn't lost because the same thing stood in an old register.
class MergedCountedTest extends RegisterStory {

    private static JsonNode figure(Wire who, String metric) {
        return who.get("/api/stats/" + metric).body().path("figure");
    }

    @Test
    void whatWasReceivedHereStaysReceivedWhenItIsMergedIntoWhatWasBroughtIn() {
        county.officer("shu", "county", "kernel.supervisor");
        var said = new HashMap<String, Object>(DisputeForms.brought("墙根渗水", "邱小兰", "13800005679"));
        said.put("source", "HOTLINE");
        said.put("area", County.VILLAGE);
        var opened = as("cun").post("/api/scenes/disputes", said);
        assertThat(opened.status()).isEqualTo(201);
        var here = opened.text("matter.id");
        var id = brought(as("guan"), RegisterBooks.register(8_000, 2, false));
        done(as("guan"), id, "check", suggested(as("guan"), id));
        var batch = done(as("guan"), id, "run", Map.of()).path("batch").asString("");
        var old = transactions.run(
                Imports.SCOPE,
                at -> db.sql("select id::text from matters.matter where batch = cast(? as uuid) order by id")
                        .param(batch)
                        .query(String.class)
                        .list());
        var merged =
                Map.of("matter", old.getFirst(), "reason", "旧台账上的同一件", "strangers", "电话问过邱小兰，旧台账上写的是她丈夫，她知道并到了那一件");
        var answer = as("cun").move(here, "merge", merged);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        // and the chain goes on
        merged = Map.of("matter", old.getLast(), "reason", "台账上登记了两次", "strangers", "核对过原登记簿，两行是同一件，当事人都知道");
        answer = as("cun").move(old.getFirst(), "merge", merged);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        var who = as("shu");
        assertThat(who.post("/api/stats/refresh", Map.of()).status()).isEqualTo(200);
        assertThat(figure(who, "disputes.received").path("matters").asInt()).isEqualTo(1);
        assertThat(figure(who, "disputes.overdue").path("matters").asInt()).isEqualTo(1);
        var sources = who.get("/api/stats/disputes.received?by=source").body().path("groups");
        var hotline = sources.valueStream()
                .filter(group -> group.path("key").asString("").equals("HOTLINE"))
                .findFirst()
                .orElseThrow();
        assertThat(hotline.path("matters").asInt()).as(sources.toString()).isEqualTo(1);
        var listed = who.get(hotline.path("records").asString(""));
        assertThat(listed.body().path("items").findValuesAsString("id"))
                .as(listed.toString())
                .contains(old.getLast());
    }
}
