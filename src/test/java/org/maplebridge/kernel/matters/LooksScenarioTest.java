package org.maplebridge.kernel.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.trail.Verification;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Looking behind the mask, through HTTP: who may, what for, and who learns of it.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LooksScenarioTest {

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    @Autowired
    Verification verification;

    private final Map<String, Wire> people = new HashMap<>();

    @BeforeAll
    void found() {
        var county = new County(transactions, offices, access).founded();
        county.officer("ren", "town", "disputes.dispatcher", "disputes.mediator");
        county.officer("xian", "county", "disputes.dispatcher");
        county.officer("jian", "county", "kernel.supervisor");
        county.officer("cun", "village", "disputes.mediator");
        List.of("ren", "xian", "jian", "cun").forEach(login -> people.put(login, new Wire(port).as(login)));
    }

    private Wire as(String login) {
        return java.util.Objects.requireNonNull(people.get(login));
    }

    private Wire.Answer opened() {
        var answer = as("ren")
                .post(
                        "/api/scenes/disputes",
                        Map.of(
                                "words", "树枝伸过了墙",
                                "area", County.TOWN,
                                "occurredAt", "2025-01-02T08:00:00+08:00",
                                "source", "PATROL",
                                "applicant", "周小梅",
                                "phone", "13800005678",
                                "respondent", "吴强"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer;
    }

    private Wire.Answer look(String login, String matter, Map<String, ?> said) {
        return as(login).post("/api/matters/" + matter + "/looks", said);
    }

    private static Map<String, Object> asked(String purpose, String... fields) {
        return Map.of("party", 1, "fields", List.of(fields), "purpose", purpose);
    }

    @Test
    void theOfficeThatHandlesSeesNameAndPhoneForAPurpose() {
        var id = opened().text("matter.id");
        assertThat(as("ren")
                        .get("/api/matters/" + id)
                        .body()
                        .at("/people/0/name")
                        .asString(""))
                .isEqualTo("周*梅");
        var seen = look("ren", id, asked("contact", "NAME", "PHONE"));
        assertThat(seen.status()).as(seen.toString()).isEqualTo(200);
        assertThat(seen.text("name")).isEqualTo("周小梅");
        assertThat(seen.text("phone")).isEqualTo("13800005678");
        var nameOnly = look("ren", id, asked("verify", "NAME"));
        assertThat(nameOnly.body().has("phone")).isFalse();
        assertThat(as("ren")
                        .get("/api/matters/" + id)
                        .body()
                        .at("/people/0/name")
                        .asString(""))
                .isEqualTo("周*梅");
    }

    @Test
    void whoeverOnlySeesTheMatterDoesNotSeeBehindTheMask() {
        var id = opened().text("matter.id");
        assertThat(as("xian").get("/api/matters/" + id).status()).isEqualTo(200);
        var refused = look("xian", id, asked("contact", "NAME"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("detail")).contains("承办单位和监督岗");
        assertThat(refused.toString()).doesNotContain("周小梅");
        assertThat(look("cun", id, asked("contact", "NAME")).status()).isEqualTo(404);
        assertThat(as("xian").get("/api/matters/" + id + "/looks").status()).isEqualTo(403);
    }

    @Test
    void aPurposeOpensOnlyWhatItNeedsAndSupervisorsTellTheCase() {
        var id = opened().text("matter.id");
        var beyond = look("ren", id, asked("verify", "NAME", "PHONE"));
        assertThat(beyond.status()).isEqualTo(422);
        assertThat(beyond.body().at("/fields/0/message").asString("")).contains("不需要看电话");
        assertThat(look("ren", id, asked("curious", "NAME"))
                        .body()
                        .at("/fields/0/name")
                        .asString(""))
                .isEqualTo("purpose");
        assertThat(look("ren", id, asked("supervise", "NAME")).status()).isEqualTo(403);
        assertThat(look("ren", id, Map.of("party", 9, "fields", List.of("NAME"), "purpose", "contact"))
                        .body()
                        .at("/fields/0/name")
                        .asString(""))
                .isEqualTo("party");
        assertThat(look("jian", id, asked("supervise", "NAME"))
                        .body()
                        .at("/fields/0/name")
                        .asString(""))
                .isEqualTo("note");
        var told = new HashMap<String, Object>(asked("supervise", "NAME"));
        told.put("note", "群众来电说没人联系过她");
        assertThat(look("jian", id, told).text("name")).isEqualTo("周小梅");
    }

    @Test
    void everyLookIsOnRecordAndTheRecordIsPartOfTheLog() {
        var id = opened().text("matter.id");
        look("ren", id, asked("contact", "PHONE"));
        var lines = as("jian").get("/api/matters/" + id + "/looks").body().path("items");
        assertThat(lines.size()).isEqualTo(1);
        assertThat(lines.at("/0/who").asString("")).contains("ren");
        assertThat(lines.at("/0/purpose").asString("")).isEqualTo("联系当事人办理本事项");
        assertThat(lines.at("/0/fields").asString("")).isEqualTo("电话");
        assertThat(lines.at("/0/article").asString("")).startsWith("个人信息保护法");
        assertThat(lines.at("/0/party").asString("")).isEqualTo("周*梅");
        assertThat(verification.verify(List.of()).faults()).isEmpty();
    }

    @Test
    void thePersonReadsWhatIsHeldAndWhichOfficeLookedWhatFor() {
        var opened = opened();
        var code = opened.text("code");
        look("ren", opened.text("matter.id"), asked("contact", "NAME", "PHONE"));
        look("ren", opened.text("matter.id"), Map.of("party", 2, "fields", List.of("NAME"), "purpose", "serve"));
        var own = new Wire(port).post("/api/public/own", Map.of("code", code, "phoneLast4", "5678"));
        assertThat(own.status()).as(own.toString()).isEqualTo(200);
        assertThat(own.body().at("/held/0/shown").asString("")).isEqualTo("周*梅");
        assertThat(own.body().at("/held/1/shown").asString("")).isEqualTo("138****5678");
        assertThat(own.body().path("looked").size()).isEqualTo(1);
        assertThat(own.body().at("/looked/0/fields").asString("")).contains("姓名", "电话");
        assertThat(own.toString()).doesNotContain("测试员ren", "周小梅", "13800005678", "吴");
        assertThat(new Wire(port)
                        .post("/api/public/own", Map.of("code", code, "phoneLast4", "0000"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoeverLooksUnusuallyOftenIsTold() {
        var id = opened().text("matter.id");
        Wire.Answer last = look("ren", id, asked("verify", "NAME"));
        for (int i = 0; i < 20; i++) {
            last = look("ren", id, asked("verify", "NAME"));
        }
        assertThat(last.status()).isEqualTo(200);
        assertThat(last.text("unusual")).contains("监督岗会收到提醒");
        look("ren", id, asked("verify", "NAME"));
        var told = as("jian").get("/api/alerts").body().path("items");
        assertThat(told.valueStream()
                        .filter(alert -> alert.path("kind").asString("").equals("UNUSUAL_LOOKS")))
                .singleElement()
                .satisfies(alert -> assertThat(alert.path("title").asString("")).contains("测试员ren", "21 次"));
        assertThat(as("xian").get("/api/alerts").toString()).doesNotContain("UNUSUAL_LOOKS");
        assertThat(as("ren").get("/api/alerts").toString()).doesNotContain("UNUSUAL_LOOKS");
    }
}
