package org.maplebridge.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.matters.KernelVerb;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Tries every verb of every kind of matter, and every one that the kernel adds, on a matter where the right officer
/// may well do it, as those who may not: each is refused before anything is read or written.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryVerbTest {

    private static final Set<Integer> REFUSED = Set.of(401, 403, 404, 409);
    private static final Map<String, String[]> ROLES = Map.ofEntries(
            Map.entry("allowances", new String[] {"allowances.keeper"}),
            Map.entry("assists", new String[] {"assists.helper"}),
            Map.entry("errand", new String[] {"errand.clerk"}),
            Map.entry("disputes", new String[] {"disputes.dispatcher", "disputes.mediator"}),
            Map.entry("gradings", GradingKnocks.ROLES),
            Map.entry("lawchanges", new String[] {"kernel.legal-officer"}),
            Map.entry("lessons", new String[] {"lessons.analyst", "kernel.supervisor"}),
            Map.entry("orders", new String[] {"orders.decider", "orders.asker"}),
            Map.entry("requests", new String[] {"requests.officer", "disputes.dispatcher"}),
            Map.entry("reviews", new String[] {"reviews.reviewer"}),
            Map.entry("stretch.custody", new String[] {"stretch.custody.officer"}),
            Map.entry("stretch.relay", new String[] {"stretch.relay.desk"}),
            Map.entry("urgings", new String[] {"urgings.supervisor", "urgings.responder"}));
    private static final Set<String> COUNTYS =
            Set.of("assists", "gradings", "lawchanges", "lessons", "orders", "urgings");

    @LocalServerPort
    int port;

    @Autowired
    House house;

    private final Map<String, Tried> tried = new TreeMap<>();
    private String leaving = "";

    /// A matter with every verb there is for it.
    ///
    /// @param right whoever handles it, in a session of their own
    /// @param out   has the same roles at the same office, and keeps out of it
    private record Tried(House.Filed matter, Wire right, Wire out, Set<String> verbs) {

        String version() {
            return right.get("/api/matters/" + matter.id())
                    .body()
                    .path("version")
                    .toString();
        }

        /// Says nothing: whoever is let in is told what is missing, or has done it.
        Wire.Answer by(Wire who, String verb, String version) {
            var path = "/api/matters/" + matter.id() + "/moves/" + verb;
            return who.send(who.request(path)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .header("If-Match", "\"" + version + "\"")
                    .POST(HttpRequest.BodyPublishers.ofString("{}")));
        }
    }

    @BeforeAll
    void build() {
        var inside = house.built(port);
        var county = inside.county();
        leaving = "/api/agencies/" + county.office("town").id() + "/staff/"
                + county.actor(House.GONE).person() + "/leave";
        var kin = Kin.until(Optional.empty(), house, county);
        ROLES.forEach((scene, roles) -> {
            var office = COUNTYS.contains(scene) ? "county" : "town";
            county.officer("right-" + scene, office, roles);
            county.officer("out-" + scene, office, roles);
        });
        county.officer("asker", "town", "orders.asker", "disputes.dispatcher");
        var town = county.office("town").id().toString();
        var at = new LinkedHashMap<String, House.Filed>();
        at.put("disputes", kin.matter());
        at.put("errand", opened("right-errand", "errand", Map.of("title", "去塌路那里看看", "agency", town)));
        at.put("stretch.custody", inside.sealed());
        at.put("stretch.relay", opened(House.RIGHT, "stretch.relay", Map.of("title", "塌路的意见", "agency", town)));
        at.put(
                "orders",
                opened(
                        "asker",
                        "orders",
                        Map.of(
                                "kind", "ERASE",
                                "code", kin.matter().code(),
                                "decider", county.office("county").id().toString(),
                                "article", "个人信息保护法第四十七条",
                                "reason", "保存期限已满，没有必要再存")));
        at.put("requests", requested(kin));
        at.put(
                "reviews",
                opened(
                        "right-reviews",
                        "reviews",
                        Map.of("code", inside.closed().code(), "reason", "有人反映协议没有履行")));
        at.put("lawchanges", LawChangeKnocks.raised(house, "right-lawchanges"));
        at.put("lessons", FirstSheets.learned(house, "right-lessons"));
        at.put("gradings", GradingKnocks.begun(house, "right-gradings", "评过的人", Map.of("kind", "PART")));
        at.put("allowances", FirstSheets.allowance(house, "right-allowances"));
        at.put("assists", invited(town, county.office("county").id().toString()));
        at.put(
                "urgings",
                opened(
                        "right-urgings",
                        "urgings",
                        Map.of(
                                "cause", "OTHER",
                                "code", kin.matter().code(),
                                "wrong", "石榴树倒了半年没有人管",
                                "wanted", "查明原因，尽快办理")));
        var scenes = house.as(House.RIGHT).get("/api/scenes").body().path("items");
        scenes.forEach(scene -> {
            var name = scene.path("name").asString("");
            var matter = Optional.ofNullable(at.get(name))
                    .orElseThrow(() -> new AssertionError("a kind of matter that nobody tries: " + name));
            var out = house.as("out-" + name);
            House.ok(out.move(matter.id(), "recuse", Map.of("ground", "KIN", "reason", "一家人")));
            tried.put(name, new Tried(matter, house.as("right-" + name), out, verbs(scene)));
        });
        assertThat(tried.keySet()).isEqualTo(new TreeSet<>(at.keySet()));
    }

    private House.Filed opened(String who, String scene, Map<String, ?> said) {
        return House.filed(House.ok(house.as(who).post("/api/scenes/" + scene, said)));
    }

    /// What the town asks the county for in a dispute of its own.
    private House.Filed invited(String town, String other) {
        var host = opened("right-disputes", "disputes", DisputeForms.brought("石榴树倒在路上", "周小树", "13800007788"));
        var mediator = house.as("right-disputes");
        House.ok(mediator.move(host.id(), "register", DisputeForms.calm()));
        House.ok(mediator.move(
                host.id(),
                "route",
                Map.of("area", County.TOWN, "category", "HOUSING", "agency", town, "reason", "就在镇上")));
        House.ok(mediator.move(host.id(), "accept", Map.of()));
        House.ok(mediator.move(host.id(), "invite", Map.of("force", "POLICE", "agency", other, "what", "请到场说明怎么处理")));
        return row("right-assists", "assists");
    }

    /// What the child asks for at the public's door, as the officer for requests finds it.
    private House.Filed requested(Kin kin) {
        House.ok(house.nobody()
                .post(
                        "/api/public/own/requests",
                        Map.of(
                                "code",
                                kin.matter().code(),
                                "phoneLast4",
                                Kin.CHILD_DIGITS,
                                "kind",
                                "CORRECT",
                                "words",
                                "名字里的字写错了")));
        return row("right-requests", "requests");
    }

    /// The matter of a kind that somebody finds in their list.
    private House.Filed row(String who, String kind) {
        var row = House.ok(house.as(who).get("/api/matters?limit=200"))
                .body()
                .path("items")
                .valueStream()
                .filter(each -> each.path("scene").asString("").equals(kind))
                .findFirst()
                .orElseThrow();
        return new House.Filed(row.path("id").asString(""), row.path("code").asString(""), "");
    }

    /// All that the running program tells of a kind of matter, and all that the kernel knows besides.
    private static Set<String> verbs(JsonNode scene) {
        var verbs = new TreeSet<String>();
        scene.path("moves").forEach(move -> verbs.add(move.path("verb").asString("")));
        Arrays.stream(KernelVerb.values()).map(KernelVerb::wireName).forEach(verbs::add);
        return verbs;
    }

    /// Every verb of every matter, by one person.
    ///
    /// @param meant what of it is meant for them, and left out
    private void refused(String as, Wire who, BiPredicate<String, String> meant) {
        var wrong = new TreeMap<String, String>();
        tried.forEach((scene, each) -> {
            var before = each.version();
            assertThat(before).matches("\\d+");
            each.verbs().stream().filter(verb -> !meant.test(scene, verb)).forEach(verb -> {
                var answer = each.by(who, verb, before);
                if (!REFUSED.contains(answer.status())) {
                    wrong.put(as + " " + scene + " " + verb, answer.toString());
                }
            });
            assertThat(each.version()).as(as + " moved " + scene).isEqualTo(before);
        });
        assertThat(wrong).isEmpty();
    }

    private void refused(String as, Wire who) {
        refused(as, who, (scene, verb) -> false);
    }

    @Test
    void everyKindOfMatterHasItsVerbsAndTheRightOfficerGetsIn() {
        tried.forEach((scene, each) -> {
            assertThat(each.verbs()).as(scene).hasSizeGreaterThan(KernelVerb.values().length);
            var let = each.verbs().stream()
                    .filter(verb -> !verb.equals("recuse"))
                    .filter(verb -> each.by(each.right(), verb, each.version()).status() == 422)
                    .toList();
            assertThat(let)
                    .as("this walk would notice somebody who is let in: " + scene)
                    .isNotEmpty();
        });
    }

    @Test
    void nobodyMovesAnything() {
        refused("nobody", house.nobody());
        refused("made up", house.nobody().with("Authorization", "Bearer made-up"));
    }

    @Test
    void theWrongOfficeMovesNothing() {
        Stream.concat(House.WRONG_OFFICE.stream(), Stream.of("sealed"))
                .forEach(user -> refused(
                        user,
                        house.as(user),
                        (scene, verb) -> user.equals("sealed") && scene.equals("stretch.custody")));
    }

    @Test
    void aLowRoleMovesNothing() {
        refused(House.COLLEAGUE, house.as(House.COLLEAGUE));
        // whoever sees a matter may keep out of it, and nothing else
        refused(House.LOOKER, house.as(House.LOOKER), (scene, verb) -> verb.equals("recuse"));
    }

    @Test
    void whoeverKeepsOutMovesNothingThere() {
        tried.forEach((scene, each) -> refused("out of " + scene, each.out(), (other, verb) -> !other.equals(scene)));
    }

    @Test
    void whoeverHasLeftMovesNothing() {
        var gone = house.as(House.GONE);
        assertThat(gone.get("/api/inbox").status()).isEqualTo(200);
        House.ok(house.as(House.RIGHT).post(leaving, Map.of("reason", "调走")));
        refused(House.GONE, gone);
    }

    /// The party themself, the guardian, a citizen who is party to nothing: at the public's doors they only ask.
    @Test
    void noAccountOfAPartyMovesAnything() {
        for (String user : List.of(Kin.CHILD, Kin.GUARDIAN, House.CITIZEN)) {
            refused(user, house.as(user));
        }
    }
}
