package org.maplebridge.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Walks every endpoint as the people whom matters are about and as whoever speaks for them, with an account and with
/// the code on the receipt: each finds their own matter at the doors for the public, and another's nowhere.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OwnDoorsTest {

    /// A party to the dispute of the other town.
    private static final String ONESELF = "oneself";

    private static final String ONESELF_DIGITS = "5678";

    @LocalServerPort
    int port;

    @Autowired
    House house;

    @Autowired
    Transactions transactions;

    @Autowired
    JdbcClient db;

    private final Map<String, House.Inside> built = new TreeMap<>();
    private final Map<String, House.Filed> own = new TreeMap<>();
    private final Map<String, String> digits =
            Map.of(ONESELF, ONESELF_DIGITS, Kin.CHILD, Kin.CHILD_DIGITS, Kin.GUARDIAN, Kin.GUARDIAN_DIGITS);
    private List<Knock> knocks = List.of();

    @BeforeAll
    void build() {
        var inside = house.built(port);
        built.put("", inside);
        inside.county().officer("asked", "county", "requests.officer");
        var kin = Kin.until(Optional.of(house.today().plusDays(1)), house, inside.county());
        inside.county().citizen(ONESELF, Kin.persona(inside.other().id(), 1));
        own.put(ONESELF, inside.other());
        own.put(Kin.CHILD, kin.matter());
        own.put(Kin.GUARDIAN, kin.matter());
        knocks = Knocks.in(house, inside);
    }

    @AfterAll
    void theClockGoesBack() {
        TestClock.reset();
    }

    private House.Inside inside() {
        return Stream.ofNullable(built.get("")).findFirst().orElseThrow();
    }

    private House.Filed own(String who) {
        return Optional.ofNullable(own.get(who)).orElseThrow();
    }

    private String digits(String who) {
        return Optional.ofNullable(digits.get(who)).orElseThrow();
    }

    private Walk walk() {
        return new Walk(inside(), house.as(House.RIGHT));
    }

    @Test
    @Order(1)
    void whoeverIsPartyToOneMatterSeesAndDoesNothingInAnother() {
        for (String who : own.keySet()) {
            walk().along(knocks, house.as(who), Walk::shut);
        }
    }

    /// What officers read and write about a matter is not what its parties are told: that is for the public's doors.
    @Test
    @Order(2)
    void anAccountOpensNoneOfTheOfficersDoorsToOnesOwnMatter() {
        for (String who : own.keySet()) {
            var session = house.as(who);
            var about = atTheMatters(own(who));
            assertThat(about).hasSizeGreaterThan(9);
            for (Knock knock : about) {
                var answer = knock.by(session, "\"1\"");
                assertThat(answer.status()).as(who + " " + knock + " " + answer).isIn(403, 404);
            }
            for (Knock knock : knocks) {
                if (knock.whose() == Whose.SIGNED_IN && knock.endpoint().startsWith("GET ")) {
                    assertThat(knock.by(session, "").raw().body())
                            .as(who + " " + knock)
                            .doesNotContain(own(who).id(), own(who).code());
                }
            }
        }
    }

    /// Every knock at a matter, at this one.
    private List<Knock> atTheMatters(House.Filed matter) {
        return knocks.stream()
                .filter(knock -> knock.endpoint().contains(" /api/matters/{id}"))
                .map(knock -> new Knock(
                        knock.endpoint(),
                        knock.whose(),
                        knock.path().replaceFirst("/api/matters/[^/]+", "/api/matters/" + matter.id()),
                        knock.said(),
                        knock.seen(),
                        knock.parcel()))
                .toList();
    }

    /// Every knock that says a code and its digits, with these.
    private List<Knock> byCode(String code, String four) {
        return knocks.stream()
                .filter(knock -> knock.said()
                        .filter(said -> said.containsKey("phoneLast4"))
                        .isPresent())
                .map(knock -> {
                    var said = new HashMap<String, Object>(knock.said().orElseThrow());
                    said.put("code", code);
                    said.put("phoneLast4", four);
                    return knock.saying(said);
                })
                .toList();
    }

    @Test
    @Order(3)
    void codeAndDigitsOpenThePublicsDoorsToOnesOwnMatterOnly() {
        for (String who : own.keySet()) {
            var doors = byCode(own(who).code(), digits(who));
            assertThat(doors).hasSizeGreaterThanOrEqualTo(4);
            for (Knock knock : doors) {
                var answer = knock.by(house.nobody(), "");
                assertThat(answer.status()).as(who + " " + knock + " " + answer).isEqualTo(known(who, knock));
                assertThat(walk().leaks(knock, answer)).as(who + " " + knock).isEmpty();
                assertThat(answer.raw().body())
                        .as("masked at these doors too")
                        .doesNotContain("柳小童", "柳大人", "13811110000", "13822223333", "13900005678");
            }
        }
    }

    /// It has only just begun: there is nothing to judge, to open again or to come to.
    private static int known(String who, Knock knock) {
        var endpoint = knock.endpoint();
        if (endpoint.endsWith("/api/public/evaluations") || endpoint.contains("/public/moves/")) {
            return 409;
        }
        if (endpoint.contains("/own/files/uploads")) {
            // what somebody else began to send isn't theirs to see or to go on with
            // and of one's own nothing is finished twice
            int mine = endpoint.endsWith("/finish") ? 422 : 200;
            return endpoint.endsWith("/uploads") ? 201 : who.equals(ONESELF) ? mine : 404;
        }
        return endpoint.endsWith("/sessions/answer") ? 422 : 200;
    }

    @Test
    @Order(4)
    void thePersonIsToldWhatIsHeldOfThemAndTheGuardianOfTheChildToo() {
        assertThat(told(ONESELF)).contains("钱*", "139****5678").doesNotContain("柳", "监护");
        assertThat(told(Kin.CHILD)).contains("柳某某", "138****0000").doesNotContain("柳*人", "138****3333", "钱");
        assertThat(told(Kin.GUARDIAN))
                .contains("柳*人", "138****3333", "被监护人的姓名", "柳某某")
                .doesNotContain("钱");
    }

    private String told(String who) {
        var said = Map.of("code", own(who).code(), "phoneLast4", digits(who));
        return House.ok(house.nobody().post("/api/public/own", said)).raw().body();
    }

    @Test
    @Order(5)
    void nobodysDigitsOpenTheMatterOfSomebodyElse() {
        var wrong = new TreeMap<String, String>();
        for (String who : own.keySet()) {
            for (String four : List.of("1234", ONESELF_DIGITS, Kin.CHILD_DIGITS, Kin.GUARDIAN_DIGITS)) {
                var theirs = Stream.of(
                        own(who).code(),
                        inside().matter().code(),
                        inside().sealed().code());
                theirs.filter(code -> !opens(code, four))
                        .flatMap(code -> byCode(code, four).stream())
                        .forEach(knock -> {
                            var answer = knock.by(house.nobody(), "");
                            if (answer.status() != 404
                                    || !walk().leaks(knock, answer).isEmpty()) {
                                wrong.put(knock + " " + knock.said(), answer.toString());
                            }
                        });
            }
        }
        assertThat(wrong).isEmpty();
    }

    private boolean opens(String code, String four) {
        boolean theTowns = Stream.of(inside().matter(), inside().sealed())
                .anyMatch(filed -> filed.code().equals(code));
        return theTowns
                ? four.equals("1234")
                : own.keySet().stream()
                        .anyMatch(who ->
                                own(who).code().equals(code) && digits(who).equals(four));
    }

    /// The last of all: every session ends with it.
    @Test
    @Order(9)
    void aGuardianWhosePowerHasEndedFindsNothingAnyMore() {
        assertThat(reached(Kin.GUARDIAN)).containsExactly(own(Kin.GUARDIAN).id());
        TestClock.pass(Duration.ofDays(3));
        for (Knock knock : byCode(own(Kin.GUARDIAN).code(), Kin.GUARDIAN_DIGITS)) {
            var answer = knock.by(house.nobody(), "");
            assertThat(answer.status()).as(knock + " " + answer).isEqualTo(404);
        }
        assertThat(reached(Kin.GUARDIAN)).isEmpty();
        assertThat(reached(Kin.CHILD)).containsExactly(own(Kin.CHILD).id());
        assertThat(told(Kin.CHILD)).as("the child still does").contains("柳某某");
        // health rightly says that nobody has swept for days
        var doors = knocks.stream()
                .filter(knock -> !knock.endpoint().contains("/health"))
                .toList();
        walk().along(doors, house.as(Kin.GUARDIAN), Walk::shut);
    }

    /// What the row policies let through to whoever an account is bound to, whatever the doors say.
    private List<String> reached(String who) {
        var persona = Kin.persona(own(who).id(), who.equals(Kin.GUARDIAN) ? 2 : 1);
        var eyes = Scope.of(persona.toString(), List.of("p:" + persona + "|general"));
        return transactions.run(
                eyes,
                work -> db.sql("select id::text from matters.matter where code = :code")
                        .param("code", own(who).code())
                        .query(String.class)
                        .list());
    }
}
