package org.maplebridge.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.Wire;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// The mistakes by which systems of this kind have been broken into, made impossible: a tenant or role named by the
/// caller, ids that can be guessed, fields nobody asked for, SQL in what sorts and filters.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MischiefTest {

    /// What would let its sender pass for another or skip a step, where a body is taken as it comes.
    private static final List<String> NOT_ASKED_FOR = List.of(
            "id",
            "matter",
            "domain",
            "stage",
            "version",
            "head",
            "recordedAt",
            "openedAt",
            "actor",
            "tenantId",
            "tenant_id",
            "roles",
            "role",
            "admin",
            "isAdmin",
            "post",
            "agencyId",
            "createBy",
            "__proto__",
            "class",
            "@type",
            "constructor");

    private static final List<String> CLAIMS = List.of(
            "X-Tenant-Id",
            "tenant-id",
            "X-Maple-Area",
            "X-Maple-Role",
            "X-Role",
            "X-User-Id",
            "X-Forwarded-User",
            "X-Access-Token",
            "X-Original-URL",
            "X-Rewrite-URL",
            "X-HTTP-Method-Override");

    private static final List<String> FRAGMENTS = List.of(
            "'",
            "' or '1'='1",
            "1; drop table ground.reach--",
            "x') union select 1,2,3--",
            "(select pg_sleep(5))",
            "due desc; select 1",
            "\\'; select version()--",
            "%27%20or%201=1",
            "${jndi:ldap://127.0.0.1/a}",
            "#{7*7}",
            "--",
            "/**/",
            "\"",
            "NULL");

    @LocalServerPort
    int port;

    @Autowired
    House house;

    private final Map<String, House.Inside> built = new TreeMap<>();

    @BeforeAll
    void build() {
        built.put("", house.built(port));
    }

    private House.Inside inside() {
        return java.util.Objects.requireNonNull(built.get(""));
    }

    private static JsonNode items(Wire.Answer answer) {
        return answer.body().path("items");
    }

    private static List<String> ids(Wire.Answer answer) {
        return items(answer)
                .valueStream()
                .map(row -> row.path("id").asString("") + row.at("/task/id").asString(""))
                .toList();
    }

    /// Every hundredth answer closes its connection, whatever was asked.
    private static Set<String> headers(Wire.Answer answer) {
        var names = new TreeSet<>(answer.raw().headers().map().keySet());
        names.remove("connection");
        return names;
    }

    @Test
    void whoOneIsIsNotSaidByTheCaller() {
        var plain = house.as("othertown");
        var before = List.of(ids(plain.get("/api/matters?limit=200")), ids(plain.get("/api/inbox?limit=200")));
        var claims = house.as("othertown");
        CLAIMS.forEach(name -> claims.with(name, County.TOWN));
        claims.with("X-HTTP-Method-Override", "DELETE")
                .with("X-User-Id", inside().rightPost().toString());
        assertThat(List.of(ids(claims.get("/api/matters?limit=200")), ids(claims.get("/api/inbox?limit=200"))))
                .isEqualTo(before);
        assertThat(claims.get("/api/matters?tenantId=1&tenant_id=1&role=admin&unit=a:33&scope=a:33")
                        .raw()
                        .body())
                .doesNotContain(House.WORDS);
        assertThat(claims.get("/api/matters/" + inside().matter().id()).status())
                .isEqualTo(404);
        var post =
                house.as("othertown").with("X-Maple-Post", inside().rightPost().toString());
        assertThat(post.get("/api/matters").status())
                .as("a post that is another's")
                .isEqualTo(403);
    }

    @Test
    void anotherOfficesIdAnswersAsOneThatNeverWas() {
        var who = house.as("othertown");
        for (String part : List.of("", "/moves", "/trail", "/deadlines", "/links", "/purposes", "/looks")) {
            for (House.Filed filed : List.of(inside().matter(), inside().sealed(), inside().closed())) {
                var there = who.get("/api/matters/" + filed.id() + part);
                var nowhere = who.get("/api/matters/" + UUID.randomUUID() + part);
                assertThat(there.status()).as(part).isEqualTo(404);
                assertThat(there.raw().body()).as(part).isEqualTo(nowhere.raw().body());
                assertThat(headers(there)).isEqualTo(headers(nowhere));
            }
        }
        for (String guess : List.of("1", "0", "-1", "2147483647", "..%2F..", "null", "undefined", "%00")) {
            assertThat(who.get("/api/matters/" + guess).status()).as(guess).isIn(400, 404);
        }
    }

    @Test
    void fieldsNobodyAskedForAreRefusedInEveryForm() {
        var right = house.as(House.RIGHT);
        var matter = inside().matter().id();
        var before = Rows.count();
        var wrong = new LinkedHashMap<String, String>();
        var moves = right.get("/api/matters/" + matter + "/moves").body();
        assertThat(moves.path("can").size()).isGreaterThan(3);
        for (JsonNode move : moves.path("can")) {
            var known = move.at("/schema/properties").propertyNames();
            assertThat(move.at("/schema/additionalProperties").asBoolean(true)).isFalse();
            for (String field : NOT_ASKED_FOR) {
                if (!known.contains(field)) {
                    var answer = right.move(matter, move.path("verb").asString(""), new HashMap<>(Map.of(field, "x")));
                    note(wrong, move.path("verb").asString("") + "." + field, field, answer);
                }
            }
        }
        for (String scene : List.of("disputes", "stretch.relay")) {
            for (String field : NOT_ASKED_FOR) {
                if (!(scene.equals("stretch.relay") && field.equals("agency"))) {
                    var said = House.report("多写了一项", County.TOWN);
                    said.put(field, "x");
                    note(wrong, scene + "." + field, field, right.post("/api/scenes/" + scene, said));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(Rows.count()).as("nothing was written").isEqualTo(before);
    }

    private static void note(Map<String, String> wrong, String what, String field, Wire.Answer answer) {
        if (answer.status() != 422 || !answer.raw().body().contains("没有这一项")) {
            wrong.put(what, answer.toString());
        }
        assertThat(field).isNotEmpty();
    }

    @Test
    void fieldsOfOtherBodiesGainNothing() {
        var right = house.as(House.RIGHT);
        var staff = "/api/agencies/" + inside().county().office("town").id() + "/staff";
        for (String field : NOT_ASKED_FOR) {
            var said = Map.of("name", "一个程序", "days", 1, field, "x");
            assertThat(right.post("/api/tokens", said).status()).as(field).isIn(400, 422);
            var joining = Map.of("name", "多写一项", "login", "duoxie", field, "x");
            assertThat(right.post(staff, joining).status()).as(field).isIn(400, 422);
            var edit = Map.of(
                    "name", "access.lock-minutes", "value", "20", "from", "2026-03-01", "reason", "本地要求", field, "x");
            assertThat(right.post("/api/parameters/proposals", edit).status())
                    .as(field)
                    .isIn(400, 422);
        }
    }

    @Test
    void sqlInWhatSortsFiltersOrPagesIsOnlyText() {
        var right = house.as(House.RIGHT);
        var lists = Map.of(
                "/api/matters",
                        List.of(
                                "q",
                                "scene",
                                "stage",
                                "area",
                                "agency",
                                "open",
                                "due",
                                "sort",
                                "after",
                                "limit",
                                "colour",
                                "category",
                                "parent",
                                "order",
                                "column",
                                "cursor"),
                "/api/inbox", List.of("filter", "after", "limit", "sort", "q"),
                "/api/alerts", List.of("after", "limit", "open", "sort"),
                "/api/posts", List.of("agency"),
                "/api/agencies", List.of("area", "q"),
                "/api/parameters", List.of("name", "area", "on"),
                "/api/calendar", List.of("from", "days"),
                "/api/supervision/summary", List.of("area", "from", "scene"));
        var wrong = new LinkedHashMap<String, String>();
        lists.forEach((path, fields) -> {
            int most = items(right.get(path)).size();
            for (String field : fields) {
                for (String fragment : FRAGMENTS) {
                    var asked = path + "?" + field + "=" + URLEncoder.encode(fragment, StandardCharsets.UTF_8);
                    long began = System.nanoTime();
                    var answer = right.send(right.request(asked).GET());
                    boolean slow = System.nanoTime() - began > 4_000_000_000L;
                    boolean more = answer.status() == 200 && items(answer).size() > most;
                    if (answer.status() >= 500
                            || slow
                            || more
                            || answer.raw().body().replace(fragment, "").matches("(?is).*(syntax|psql|pg_).*")) {
                        wrong.put(asked, answer.toString());
                    }
                }
            }
        });
        assertThat(wrong).isEmpty();
    }
}
