package org.maplebridge.kernel.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.trail.Sequencer;
import org.maplebridge.kernel.trail.Verification;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// A county in which a town's registrar brings old registers.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RegisterStory {

    static final String OF_BATCH = "select count(*) from matters.matter where batch = cast(? as uuid)";

    static final String OPEN = OF_BATCH + " and open";

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    @Autowired
    RegisterWork work;

    @Autowired
    RegisterStore store;

    @Autowired
    Registers registers;

    @Autowired
    Imports imports;

    @Autowired
    Verification verification;

    @Autowired
    Sequencer sequencer;

    @Autowired
    JdbcClient db;

    County county;

    @BeforeAll
    void founded() {
        county = new County(transactions, offices, access).founded();
        county.officer("guan", "town", "kernel.registrar", "disputes.dispatcher");
        county.officer("pai", "town", "disputes.dispatcher");
        county.officer("wai", "otherTown", "kernel.registrar");
        county.officer("cun", "village", "disputes.mediator", "disputes.dispatcher");
    }

    Wire as(String login) {
        return new Wire(port).as(login, County.PASSWORD);
    }

    static Wire.Answer bring(Wire who, String name, byte[] book) {
        return who.send(who.request("/api/imports?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(book)));
    }

    String brought(Wire who, byte[] book) {
        var answer = bring(who, "旧台账.xlsx", book);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.text("id");
    }

    /// A mapping that says nothing yet.
    static final Map<String, Object> NOTHING = Map.ofEntries(
            Map.entry("scene", ""),
            Map.entry("sheet", ""),
            Map.entry("header", 0),
            Map.entry("headerLines", 1),
            Map.entry("columns", Map.of()),
            Map.entry("fixed", Map.of()),
            Map.entry("values", Map.of()),
            Map.entry("places", Map.of()),
            Map.entry("claims", List.of()),
            Map.entry("way", "BACKLOG"),
            Map.entry("skipLikely", false));

    /// The mapping a page would begin with.
    static Map<String, Object> suggested(Wire who, String id) {
        var answer = who.post("/api/imports/" + id + "/preview", NOTHING);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return mapping(answer.body());
    }

    static Map<String, Object> mapping(JsonNode preview) {
        var mapping = new HashMap<String, Object>();
        preview.path("mapping")
                .properties()
                .forEach(each ->
                        mapping.put(each.getKey(), Canonical.MAPPER.treeToValue(each.getValue(), Object.class)));
        // what is suggested for words is taken as it is
        var values = new HashMap<String, Object>();
        preview.path("words").properties().forEach(field -> {
            var words = new HashMap<String, String>();
            field.getValue().forEach(word -> {
                if (!word.path("meant").asString("").isEmpty()) {
                    words.put(word.path("text").asString(""), word.path("meant").asString(""));
                }
            });
            values.put(field.getKey(), words);
        });
        values.remove("area");
        mapping.put("values", values);
        return mapping;
    }

    JsonNode done(Wire who, String id, String step, Map<String, ?> said) {
        var begun = who.post("/api/imports/" + id + "/" + step, said);
        assertThat(begun.status()).as(begun.toString()).isEqualTo(200);
        work.drain();
        var now = who.get("/api/imports/" + id);
        assertThat(now.body().path("problem").asString("")).isEmpty();
        return now.body();
    }

    static JsonNode findings(Wire who, String id, String kind) {
        return who.get("/api/imports/" + id + "/findings?kind=" + kind).body().path("items");
    }

    int count(String sql, Object... given) {
        return transactions.run(
                Imports.SCOPE,
                (Work at) -> db.sql(sql).params(given).query(Integer.class).single());
    }
}
