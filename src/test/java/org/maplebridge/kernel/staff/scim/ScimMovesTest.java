package org.maplebridge.kernel.staff.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maplebridge.kernel.staff.scim.Platform.REASON;
import static org.maplebridge.kernel.staff.scim.Platform.USERS;
import static org.maplebridge.kernel.staff.scim.Platform.ok;
import static org.maplebridge.kernel.staff.scim.Platform.refused;
import static org.maplebridge.kernel.staff.scim.Platform.user;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// An identity platform lets people move and go, in the words of SCIM.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScimMovesTest {

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
    void somebodyMovesByPutAndByPatchInEitherStyle() {
        var who = platform().joined("yidong", "测试员移动");
        var said = user("yidong", "测试员改名");
        said.put(
                POSTS,
                Map.of(
                        "posts",
                        List.of(
                                Map.of("value", platform().id("ren岗")),
                                Map.of("value", platform().id("zai岗")))));
        assertThat(ok(platform().say("PUT", USERS + "/" + who, said)).text("displayName"))
                .isEqualTo("测试员改名");
        assertThat(platform().titles(who)).containsExactlyInAnyOrder("ren岗", "zai岗");
        ok(platform()
                .patch(
                        who,
                        Map.of(
                                "op",
                                "Remove",
                                "path",
                                POSTS + ":posts[value eq \"" + platform().id("ren岗") + "\"]")));
        assertThat(platform().titles(who)).containsExactly("zai岗");
        ok(platform()
                .patch(
                        who,
                        Map.of("op", "Add", "path", POSTS + ":posts", "value", List.of(Map.of("display", "man岗"))),
                        Map.of("op", "Replace", "path", "name.formatted", "value", "测试员又改"),
                        Map.of("op", "Add", "path", "emails[type eq \"work\"].value", "value", "a@example.invalid")));
        assertThat(platform().titles(who)).containsExactlyInAnyOrder("zai岗", "man岗");
        ok(platform()
                .patch(
                        who,
                        Map.of(
                                "op",
                                "replace",
                                "value",
                                Map.of("externalId", "E-77", POSTS, Map.of("posts", List.of())))));
        var shown = ok(platform().ask(USERS + "/" + who));
        assertThat(shown.text("externalId")).isEqualTo("E-77");
        assertThat(shown.text("displayName")).isEqualTo("测试员又改");
        assertThat(platform().titles(who)).isEmpty();
        ok(platform().patch(who, Map.of("op", "remove", "path", "externalId")));
        assertThat(ok(platform().ask(USERS + "/" + who)).body().has("externalId"))
                .isFalse();
        assertThat(platform().changes(who).stream().map(each -> each.substring(0, each.indexOf(' '))))
                .containsExactly("JOIN", "APPOINT", "APPOINT", "RENAME", "END", "APPOINT", "RENAME", "END", "END");
    }

    @Test
    void aPatchThatCanNotBeDoneInFullIsNotDoneAtAll() {
        var who = platform().joined("quanbu", "测试员全部");
        var before = ok(platform().ask(USERS + "/" + who)).body();
        var rename = Map.of("op", "replace", "path", "displayName", "value", "测试员改掉");
        refused(
                platform().patch(who, rename, Map.of("op", "replace", "path", "shoeSize", "value", 1)),
                400,
                "invalidPath",
                "shoeSize");
        refused(platform().patch(who, rename, Map.of("op", "move", "path", "active")), 400, "invalidSyntax", "op");
        refused(platform().patch(who, rename, Map.of("op", "remove")), 400, "noTarget", "path");
        refused(
                platform().patch(who, rename, Map.of("op", "remove", "path", "userName")),
                400,
                "mutability",
                "userName");
        refused(
                platform().patch(who, rename, Map.of("op", "replace", "path", "userName", "value", "bieren")),
                400,
                "mutability",
                "userName");
        refused(platform().patch(who, rename, Map.of("op", "replace", "value", "x")), 400, "invalidValue", "value");
        refused(
                platform().patch(who, rename, Map.of("op", "remove", "path", POSTS + ":posts[value eq \"x\"]")),
                400,
                "noTarget",
                "posts");
        refused(
                platform().patch(who, rename, Map.of("op", "add", "path", POSTS + ":posts", "value", "没有的岗")),
                400,
                "invalidValue",
                "没有的岗");
        refused(
                platform().patch(who, Map.of("op", "replace", "path", "name.givenName", "value", "单")),
                400,
                "invalidValue");
        refused(
                platform().say("PATCH", USERS + "/" + who, Map.of("Operations", List.of(rename))),
                400,
                "invalidSyntax",
                "schemas");
        refused(platform().patch(who), 400, "invalidSyntax", "Operations");
        assertThat(ok(platform().ask(USERS + "/" + who)).body()).isEqualTo(before);
    }

    @Test
    void whoeverIsMadeInactiveIsOutWithTheNextRequest() {
        var styles = Map.<String, Map<String, Object>>of(
                "azure", Map.of("op", "Replace", "path", "active", "value", "False"),
                "okta", Map.of("op", "replace", "value", Map.of("active", false)));
        for (var style : styles.entrySet()) {
            var login = style.getKey();
            var who = platform().id(login);
            var running = new Wire(port).as(login);
            var token =
                    running.post("/api/tokens", Map.of("name", "程序", "days", 1)).text("token");
            var program = new Wire(port).with("Authorization", "Bearer " + token);
            assertThat(running.get("/api/inbox").status()).isEqualTo(200);
            assertThat(program.get("/api/inbox").status()).isEqualTo(200);
            var answer = ok(platform().patch(who, style.getValue()));
            assertThat(answer.body().path("active").asBoolean(true)).isFalse();
            assertThat(running.get("/api/inbox").status()).isEqualTo(401);
            assertThat(program.get("/api/inbox").status()).isEqualTo(401);
            assertThat(new Wire(port).signIn(login, County.PASSWORD).status()).isEqualTo(401);
            assertThat(platform().changes(who)).containsExactly("END 测试员guan " + REASON, "LEAVE 测试员guan " + REASON);
            ok(platform().patch(who, style.getValue()));
            assertThat(platform().changes(who)).as("twice does no harm").hasSize(2);
            refused(
                    platform().patch(who, Map.of("op", "replace", "path", "active", "value", true)),
                    400,
                    "mutability",
                    "active");
            assertThat(ok(platform().ask(USERS + "/" + who))
                            .body()
                            .path("active")
                            .asBoolean(true))
                    .isFalse();
        }
    }

    @Test
    void aBodyThatSaysInactiveIsALeaveToo() {
        var who = platform().joined("zhengti", "测试员整体");
        var said = user("zhengti", "测试员整体");
        said.put("id", who);
        said.put("meta", Map.of("resourceType", "User"));
        said.put("name", Map.of("familyName", "测", "givenName", "试"));
        said.put("active", false);
        said.put(POSTS, Map.of("posts", List.of("ren岗")));
        var shown = ok(platform().say("PUT", USERS + "/" + who, said));
        assertThat(shown.body().path("active").asBoolean(true)).isFalse();
        assertThat(platform().titles(who)).as("whoever leaves gets no post").isEmpty();
        assertThat(platform().changes(who)).hasSize(2).last().asString().startsWith("LEAVE");
        var renamed = platform().joined("gaiming", "测试员改名");
        said.put("id", renamed);
        ok(platform().say("PUT", USERS + "/" + renamed, said));
        assertThat(platform().changes(renamed).getLast()).startsWith("LEAVE");
    }

    @Test
    void aNameInPartsIsPutTogetherAsItIsWritten() {
        var who = platform().joined("fenkai", "测试员分开");
        ok(platform()
                .patch(who, Map.of("op", "Replace", "value", Map.of("name.familyName", "欧阳", "name.givenName", "修"))));
        assertThat(ok(platform().ask(USERS + "/" + who)).text("displayName")).isEqualTo("欧阳修");
        ok(platform()
                .patch(
                        who,
                        Map.of(
                                "op",
                                "replace",
                                "path",
                                "name",
                                "value",
                                Map.of("familyName", "Smith", "givenName", "Ann", "honorificPrefix", "Ms"))));
        assertThat(ok(platform().ask(USERS + "/" + who)).text("displayName")).isEqualTo("Ann Smith");
    }

    @Test
    void accessClosesAlsoWhileWorkLiesOnTheDeskAndIsHandedOnAfterwards() {
        var matter = onTheDeskOf("zai岗");
        var running = new Wire(port).as("zai");
        var who = platform().id("zai");
        assertThat(ok(platform().patch(who, Map.of("op", "replace", "path", "active", "value", false)))
                        .body()
                        .path("active")
                        .asBoolean(true))
                .isFalse();
        assertThat(running.get("/api/inbox").status()).isEqualTo(401);
        assertThat(platform().titles(who)).as("still theirs to hand on").contains("zai岗");
        assertThat(platform().changes(who)).containsExactly("SHUT 测试员guan " + REASON);
        ok(platform()
                .patch(
                        who,
                        Map.of("op", "replace", "path", POSTS + ":handOverTo", "value", "ren岗"),
                        Map.of("op", "replace", "path", "active", "value", false)));
        assertThat(platform().titles(who)).isEmpty();
        assertThat(new Wire(port).as("ren").get("/api/inbox?limit=200").raw().body())
                .contains(matter);
        assertThat(platform().changes(who)).last().asString().startsWith("LEAVE");
    }

    private String onTheDeskOf(String post) {
        var tong = new Wire(port).as("tong");
        var opened = tong.post(
                "/api/scenes/disputes",
                Map.of(
                        "words", "门前的沟堵了",
                        "area", County.TOWN,
                        "occurredAt", "2025-01-02T08:00:00+08:00",
                        "source", "PATROL"));
        var matter = opened.text("matter.id");
        tong.move(matter, "register", DisputeForms.calm());
        tong.move(
                matter,
                "route",
                Map.of(
                        "area",
                        County.TOWN,
                        "category",
                        "NOISE",
                        "agency",
                        platform().id("town"),
                        "reason",
                        "镇里办"));
        assertThat(tong.move(matter, "assign", Map.of("post", platform().id(post), "reason", "归他"))
                        .status())
                .isEqualTo(200);
        return matter;
    }

    @Test
    void whoeverIsDeletedIsGoneFromTheListsAndTheirHistoryStays() {
        var said = user("shan.diao", "测试员删");
        said.put("externalId", "E-50");
        said.put(POSTS, Map.of("posts", List.of("man岗")));
        var who = platform().say("POST", USERS, said).text("id");
        var gone = platform().ask("DELETE", USERS + "/" + who);
        assertThat(gone.status()).isEqualTo(204);
        refused(platform().ask(USERS + "/" + who), 404, "");
        refused(platform().ask("DELETE", USERS + "/" + who), 404, "");
        refused(platform().patch(who, Map.of("op", "replace", "path", "active", "value", true)), 404, "");
        assertThat(ok(platform().filtered("externalId eq \"E-50\""))
                        .body()
                        .path("totalResults")
                        .asInt(-1))
                .isZero();
        assertThat(platform().changes(who)).hasSize(4).last().asString().startsWith("LEAVE");
        refused(platform().say("POST", USERS, user("shan.diao", "测试员再来")), 409, "uniqueness", "userName");
        var again = user("shan.diao2", "测试员再来");
        again.put("externalId", "E-50");
        assertThat(platform().say("POST", USERS, again).status()).isEqualTo(201);
    }
}
