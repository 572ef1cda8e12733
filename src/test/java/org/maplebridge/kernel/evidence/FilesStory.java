package org.maplebridge.kernel.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.access.Throttle;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.trail.Verification;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A town with a dispute or two, and people who add files to them.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FilesStory {

    @LocalServerPort
    int port;

    @Value("${maple.data}")
    Path data;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    @Autowired
    Verification verification;

    @Autowired
    Abandoned abandoned;

    @Autowired
    Matters matters;

    @Autowired
    ObjectProvider<Throttle> throttles;

    private final Map<String, Wire> people = new HashMap<>();

    String police = "";
    String shou = "";
    String kan = "";
    String lin = "";

    @BeforeAll
    void found() {
        var county = new County(transactions, offices, access).founded();
        county.officer("ren", "town", "disputes.dispatcher", "disputes.mediator");
        county.officer("lin", "otherTown", "disputes.dispatcher");
        county.officer("xian", "county", "disputes.dispatcher");
        county.officer("shou", "town", "disputes.dispatcher");
        county.officer("kan", "town", "assists.helper");
        county.officer("jing", "police", "assists.helper");
        county.officer("jian", "county", "kernel.supervisor");
        police = county.office("police").id().toString();
        shou = county.actor("shou").person().toString();
        kan = county.actor("kan").person().toString();
        lin = county.actor("lin").person().toString();
        signIn();
    }

    /// Many parties come to one door here, from one address.
    @BeforeEach
    void another() {
        throttles.forEach(Throttle::forget);
    }

    void signIn() {
        List.of("ren", "lin", "xian", "shou", "kan", "jing", "jian")
                .forEach(login -> people.put(login, new Wire(port).as(login)));
    }

    /// Sessions don't last that long.
    void aDayLater() {
        TestClock.pass(Duration.ofHours(25));
        signIn();
    }

    Wire as(String login) {
        return java.util.Objects.requireNonNull(people.get(login));
    }

    record Opened(String id, String code) {}

    static Wire.Answer ok(Wire.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return answer;
    }

    /// The police take part in the mediation and see the dispute.
    Opened withThePolice(String phone) {
        var matter = dispute(phone);
        var town = as("ren").get("/api/matters/" + matter.id()).text("agency.id");
        ok(as("ren").move(matter.id(), "register", DisputeForms.calm()));
        ok(as("ren")
                .move(
                        matter.id(),
                        "route",
                        Map.of("area", County.TOWN, "category", "NEIGHBOUR", "agency", town, "reason", "就近")));
        ok(as("ren").move(matter.id(), "accept", Map.of()));
        ok(as("ren").move(matter.id(), "begin", Map.of("willing", "BOTH", "informed", true)));
        ok(as("ren").move(matter.id(), "invite", Map.of("force", "POLICE", "agency", police, "what", "请到场看看")));
        return matter;
    }

    Opened dispute(String phone) {
        var answer = as("ren").post("/api/scenes/disputes", DisputeForms.brought("树枝伸过了墙", "周小梅", phone));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return new Opened(answer.text("matter.id"), answer.text("code"));
    }

    static Map<String, Object> of(Opened matter, Map<String, Object> said) {
        said.put("matter", matter.id());
        return said;
    }

    List<String> names(Opened matter) {
        return as("ren").get("/api/matters/" + matter.id() + "/files").body().findValuesAsString("name");
    }
}
