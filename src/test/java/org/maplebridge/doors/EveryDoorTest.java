package org.maplebridge.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.maplebridge.doors.Knock.Whose;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/// Walks every endpoint there is, in a house where everything has happened, as nobody, from the wrong office and as
/// the wrong person; at last as whom it is meant for, so that a closed door is not merely a broken one.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryDoorTest {

    @LocalServerPort
    int port;

    @Autowired
    House house;

    @Autowired
    Access access;

    @Autowired
    ApplicationContext context;

    private final Map<String, House.Inside> built = new TreeMap<>();
    private final Map<String, Wire> watchers = new TreeMap<>();
    private List<Knock> knocks = List.of();

    @BeforeAll
    void build() {
        var inside = house.built(port);
        built.put("", inside);
        watchers.put("", house.nobody().anew(House.RIGHT));
        knocks = Knocks.in(house, inside);
    }

    private House.Inside inside() {
        return Stream.ofNullable(built.get("")).findFirst().orElseThrow();
    }

    /// The right officer in a session of their own, who only looks.
    private Wire watcher() {
        return Stream.ofNullable(watchers.get("")).findFirst().orElseThrow();
    }

    /// Method and pattern of everything that Spring answers, ours and the libraries'.
    private Set<String> endpoints() {
        var all = new TreeSet<String>();
        context.getBeansOfType(RequestMappingInfoHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods().keySet().forEach(info -> all.addAll(names(info))));
        return all;
    }

    private static List<String> names(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .flatMap(pattern -> methods.isEmpty()
                        ? Stream.of("ANY " + pattern)
                        : methods.stream().map(method -> method + " " + pattern))
                .toList();
    }

    @Test
    @Order(1)
    void everyEndpointIsKnockedAt() {
        assertThat(knocks.stream().map(Knock::endpoint).distinct())
                .as("an endpoint without a knock in Knocks, or a knock at no endpoint")
                .containsExactlyInAnyOrderElementsOf(endpoints());
    }

    @Test
    @Order(2)
    void nobodyGetsInButAtThePublicDoors() {
        walk(house.nobody(), Walk::answered);
        walk(house.nobody().with("Cookie", "maple_session=made-up"), Walk::answered);
        walk(house.nobody().with("Authorization", "Bearer made-up"), Walk::answered);
    }

    @Test
    @Order(3)
    void theWrongOfficeSeesNothingAndDoesNothing() {
        for (String user : House.WRONG_OFFICE) {
            walk(house.as(user), Walk::shut);
        }
    }

    @Test
    @Order(4)
    void theWrongPersonSeesNothingAndDoesNothing() {
        walk(house.as(House.COLLEAGUE), Walk::shut);
        walk(house.as(House.CITIZEN), Walk::shut);
    }

    /// Has every role of the right officer at the same office, and is kept out of what happened there.
    @Test
    @Order(5)
    void whoeverIsRecusedSeesNothingAndDoesNothing() {
        var who = house.as(House.KEPT_OUT);
        var about = knocks.stream()
                .filter(knock -> knock.path().matches("/api/(matters|tasks|alerts|inbox|supervision).*"))
                .toList();
        assertThat(about).hasSizeGreaterThan(20);
        walk().along(about, who, Walk::shut);
    }

    @Test
    @Order(5)
    void whoeverHasLeftIsNobody() {
        var signedIn = house.as(House.GONE);
        var token = House.ok(signedIn.send("POST", "/api/tokens", Map.of("name", "留下的程序", "days", 1)))
                .text("token");
        var program = house.nobody().with("Authorization", "Bearer " + token);
        assertThat(signedIn.get("/api/inbox").status()).isEqualTo(200);
        assertThat(program.get("/api/inbox").status()).isEqualTo(200);
        var office = inside().county().office("town").id();
        var person = inside().county().actor(House.GONE).person();
        House.ok(house.as(House.RIGHT)
                .post("/api/agencies/" + office + "/staff/" + person + "/leave", Map.of("reason", "调走")));
        walk(signedIn, Walk::answered);
        walk(program, Walk::answered);
    }

    @Test
    @Order(5)
    void aSessionThatWasEndedOpensNothing() {
        var who = house.as(House.RIGHT);
        House.ok(who.delete("/api/session"));
        walk(who, Walk::answered);
    }

    /// The last of all, since every session ends with it.
    @Test
    @Order(9)
    void aTokenThatHasExpiredOpensNothing() {
        var token = House.ok(house.as(House.RIGHT).send("POST", "/api/tokens", Map.of("name", "一天的程序", "days", 1)))
                .text("token");
        var program = house.nobody().with("Authorization", "Bearer " + token);
        assertThat(program.get("/api/inbox").raw().body()).contains("石榴树");
        TestClock.pass(Duration.ofHours(25));
        // what was looked up is believed for some seconds
        access.changed(inside().county().actor(House.RIGHT).person());
        var wrong = new LinkedHashMap<String, String>();
        // a public door asks for no token, and health rightly says that nobody has swept for a day
        for (Knock knock :
                knocks.stream().filter(each -> each.whose() != Whose.PUBLIC).toList()) {
            var answer = knock.by(program, "\"1\"");
            if (!Walk.answered(knock, answer.status())
                    || !walk().leaks(knock, answer).isEmpty()) {
                wrong.put(knock.toString(), answer.toString());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @AfterAll
    void theClockGoesBack() {
        TestClock.reset();
    }

    private Walk walk() {
        return new Walk(inside(), watcher());
    }

    private void walk(Wire who, Walk.Expected expected) {
        walk().along(knocks, who, expected);
    }

    private List<String> versions() {
        return walk().versions();
    }

    @Test
    @Order(5)
    void anothersCodeOpensNothing() {
        var code = inside().matter().code();
        var own = inside().other().code();
        var wrong = house.nobody().post("/api/public/progress", Map.of("code", code, "phoneLast4", "5678"));
        assertThat(wrong.status()).isEqualTo(404);
        assertThat(wrong.raw().body()).doesNotContain(House.WORDS);
        assertThat(house.nobody()
                        .post("/api/public/progress", Map.of("code", own, "phoneLast4", "1234"))
                        .status())
                .isEqualTo(404);
        assertThat(house.nobody()
                        .post(
                                "/api/public/evaluations",
                                Map.of("code", code, "phoneLast4", "5678", "grade", "SATISFIED"))
                        .status())
                .isEqualTo(404);
        var right = house.nobody().post("/api/public/progress", Map.of("code", code, "phoneLast4", "1234"));
        assertThat(right.status()).isEqualTo(200);
        assertThat(right.raw().body()).contains("石榴树");
    }

    @Test
    @Order(6)
    void aSealedMatterIsClosedToItsOwnOffice() {
        var path = "/api/matters/" + inside().sealed().id();
        for (String part : List.of("", "/moves", "/trail", "/deadlines", "/links")) {
            assertThat(house.as("sealed").get(path + part).status()).isEqualTo(200);
            for (String user : List.of(House.RIGHT, House.LOOKER, "othertown", "department")) {
                var answer = house.as(user).get(path + part);
                assertThat(answer.status()).as(user + part).isEqualTo(404);
                assertThat(answer.raw().body()).doesNotContain(House.WORDS);
            }
        }
        var moved = house.as(House.RIGHT).move(inside().sealed().id(), "recall", Map.of("reason", "试试"));
        assertThat(moved.status()).isEqualTo(404);
    }

    @Test
    @Order(7)
    void whoeverSeesAMatterButHasNoRoleInItMovesNothing() {
        var looker = house.as(House.LOOKER);
        var path = "/api/matters/" + inside().matter().id();
        assertThat(looker.get(path).raw().body()).contains("石榴树");
        var moves = looker.get(path + "/moves").body();
        assertThat(moves.path("can").valueStream().map(move -> move.path("verb").asString("")))
                .as("anybody may keep out")
                .containsExactly("recuse");
        assertThat(moves.path("cannot").size()).isGreaterThan(20);
        var before = versions();
        moves.path("cannot").forEach(move -> {
            var verb = move.path("verb").asString("");
            var answer = looker.move(inside().matter().id(), verb, Map.of());
            assertThat(answer.status()).as(verb + " " + answer).isIn(403, 409, 422);
        });
        assertThat(looker.move(inside().matter().id(), "accept", Map.of()).status())
                .as("from here, but not by them")
                .isEqualTo(403);
        assertThat(looker.move(inside().matter().id(), "suspend", Map.of("reason", "试试"))
                        .status())
                .isEqualTo(403);
        assertThat(versions()).isEqualTo(before);
    }

    @Test
    @Order(8)
    void theDoorsOpenForWhomTheyAreMeant() {
        var right = house.as(House.RIGHT);
        for (Knock knock : knocks) {
            if (knock.whose() != Whose.PUBLIC) {
                var answer = knock.by(right, walk().version(knock));
                assertThat(answer.status()).as(knock + " " + answer).matches(status -> switch (knock.whose()) {
                    case COUNTYS, PROGRAMS -> status == 403;
                    case PROVEN -> status == 422;
                    case PUBLIC, SIGNED_IN, THEIRS -> status / 100 == 2;
                });
            }
        }
    }
}
