package org.maplebridge.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.maplebridge.doors.Knock.Whose;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.Wire;
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

    /// The id of a matter is opaque and stands in what the receipt's signature covers.
    private static final Set<String> SHOW_THE_ID = Set.of("GET /api/public/receipts/{code}");

    @LocalServerPort
    int port;

    @Autowired
    House house;

    @Autowired
    ApplicationContext context;

    private final Map<String, House.Inside> built = new TreeMap<>();
    private final Map<String, Wire> watchers = new TreeMap<>();
    private List<Knock> knocks = List.of();

    @BeforeAll
    void build() {
        var inside = house.built(port);
        built.put("", inside);
        var right = house.as(House.RIGHT);
        watchers.put("", right);
        var task = right.get("/api/inbox")
                .body()
                .path("items")
                .valueStream()
                .filter(row ->
                        row.at("/matter/id").asString("").equals(inside.matter().id()))
                .findFirst()
                .orElseThrow()
                .at("/task/id")
                .asString("");
        var alert = right.get("/api/alerts").body().at("/items/0/id").asString("");
        var token = House.ok(right.send("POST", "/api/tokens", Map.of("name", "石榴树程序", "days", 1)))
                .text("id");
        var entry = right.get("/api/matters/" + inside.matter().id() + "/trail")
                .body()
                .at("/items/0/hash")
                .asString("");
        var accounts = AccountKnocks.of(house);
        knocks = new Knocks(inside, task, alert, token, entry, accounts).all();
        assertThat(List.of(task, alert, token, entry)).doesNotContain("");
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
        walk(house.nobody(), EveryDoorTest::answered);
        walk(house.nobody().with("Cookie", "maple_session=made-up"), EveryDoorTest::answered);
        walk(house.nobody().with("Authorization", "Bearer made-up"), EveryDoorTest::answered);
    }

    @Test
    @Order(3)
    void theWrongOfficeSeesNothingAndDoesNothing() {
        for (String user : House.WRONG_OFFICE) {
            walk(house.as(user), EveryDoorTest::shut);
        }
    }

    @Test
    @Order(4)
    void theWrongPersonSeesNothingAndDoesNothing() {
        walk(house.as(House.COLLEAGUE), EveryDoorTest::shut);
        walk(house.as(House.CITIZEN), EveryDoorTest::shut);
    }

    private static boolean shut(Knock knock, int status) {
        return switch (knock.whose()) {
            case THEIRS -> status == 403 || status == 404;
            case COUNTYS -> status == 403;
            case PROVEN -> status == 422;
            case PUBLIC, SIGNED_IN -> status != 401 && status < 500;
        };
    }

    /// Served, or refused for another reason than who knocks.
    private static boolean answered(Knock knock, int status) {
        return knock.whose() == Whose.PUBLIC ? status != 401 && status != 403 && status < 500 : status == 401;
    }

    private interface Expected {
        boolean holds(Knock knock, int status);
    }

    /// Knocks everywhere; no answer may hold a word of what happened, and nothing may have moved.
    private void walk(Wire who, Expected expected) {
        var before = versions();
        var wrong = new LinkedHashMap<String, String>();
        for (Knock knock : knocks) {
            var answer = knock.by(who, version(knock));
            if (!expected.holds(knock, answer.status())) {
                wrong.put(knock.toString(), answer.toString());
            }
            leaks(knock, answer).forEach(word -> wrong.put(knock + " tells " + word, answer.toString()));
        }
        assertThat(wrong).isEmpty();
        assertThat(versions()).isEqualTo(before);
    }

    private List<String> leaks(Knock knock, Wire.Answer answer) {
        var secrets = Stream.concat(House.WORDS.stream(), inside().marks().stream());
        return secrets.filter(word -> answer.raw().body().contains(word)
                        || answer.raw().headers().map().toString().contains(word))
                .filter(word -> !SHOW_THE_ID.contains(knock.endpoint())
                        || !word.equals(inside().matter().id()))
                .toList();
    }

    private List<String> versions() {
        return Stream.of(inside().matter(), inside().linked(), inside().closed())
                .map(filed -> watcher()
                        .get("/api/matters/" + filed.id())
                        .body()
                        .path("version")
                        .toString())
                .toList();
    }

    /// The version of the matter that a knock names, as the right officer sees it.
    private String version(Knock knock) {
        return knock.seen()
                ? "\""
                        + watcher()
                                .get(knock.path().substring(0, knock.path().indexOf("/moves/")))
                                .body()
                                .path("version")
                        + "\""
                : "";
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
        assertThat(moves.path("can").size()).isZero();
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
                var answer = knock.by(right, version(knock));
                assertThat(answer.status()).as(knock + " " + answer).matches(status -> switch (knock.whose()) {
                    case COUNTYS -> status == 403;
                    case PROVEN -> status == 422;
                    case PUBLIC, SIGNED_IN, THEIRS -> status / 100 == 2;
                });
            }
        }
    }
}
