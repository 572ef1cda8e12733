package org.maplebridge.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.Authenticator;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Offices;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whoever reads the logs learns neither how people sign in nor who came with what trouble, however loud the logs are.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretsInLogsTest {

    private static final String NAME = "周银杏";
    private static final String PHONE = "13899990001";
    private static final String ID_NUMBER = "33078219900307123X";
    private static final String WORDS = "银杏树下说好了不外传";
    private static final String WRONG = "ginkgo-wrong-password";

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    @Autowired
    JdbcClient db;

    private final ListAppender<ILoggingEvent> heard = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger ours = (Logger) LoggerFactory.getLogger("org.maplebridge");

    /// By what each is.
    private final Map<String, String> secrets = new HashMap<>();

    @BeforeAll
    void listen() {
        var county = new County(transactions, offices, access).founded();
        county.officer("yinxing", "town", "disputes.dispatcher", "disputes.mediator");
        ours.setLevel(Level.TRACE);
        heard.start();
        root.addAppender(heard);
        secrets.putAll(Map.of(
                "password", County.PASSWORD, "wrong password", WRONG, "name", NAME, "phone", PHONE, "words", WORDS));
        secrets.put("ID number", ID_NUMBER);
    }

    @AfterAll
    void hush() {
        root.detachAppender(heard);
        ours.setLevel(null);
        TestClock.reset();
    }

    @Test
    void aDayOfWorkAndOfMistakesLeavesNoSecretInTheLogs() {
        var officer = signingIn();
        working(officer);
        mistaken(officer);
        root.info("this line is heard");
        assertThat(heard.list).isNotEmpty();
        nothingIsTold();
    }

    private Wire signingIn() {
        var officer = new Wire(port);
        for (var password : List.of(WRONG, County.PASSWORD)) {
            officer.signIn("yinxing", password)
                    .header("Set-Cookie")
                    .ifPresent(cookie -> secrets.put("cookie", cookie.replaceAll("^[^=]+=([^;]+);.*", "$1")));
        }
        assertThat(secrets).containsKey("cookie");
        var token = officer.send("POST", "/api/tokens", Map.of("name", "银杏程序", "days", 1))
                .text("token");
        secrets.put("token", token);
        var program = new Wire(port).with("Authorization", "Bearer " + token);
        assertThat(program.get("/api/inbox").status()).isEqualTo(200);
        new Wire(port).with("Authorization", "Bearer " + token + "x").get("/api/inbox");

        var begun = officer.post("/api/account/otp", Map.of("password", County.PASSWORD));
        secrets.put("secret of the one-time codes", begun.text("secret"));
        var now = transactions.run(Scope.job("test"), Work::now);
        var done = officer.post(
                "/api/account/otp/confirm", Map.of("otp", new Authenticator(begun.text("secret")).at(now)));
        var codes = done.body()
                .path("codes")
                .valueStream()
                .map(code -> code.asString(""))
                .toList();
        assertThat(codes).hasSize(10);
        secrets.put("recovery code", codes.getFirst());
        secrets.put("recovery code never used", codes.getLast());
        for (int i = 0; i < 2; i++) {
            new Wire(port).signIn("yinxing", County.PASSWORD, codes.getFirst());
        }
        return officer;
    }

    private void working(Wire officer) {
        var opened = officer.post(
                "/api/scenes/disputes",
                Map.of(
                        "words",
                        WORDS + "，身份证 " + ID_NUMBER,
                        "area",
                        County.TOWN,
                        "occurredAt",
                        "2025-01-02T08:00:00+08:00",
                        "source",
                        "PATROL",
                        "applicant",
                        NAME,
                        "phone",
                        PHONE));
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        var id = opened.text("matter.id");
        officer.move(id, "flag", Map.of("kind", WORDS, "note", WORDS));
        officer.move(id, "suspend", Map.of("reason", WORDS));
        officer.get("/api/matters/" + id);
        officer.get("/api/matters/" + id + "/trail");
        officer.get("/api/matters?q=" + PHONE);
        officer.get("/api/matters?q=" + ID_NUMBER);
        new Wire(port).post("/api/public/progress", Map.of("code", opened.text("matter.code"), "phoneLast4", "0001"));
        new Wire(port)
                .post(
                        "/api/public/scenes/disputes",
                        Map.of("words", WORDS, "area", County.TOWN, "day", "2025-01-02", "name", NAME, "phone", PHONE));
    }

    /// Forms that can't be read, fields that don't exist, addresses that hold what they shouldn't.
    private void mistaken(Wire officer) {
        for (var body : List.of(
                "{\"words\":\"" + WORDS,
                "{\"words\":{\"" + WORDS + "\":1},\"applicant\":\"" + NAME + "\"}",
                "[\"" + PHONE + "\",\"" + ID_NUMBER + "\"]",
                "{\"occurredAt\":\"" + WORDS + "\",\"" + ID_NUMBER + "\":\"" + PHONE + "\"}")) {
            for (var path : List.of("/api/scenes/disputes", "/api/public/scenes/disputes", "/api/session")) {
                officer.send(officer.request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
            }
        }
        for (var path : List.of("/api/matters/", "/api/nowhere/", "/api/matters?limit=", "/api/parameters?on=")) {
            officer.send(officer.request(path + PHONE).GET());
            officer.send(officer.request(path + ID_NUMBER).GET());
        }
    }

    /// PostgreSQL repeats the row that it would not take.
    @Test
    void anErrorOfTheDatabaseRepeatsNoRow() {
        assertThatThrownBy(() -> transactions.run(
                        Scope.job("test"),
                        work -> db.sql("""
                                insert into staff.change (id, person, agency, deed, words, reason, by, by_name, at)
                                values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'WRONG',
                                        :words, :phone, gen_random_uuid(), :name, now())""")
                                .param("words", WORDS)
                                .param("phone", PHONE)
                                .param("name", NAME)
                                .update()))
                .isInstanceOf(DataIntegrityViolationException.class)
                .satisfies(failure -> root.error("a request failed", failure));
        assertThat(heard.list.getLast().getThrowableProxy()).isNotNull();
        nothingIsTold();
    }

    private void nothingIsTold() {
        var told = new ArrayList<String>();
        for (var event : List.copyOf(heard.list)) {
            var line = event.getLoggerName() + " " + event.getFormattedMessage() + " "
                    + Arrays.toString(event.getArgumentArray()) + event.getMDCPropertyMap() + event.getThreadName()
                    + ThrowableProxyUtil.asString(event.getThrowableProxy());
            secrets.forEach((what, secret) -> {
                if (line.contains(secret)) {
                    told.add(what + ": " + line);
                }
            });
        }
        assertThat(told).isEmpty();
    }
}
