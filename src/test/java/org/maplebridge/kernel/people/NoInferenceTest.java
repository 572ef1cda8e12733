package org.maplebridge.kernel.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestDatabase;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Ids;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Somebody known where drug rehabilitation is dealt with can't be told, from where everything else is, from somebody
/// nobody knows: each thing an officer can try is tried with both, and comes out the same.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoInferenceTest {

    private static final String SEALED = "corrections";

    private static final Told KNOWN = new Told("端木知秋", "13866003344", "330702198507134539");
    private static final Told UNKNOWN = new Told("端木知春", "13866005566", "330702199003174822");

    private record Told(String name, String phone, String number) {

        Identifier identifier() {
            return new Identifier(Identifier.Kind.ID_NUMBER, number);
        }

        Persona.Draft draft() {
            return Persona.Draft.named(name, Optional.of(phone)).identifiedBy(identifier());
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    @Autowired
    Personas personas;

    @Autowired
    Likeness likeness;

    @Autowired
    DataSource source;

    private Wire ren = new Wire(0);
    private UUID hidden = new UUID(0, 0);
    private Scope town = Scope.of("nobody", List.of());

    @BeforeAll
    void somebodyIsKnownInTheSealedDomain() {
        var county = new County(transactions, offices, access).founded();
        county.officer("ren", "town", "disputes.dispatcher", "disputes.mediator");
        ren = new Wire(port).as("ren");
        town = Scope.of("ren", List.of("g:" + county.office("town").id() + "|general"));
        county.officer("kan", "town", "stretch.custody.officer");
        keptInCustody(county);
        // the first of a kind is slower than all later ones, and asks more
        registered("general", new Told("宇文多余", "13866009988", "330702197011045511"));
        opened(new Told("宇文多余", "13866009988", ""));
    }

    /// A matter about them, in the domain that is sealed, at the same office.
    private void keptInCustody(County county) {
        var kan = new Wire(port).as("kan");
        var opened = kan.post(
                "/api/scenes/stretch.custody",
                Map.of(
                        "name", KNOWN.name(),
                        "phone", KNOWN.phone(),
                        "area", County.TOWN,
                        "agency", county.office("town").id().toString()));
        var said = Map.of("party", 1, "kind", "ID_NUMBER", "value", KNOWN.number(), "checked", "DOCUMENT");
        var identified = kan.move(opened.text("matter.id"), "identify", said);
        assertThat(identified.status()).as(opened + " " + identified).isEqualTo(200);
        hidden = transactions
                .run(Scope.job("test"), work -> personas.holder(SEALED, KNOWN.identifier()))
                .orElseThrow();
    }

    private Persona registered(String domain, Told told) {
        return transactions.run(Scope.job("test"), work -> {
            var batch = new Batch();
            var persona = personas.register(work, batch, domain, told.draft());
            batch.send(source);
            return persona;
        });
    }

    private Wire.Answer opened(Told told) {
        var answer = ren.post(
                "/api/scenes/disputes",
                Map.of(
                        "words", "树枝伸过了墙",
                        "area", County.TOWN,
                        "occurredAt", "2025-01-02T08:00:00+08:00",
                        "source", "PATROL",
                        "applicant", told.name(),
                        "phone", told.phone(),
                        "respondent", "吴强"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer;
    }

    @Test
    void registeringThemIsAnsweredAsRegisteringAnybody() {
        var answers = new ArrayList<Wire.Answer>();
        var known = Tells.asked(() -> answers.add(opened(KNOWN)));
        var unknown = Tells.asked(() -> answers.add(opened(UNKNOWN)));

        assertThat(Tells.shape(answers.getFirst().body()))
                .isEqualTo(Tells.shape(answers.getLast().body()));
        assertThat(known).isNotEmpty().isEqualTo(unknown);
        assertThat(Tells.shape(ren.get("/api/matters/" + answers.getFirst().text("matter.id"))
                        .body()))
                .as("the page of each")
                .isEqualTo(
                        Tells.shape(ren.get("/api/matters/" + answers.getLast().text("matter.id"))
                                .body()));
    }

    @Test
    void searchFindsAndCountsTheSame() {
        for (var path : List.of("/api/matters?q=", "/api/matters?open=true&q=")) {
            var known = ren.get(path + encoded("知秋乙"));
            var unknown = ren.get(path + encoded("知春乙"));
            assertThat(known.status()).isEqualTo(unknown.status());
            assertThat(known.raw().body()).isEqualTo(unknown.raw().body());
            var number = ren.get(path + KNOWN.number());
            assertThat(number.raw().body())
                    .isEqualTo(ren.get(path + UNKNOWN.number()).raw().body());
        }
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void nobodyHoldsTheirNumberOutsideAndEyesWithoutTheDomainFindNobodyInside() {
        for (var told : List.of(KNOWN, UNKNOWN)) {
            var number = told.identifier();
            transactions.run(town, work -> {
                assertThat(personas.find("general", number)).isEmpty();
                assertThat(personas.holder("general", number)).isEmpty();
                assertThat(personas.find(SEALED, number)).isEmpty();
                assertThat(personas.byId(List.of(hidden))).isEmpty();
                assertThat(personas.held(hidden)).isEmpty();
                assertThat(personas.reveal(hidden)).isEmpty();
                assertThat(likeness.of(hidden)).isEmpty();
                return 0;
            });
        }
        Optional<UUID> inside =
                transactions.run(Scope.job("test"), work -> personas.holder(SEALED, KNOWN.identifier()));
        assertThat(inside)
                .as("there is somebody to be found, or this test proves nothing")
                .contains(hidden);
        var known = Tells.asked(() -> transactions.run(town, work -> personas.find("general", KNOWN.identifier())));
        assertThat(known)
                .isNotEmpty()
                .isEqualTo(Tells.asked(
                        () -> transactions.run(town, work -> personas.find("general", UNKNOWN.identifier()))));
    }

    @Test
    void theSamePersonGetsAPersonaOfTheirOwnThatNothingTiesToTheOther() throws SQLException {
        var before = Instant.now().minusSeconds(60);
        var known = new Told("端木知冬", "13866007711", "330702196602028014");
        var inside = registered(SEALED, known).id();
        var outside = registered("general", known).id();
        assertThat(outside).isNotEqualTo(inside);
        assertThat(Ids.bornAt(outside)).as("an id tells when, and nothing else").isAfter(before);

        transactions.run(Scope.job("test"), work -> {
            assertThat(likeness.of(outside))
                    .as("not even eyes that see every row are shown one from another domain")
                    .isEmpty();
            assertThat(personas.holder("general", known.identifier())).contains(outside);
            assertThat(personas.holder(SEALED, known.identifier())).contains(inside);
            return 0;
        });
        var values = new ArrayList<String>();
        try (var admin = TestDatabase.ofThisRun().behindTheBack();
                var statement = admin.createStatement()) {
            for (UUID each : List.of(inside, outside)) {
                try (var row = statement.executeQuery("select encode(p.sign, 'hex'), encode(p.name_sign, 'hex'),"
                        + " encode(p.phone_sign, 'hex'), p.key_version, encode(p.name, 'hex'), encode(p.phone, 'hex'),"
                        + " encode(i.sign, 'hex'), encode(i.sealed, 'hex')"
                        + " from people.persona p join people.identifier i on i.persona = p.id"
                        + " where p.id = '" + each + "'")) {
                    row.next();
                    for (int column = 1; column <= 8; column++) {
                        values.add(Objects.requireNonNull(row.getString(column)));
                    }
                }
            }
        }
        assertThat(new TreeSet<>(values)).as("no value is in both rows").hasSize(16);
    }

    @Test
    void aWrongNumberIsRefusedInTheSameWords() {
        var known = KNOWN.number().substring(0, 17) + "0";
        var unknown = UNKNOWN.number().substring(0, 17) + "0";
        var today = java.time.LocalDate.of(2026, 1, 1);
        assertThat(Identifiers.fault(Identifier.Kind.ID_NUMBER, known, today))
                .isPresent()
                .isEqualTo(Identifiers.fault(Identifier.Kind.ID_NUMBER, unknown, today));
    }
}
