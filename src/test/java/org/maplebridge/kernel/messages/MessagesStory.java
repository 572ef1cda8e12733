package org.maplebridge.kernel.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.Numbered;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.trail.Announcer;
import org.maplebridge.kernel.trail.Sequencer;
import org.maplebridge.kernel.trail.Verification;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A town whose people are told things; the clock stands at ten in the morning of a working day when a test begins.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MessagesStory {

    static final Scope JOB = Scope.job("test");

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    @Autowired
    Matters matters;

    @Autowired
    Sequencer sequencer;

    @Autowired
    Announcer announcer;

    @Autowired
    Dispatch dispatch;

    @Autowired
    Carriers carriers;

    @Autowired
    Mornings mornings;

    @Autowired
    Verification verification;

    @Autowired
    JdbcClient db;

    County county;
    final Pigeon pigeon = new Pigeon(Carrier.Channel.SMS);
    final Pigeon postman = new Pigeon(Carrier.Channel.MAIL);
    private List<Carrier> before = List.of();
    private final Map<String, Wire> people = new HashMap<>();

    /// A carrier that remembers, and fails when told to.
    static final class Pigeon implements Carrier {
        final Map<UUID, Parcel> taken = new java.util.LinkedHashMap<>();
        final List<UUID> handed = new ArrayList<>();
        private final Channel channel;
        boolean open = true;
        boolean ill;
        boolean unwanted;
        boolean fallen;

        Pigeon(Channel channel) {
            this.channel = channel;
        }

        @Override
        public Channel channel() {
            return channel;
        }

        @Override
        public boolean open() {
            return open;
        }

        @Override
        public boolean tellsArrival() {
            return true;
        }

        @Override
        public void send(Parcel parcel) throws IOException, Unwanted {
            handed.add(parcel.id());
            if (fallen) {
                throw new IllegalStateException("the pigeon fell off the roof");
            }
            if (ill) {
                throw new IOException("the pigeon is ill");
            }
            if (unwanted) {
                throw new Unwanted("nobody lives there");
            }
            taken.put(parcel.id(), parcel);
        }

        List<String> to(String phone) {
            return taken.values().stream()
                    .filter(parcel -> parcel.to().equals(phone))
                    .map(Parcel::text)
                    .toList();
        }
    }

    @BeforeAll
    void found() {
        county = new County(transactions, offices, access).founded();
        county.officer("ren", "town", "disputes.dispatcher", "disputes.mediator");
        county.officer("lin", "otherTown", "disputes.dispatcher");
        county.officer("cun", "village", "disputes.mediator");
        announcer.drain();
    }

    @BeforeEach
    void morning() {
        dispatch.round();
        pigeon.taken.clear();
        postman.taken.clear();
        pigeon.handed.clear();
        pigeon.open = true;
        pigeon.ill = false;
        pigeon.unwanted = false;
        before = carriers.replaced(List.of(pigeon, postman));
        at(10);
    }

    @AfterEach
    void back() {
        carriers.replaced(before);
    }

    /// Lets time pass until that hour of a working day, by the clock of the wall; everybody signs in again.
    void at(int hour) {
        var now = transactions.run(JOB, Work::now).atZone(Work.ZONE);
        var then = now.withHour(hour).withMinute(0).withSecond(5);
        while (!then.isAfter(now) || then.getDayOfWeek().getValue() > 5) {
            then = then.plusDays(1);
        }
        TestClock.pass(java.time.Duration.between(now, then));
        people.clear();
    }

    Wire as(String login) {
        return people.computeIfAbsent(login, name -> new Wire(port).as(name));
    }

    record Opened(String id, String code) {
        String tail() {
            return code.substring(code.length() - 4);
        }
    }

    Opened dispute(String applicant, String phone) {
        var answer = as("ren").post("/api/scenes/disputes", DisputeForms.brought("石榴树的枝伸过了墙", applicant, phone));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return new Opened(answer.text("matter.id"), answer.text("code"));
    }

    void moved(Opened matter, String verb, Map<String, ?> said) {
        var answer = as("ren").move(matter.id(), verb, said);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    /// Registered with the other side known, and taken in hand by the town.
    void handled(Opened matter, Map<String, Object> registration) {
        moved(matter, "register", registration);
        moved(
                matter,
                "route",
                Map.of(
                        "area",
                        County.TOWN,
                        "category",
                        "NEIGHBOUR",
                        "agency",
                        county.office("town").id().toString(),
                        "reason",
                        "就近"));
    }

    void heard() {
        Numbered.all(transactions, db, sequencer);
        announcer.drain();
    }

    void sent() {
        heard();
        dispatch.round();
    }

    List<String> states(Opened matter) {
        return transactions.run(
                JOB,
                work -> db.sql("select state from messages.message where about = :about order by seq, party")
                        .param("about", UUID.fromString(matter.id()))
                        .query(String.class)
                        .list());
    }

    Optional<tools.jackson.databind.JsonNode> call(Opened matter) {
        return as("ren")
                .get("/api/calls")
                .body()
                .path("items")
                .valueStream()
                .filter(row -> row.at("/matter/id").asString("").equals(matter.id()))
                .findFirst();
    }
}
