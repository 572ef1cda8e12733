package org.maplebridge.kernel.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// What is open for an account: seen and ended by its owner and by their registrar.
@MapleTest
class OpenOnesTest {

    private static final String PHONE = "Mozilla/5.0 (Linux; Android 14; Made-Up) Chrome/140.0 Mobile Safari/537.36";

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    @Autowired
    Identities identities;

    private Town town;

    @BeforeEach
    void town() {
        town = new Town(transactions, offices, access);
        identities.forgetAll();
    }

    @AfterEach
    void nothingIsBelieved() {
        identities.forgetAll();
    }

    private Wire in(String login) {
        return new Wire(port).anew(login, Town.PASSWORD);
    }

    private static JsonNode open(Wire who, String field, String value) {
        return who.get("/api/account/tickets")
                .body()
                .path("items")
                .valueStream()
                .filter(one -> one.path(field).asString("").equals(value))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyOpenSessionAndTokenIsListedAndNothingOfTheirSecrets() {
        town.officer("meng", "trial.worker");
        var desk = in("meng");
        var phone = new Wire(port).with("User-Agent", PHONE).anew("meng", Town.PASSWORD);
        desk.send("POST", "/api/tokens", Map.of("name", "报表", "days", 3));
        var list = desk.get("/api/account/tickets");
        assertThat(list.body().path("items").size()).isEqualTo(3);
        var own = open(desk, "own", "true");
        assertThat(own.path("address").asString("")).isEqualTo("127.0.*.*");
        assertThat(own.path("means").asString("")).isEqualTo("密码");
        assertThat(open(desk, "device", "Chrome 类浏览器，安卓").path("own").asBoolean(true))
                .isFalse();
        assertThat(open(desk, "name", "报表").path("session").asBoolean(true)).isFalse();
        assertThat(list.raw().body()).doesNotContain("hash");
        assertThat(phone.get("/api/me").status()).isEqualTo(200);
    }

    @Test
    void oneIsEndedAtOnceOrAllOthers() {
        town.officer("ning", "trial.worker");
        var desk = in("ning");
        var phone = new Wire(port).with("User-Agent", PHONE).anew("ning", Town.PASSWORD);
        var third = in("ning");
        var token = desk.send("POST", "/api/tokens", Map.of("name", "报表")).text("token");
        var program = new Wire(port).with("Authorization", "Bearer " + token);
        assertThat(phone.get("/api/me").status()).isEqualTo(200);
        assertThat(program.get("/api/me").status()).isEqualTo(200);
        var id = open(desk, "device", "Chrome 类浏览器，安卓").path("id").asString("");
        assertThat(desk.delete("/api/account/tickets/" + id).status()).isEqualTo(204);
        assertThat(phone.get("/api/me").status()).isEqualTo(401);
        assertThat(third.get("/api/me").status()).isEqualTo(200);
        assertThat(desk.delete("/api/account/tickets").status()).isEqualTo(204);
        assertThat(third.get("/api/me").status()).isEqualTo(401);
        assertThat(program.get("/api/me").status()).isEqualTo(401);
        assertThat(desk.get("/api/me").status()).isEqualTo(200);
    }

    @Test
    void nobodyEndsWhatIsAnothers() {
        town.officer("ou", "trial.worker");
        town.officer("pan", "trial.worker");
        var own = in("ou");
        var id = open(own, "own", "true").path("id").asString("");
        assertThat(in("pan").delete("/api/account/tickets/" + id).status()).isEqualTo(404);
        assertThat(own.get("/api/me").status()).isEqualTo(200);
    }

    @Test
    void anotherPasswordEndsAllElse() {
        town.officer("peng", "trial.worker");
        var desk = in("peng");
        var other = in("peng");
        var token = other.send("POST", "/api/tokens", Map.of("name", "报表")).text("token");
        assertThat(other.get("/api/me").status()).isEqualTo(200);
        var fresh = "another-horse";
        var wrong = desk.post("/api/account/password", Map.of("password", "battery-staple", "fresh", fresh));
        assertThat(wrong.body().at("/fields/0/name").asString("")).isEqualTo("password");
        var brief = desk.post("/api/account/password", Map.of("password", Town.PASSWORD, "fresh", "short"));
        assertThat(brief.body().at("/fields/0/name").asString("")).isEqualTo("fresh");
        assertThat(other.get("/api/me").status()).isEqualTo(200);
        assertThat(desk.post("/api/account/password", Map.of("password", Town.PASSWORD, "fresh", fresh))
                        .status())
                .isEqualTo(204);
        assertThat(desk.get("/api/me").status()).isEqualTo(200);
        assertThat(other.get("/api/me").status()).isEqualTo(401);
        assertThat(new Wire(port)
                        .with("Authorization", "Bearer " + token)
                        .get("/api/me")
                        .status())
                .isEqualTo(401);
        assertThat(new Wire(port).signIn("peng", Town.PASSWORD).status()).isEqualTo(401);
        assertThat(new Wire(port).signIn("peng", fresh).status()).isEqualTo(200);
        assertThat(desk.get("/api/account").raw().body()).contains("改了密码");
    }

    @Test
    void aHijackerGuessesNoPasswordInside() {
        town.officer("pu", "trial.worker");
        var hijacked = in("pu");
        for (int i = 0; i < 5; i++) {
            assertThat(hijacked.post("/api/account/otp", Map.of("password", "guess-number-" + i))
                            .status())
                    .isEqualTo(422);
        }
        var refused = hijacked.post("/api/account/otp", Map.of("password", Town.PASSWORD));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("detail")).contains("暂时不能");
    }

    @Test
    void theRegistrarSeesAndEndsWhatIsOpenForTheirStaff() {
        var account = town.officer("qi", "trial.worker");
        town.officer("qin", "kernel.registrar");
        new Town(transactions, offices, access).officer("qiu", "kernel.registrar");
        var worker = in("qi");
        var registrar = in("qin");
        var stranger = in("qiu");
        var list = registrar.get("/api/accounts");
        assertThat(list.raw().body()).contains("姓qi", "姓qin").doesNotContain("姓qiu");
        assertThat(stranger.get("/api/accounts").raw().body()).contains("姓qiu").doesNotContain("姓qin");
        assertThat(stranger.get("/api/accounts/" + account).status()).isEqualTo(404);
        assertThat(worker.get("/api/accounts").status()).isEqualTo(403);
        var seen = registrar.get("/api/accounts/" + account);
        assertThat(seen.body().path("open").size()).isEqualTo(1);
        var ticket = seen.body().at("/open/0/id").asString("");
        assertThat(worker.get("/api/me").status()).isEqualTo(200);
        assertThat(stranger.delete("/api/accounts/" + account + "/tickets/" + ticket)
                        .status())
                .isEqualTo(404);
        assertThat(registrar
                        .delete("/api/accounts/" + account + "/tickets/" + ticket)
                        .status())
                .isEqualTo(204);
        assertThat(worker.get("/api/me").status()).isEqualTo(401);
        var again = in("qi");
        assertThat(again.get("/api/me").raw().body()).contains("结束了一处登录", "姓qin");
        assertThat(registrar.delete("/api/accounts/" + account + "/tickets").status())
                .isEqualTo(204);
        assertThat(again.get("/api/me").status()).isEqualTo(401);
    }
}
