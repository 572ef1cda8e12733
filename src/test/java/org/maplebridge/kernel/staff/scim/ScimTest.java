package org.maplebridge.kernel.staff.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maplebridge.kernel.staff.scim.Platform.REASON;
import static org.maplebridge.kernel.staff.scim.Platform.USERS;
import static org.maplebridge.kernel.staff.scim.Platform.ok;
import static org.maplebridge.kernel.staff.scim.Platform.refused;
import static org.maplebridge.kernel.staff.scim.Platform.user;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// An identity platform lets people come and asks after them, in the words of SCIM.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScimTest {

    private static final String POSTS = Scim.POSTS;

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    private final List<Platform> platforms = new java.util.ArrayList<>();

    @BeforeAll
    void found() {
        platforms.add(new Platform(port, new County(transactions, offices, access).founded()));
    }

    private Platform platform() {
        return platforms.getFirst();
    }

    @Test
    void somebodyJoinsWithPostsAndHasNoPasswordAnybodyKnows() {
        var said = user("Xin.Lai", "测试员新来");
        said.put("externalId", "E-1");
        said.put("emails", List.of(Map.of("value", "someone@example.invalid")));
        said.put("groups", List.of());
        said.put(Scim.ENTERPRISE, Map.of("organization", "town办公室", "employeeNumber", "7"));
        said.put(POSTS, Map.of("posts", List.of(Map.of("display", "ren岗"))));
        var answer = platform().say("POST", USERS, said);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.header("Location")).contains(USERS + "/" + answer.text("id"));
        var shown = ok(platform().ask(USERS + "/" + answer.text("id")));
        assertThat(shown.body()).isEqualTo(answer.body());
        assertThat(shown.text("userName")).isEqualTo("xin.lai");
        assertThat(shown.text("externalId")).isEqualTo("E-1");
        assertThat(shown.text("name.formatted")).isEqualTo("测试员新来");
        assertThat(shown.body().path("active").asBoolean(false)).isTrue();
        assertThat(shown.body().path(POSTS).at("/posts/0/value").asString(""))
                .isEqualTo(platform().id("ren岗"));
        assertThat(shown.raw().body()).doesNotContain("example.invalid");
        assertThat(platform().changes(answer.text("id")))
                .containsExactly("APPOINT 测试员guan " + REASON, "JOIN 测试员guan " + REASON);
        assertThat(new Wire(port).signIn("xin.lai", County.PASSWORD).status()).isEqualTo(401);
    }

    @Test
    void aUserNameOrNumberThatIsTakenIsAConflict() {
        platform().joined("chongfu", "测试员甲");
        refused(platform().say("POST", USERS, user("CHONGFU", "测试员乙")), 409, "uniqueness", "userName", "已有人用");
        refused(platform().say("POST", USERS, user("wai", "测试员丙")), 409, "uniqueness", "userName");
        var first = user("bianhao.a", "测试员丁");
        first.put("externalId", "E-9");
        assertThat(platform().say("POST", USERS, first).status()).isEqualTo(201);
        var second = user("bianhao.b", "测试员戊");
        second.put("externalId", "E-9");
        refused(platform().say("POST", USERS, second), 409, "uniqueness", "externalId");
        assertThat(ok(platform().ask(USERS + "?filter=userName%20eq%20%22bianhao.b%22"))
                        .body()
                        .path("totalResults")
                        .asInt(-1))
                .as("nothing half done")
                .isZero();
    }

    @Test
    void whatCanBeNoUserIsRefusedByAttributeAndRule() {
        var login = user("好", "测试员");
        refused(platform().say("POST", USERS, login), 400, "invalidValue", "userName", "小写字母");
        refused(platform().say("POST", USERS, user("meiming", " ")), 400, "invalidValue", "displayName");
        refused(platform().say("POST", USERS, Map.of("userName", "x")), 400, "invalidSyntax", "schemas");
        for (var wrong : Map.<String, Object>of(
                        "shoeSize",
                        43,
                        "password",
                        "correct-horse",
                        "roles",
                        List.of(Map.of("value", "admin")),
                        "displayName",
                        "长".repeat(41),
                        "active",
                        "perhaps",
                        "externalId",
                        "前\u202E后",
                        Scim.ENTERPRISE,
                        Map.of("organization", "别的单位"),
                        POSTS,
                        Map.of(
                                "posts",
                                List.of(Map.of("value", UUID.randomUUID().toString()))))
                .entrySet()) {
            var said = user("cuoren", "测试员错");
            said.put(wrong.getKey(), wrong.getValue());
            var answer = platform().say("POST", USERS, said);
            var kind = wrong.getKey().equals("shoeSize")
                    ? "invalidPath"
                    : wrong.getKey().equals(Scim.ENTERPRISE) ? "mutability" : "invalidValue";
            refused(answer, 400, kind, wrong.getKey());
        }
        refused(
                platform().program().speak("POST", USERS, Scim.MEDIA, Optional.of("{\"userName\":")),
                400,
                "invalidSyntax");
        refused(platform().program().speak("POST", USERS, Scim.MEDIA, Optional.of("[]")), 400, "invalidSyntax");
        refused(platform().program().speak("POST", USERS, "text/plain", Optional.of("hello")), 415, "", Scim.MEDIA);
        refused(platform().ask(USERS + "/" + UUID.randomUUID()), 404, "");
        refused(platform().ask(USERS + "/1"), 404, "");
        refused(platform().ask("/api/scim/v2/ResourceTypes/Group"), 404, "");
        assertThat(ok(platform().ask(USERS + "?filter=userName%20eq%20%22cuoren%22"))
                        .body()
                        .path("totalResults")
                        .asInt(-1))
                .isZero();
    }

    @Test
    void peopleAreFoundByNameAndNumberAndPaged() {
        var said = user("zhao.de.dao", "测试员找");
        said.put("externalId", "E\"引号");
        assertThat(platform().say("POST", USERS, said).status()).isEqualTo(201);
        for (String filter : List.of(
                "userName eq \"ZHAO.de.dao\"",
                "USERNAME EQ \"zhao.de.dao\"",
                Scim.USER + ":userName eq \"zhao.de.dao\"",
                "externalId eq \"E\\\"引号\"")) {
            var found = ok(platform().filtered(filter)).body();
            assertThat(found.path("totalResults").asInt(-1)).as(filter).isEqualTo(1);
            assertThat(found.at("/Resources/0/userName").asString("")).isEqualTo("zhao.de.dao");
        }
        assertThat(ok(platform().filtered("userName eq \"wai\""))
                        .body()
                        .path("totalResults")
                        .asInt(-1))
                .as("of another office")
                .isZero();
        for (String filter : List.of(
                "",
                "userName",
                "userName eq",
                "userName eq zhao",
                "userName eq \"a\" or userName eq \"b\"",
                "userName co \"z\"",
                "active eq \"true\"",
                "userName eq \"\\x\"",
                "userName eq \"" + "a".repeat(500) + "\"")) {
            refused(platform().filtered(filter), 400, "invalidFilter", "filter", "userName eq");
        }
        int all = ok(platform().ask(USERS)).body().path("totalResults").asInt(-1);
        assertThat(all).isGreaterThan(4);
        var second = ok(platform().ask(USERS + "?startIndex=2&count=2")).body();
        assertThat(second.path("itemsPerPage").asInt(-1)).isEqualTo(2);
        assertThat(second.path("startIndex").asInt(-1)).isEqualTo(2);
        assertThat(second.path("totalResults").asInt(-1)).isEqualTo(all);
        assertThat(second.at("/Resources/0/id"))
                .isEqualTo(ok(platform().ask(USERS)).body().at("/Resources/1/id"));
        assertThat(ok(platform().ask(USERS + "?count=0"))
                        .body()
                        .path("Resources")
                        .size())
                .isZero();
        assertThat(ok(platform().ask(USERS + "?startIndex=-3&count=1"))
                        .body()
                        .at("/startIndex")
                        .asInt(-1))
                .isEqualTo(1);
        assertThat(ok(platform().ask(USERS + "?startIndex=10000"))
                        .body()
                        .path("Resources")
                        .size())
                .isZero();
        refused(platform().ask(USERS + "?count=many"), 400, "invalidValue", "count");
    }

    @Test
    void onlyATokenMadeForItGetsIn() {
        var session = new Wire(port).as("guan");
        refused(session.speak("GET", USERS, Scim.MEDIA, Optional.empty()), 403, "", "scim");
        for (Map<String, Object> limits : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("areas", List.of("agencies")),
                Map.of("areas", List.of("scim"), "verbs", List.of("open")))) {
            var other = platform().program("guan", limits);
            refused(other.speak("POST", USERS, Scim.MEDIA, Optional.of("{}")), 403, "");
        }
        var reader = platform().program("guan", Map.of("areas", List.of("scim"), "readsOnly", true));
        ok(reader.speak("GET", USERS, Scim.MEDIA, Optional.empty()));
        refused(reader.speak("DELETE", USERS + "/" + platform().id("ren"), Scim.MEDIA, Optional.empty()), 403, "");
        refused(
                platform()
                        .program("ren", Map.of("areas", List.of("scim")))
                        .speak("GET", USERS, Scim.MEDIA, Optional.empty()),
                403,
                "",
                "机构管理员");
        var nobody = new Wire(port).speak("GET", USERS, Scim.MEDIA, Optional.empty());
        refused(nobody, 401, "");
        assertThat(nobody.header("WWW-Authenticate").orElse("")).startsWith("Bearer");
        var wai = platform().program("wai", Map.of("areas", List.of("scim")));
        refused(wai.speak("GET", USERS + "/" + platform().id("ren"), Scim.MEDIA, Optional.empty()), 404, "");
        refused(wai.speak("DELETE", USERS + "/" + platform().id("ren"), Scim.MEDIA, Optional.empty()), 404, "");
        assertThat(platform().program().get("/api/inbox").status())
                .as("nor anywhere else")
                .isEqualTo(403);
        refused(
                platform().patch(platform().id("guan"), Map.of("op", "replace", "path", "active", "value", false)),
                403,
                "",
                "不能给自己办");
        ok(platform().ask(USERS + "/" + platform().id("guan")));
    }

    @Test
    void whatThereIsIsDescribed() {
        var provider = ok(platform().ask("/api/scim/v2/ServiceProviderConfig")).body();
        assertThat(provider.at("/patch/supported").asBoolean(false)).isTrue();
        assertThat(provider.at("/bulk/supported").asBoolean(true)).isFalse();
        assertThat(provider.at("/filter/maxResults").asInt(0)).isEqualTo(200);
        var types = ok(platform().ask("/api/scim/v2/ResourceTypes")).body();
        assertThat(types.at("/Resources/0/endpoint").asString("")).isEqualTo("/Users");
        ok(platform().ask("/api/scim/v2/ResourceTypes/User"));
        var schemas = ok(platform().ask("/api/scim/v2/Schemas")).body();
        assertThat(schemas.path("totalResults").asInt(0)).isEqualTo(3);
        for (var schema : schemas.path("Resources")) {
            assertThat(ok(platform()
                                    .ask("/api/scim/v2/Schemas/"
                                            + schema.path("id").asString("")))
                            .body())
                    .isEqualTo(schema);
        }
        refused(platform().ask("/api/scim/v2/Schemas?filter=x"), 403, "");
        var wire = platform().program();
        refused(wire.send(wire.request("/api/scim/v2/Groups").GET()), 404, "");
        refused(wire.send(wire.request(USERS).header("Accept", "text/html").GET()), 406, "", Scim.MEDIA);
    }
}
