package org.maplebridge.kernel.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.trail.Verification;
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

    private final Map<String, Wire> people = new HashMap<>();

    @BeforeAll
    void found() {
        var county = new County(transactions, offices, access).founded();
        county.officer("ren", "town", "disputes.dispatcher", "disputes.mediator");
        county.officer("lin", "otherTown", "disputes.dispatcher");
        county.officer("xian", "county", "disputes.dispatcher");
        county.officer("shou", "town", "disputes.dispatcher");
        signIn();
    }

    void signIn() {
        List.of("ren", "lin", "xian", "shou").forEach(login -> people.put(login, new Wire(port).as(login)));
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
