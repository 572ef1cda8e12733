package org.maplebridge.kernel.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.IdNumbers;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.people.Identifier;
import org.maplebridge.kernel.people.Identifiers;
import org.maplebridge.kernel.people.Personas;
import org.maplebridge.kernel.trail.Verification;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Numbers, guardians, consents and corrections of parties, told through HTTP.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PartiesScenarioTest {

    private static final String ADULT = "33999919800229001";

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
    Verification verification;

    private Wire ren = new Wire(0);
    private Wire xian = new Wire(0);

    @BeforeAll
    void found() {
        var county = new County(transactions, offices, access).founded();
        county.officer("ren", "town", "disputes.dispatcher", "disputes.mediator");
        county.officer("xian", "county", "disputes.dispatcher");
        ren = new Wire(port).as("ren");
        xian = new Wire(port).as("xian");
    }

    private Wire.Answer opened(String name, String phone) {
        var answer = ren.post("/api/scenes/disputes", DisputeForms.brought("树枝伸过了墙", name, phone));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer;
    }

    private Wire.Answer identify(String matter, String kind, String value) {
        return ren.move(matter, "identify", Map.of("party", 1, "kind", kind, "value", value, "checked", "DOCUMENT"));
    }

    private static String person(Wire.Answer page, int at, String field) {
        return page.body().at("/people/" + at + "/" + field).asString("");
    }

    @Test
    void whatCanBeSaidOfThePartiesIsOfferedToTheOfficeThatHandlesTheMatterWhileItIsOpen() {
        var id = opened("周小兰", "13800005671").text("matter.id");
        assertThat(verbs(ren, id)).contains("identify", "relate", "consent", "correct");
        assertThat(verbs(xian, id)).doesNotContain("identify", "relate", "consent", "correct");
        assertThat(ren.move(id, "divert", Map.of("to", "LITIGATION", "reason", "双方要走诉讼", "informed", true))
                        .status())
                .isEqualTo(200);
        assertThat(verbs(ren, id)).doesNotContain("identify", "relate", "consent", "correct");
    }

    private static List<String> verbs(Wire officer, String matter) {
        return officer.get("/api/matters/" + matter + "/moves")
                .body()
                .path("can")
                .findValuesAsString("verb");
    }

    @Test
    void aPhoneThatIsToldLaterIsShownMaskedAndForAPurposeWhole() {
        var answer = ren.post(
                "/api/scenes/disputes",
                Map.of(
                        "words", "测试：没有留电话",
                        "area", County.TOWN,
                        "occurredAt", "2025-01-02T08:00:00+08:00",
                        "source", "PATROL",
                        "applicant", "周小菊"));
        var id = answer.text("matter.id");
        assertThat(identify(id, "PHONE", "13800005672").status()).isEqualTo(200);
        assertThat(person(ren.get("/api/matters/" + id), 0, "phone")).isEqualTo("138****5672");
        var seen = ren.post(
                "/api/matters/" + id + "/looks", Map.of("party", 1, "fields", List.of("PHONE"), "purpose", "contact"));
        assertThat(seen.text("phone")).isEqualTo("13800005672");
    }

    @Test
    void aNumberIsCheckedSealedAndShownMasked() {
        var id = opened("周小梅", "13800005678").text("matter.id");
        var wrong = identify(id, "ID_NUMBER", ADULT + "0".repeat(1) + "9");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body().at("/fields/0/name").asString("")).isEqualTo("value");
        var number = IdNumbers.whole(ADULT);
        assertThat(identify(id, "ID_NUMBER", number).status()).isEqualTo(200);
        var page = ren.get("/api/matters/" + id);
        assertThat(person(page, 0, "number")).startsWith("3399").contains("*****");
        assertThat(page.toString()).doesNotContain(number);
        assertThat(ren.get("/api/matters/" + id + "/trail").toString()).doesNotContain(number);
        var seen = ren.post(
                "/api/matters/" + id + "/looks", Map.of("party", 1, "fields", List.of("NUMBER"), "purpose", "verify"));
        assertThat(seen.text("number")).isEqualTo(number);
        var other = opened("别的人", "13800009999").text("matter.id");
        var taken = identify(other, "ID_NUMBER", number);
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.text("rule")).isEqualTo("people.number-taken");
        assertThat(taken.toString()).doesNotContain("周");
        var found = transactions.run(
                Scope.job("test"), work -> personas.find("general", Identifiers.of(Identifier.Kind.ID_NUMBER, number)));
        assertThat(found)
                .hasValueSatisfying(persona -> assertThat(persona.shown()).isEqualTo("周*梅"));
        assertThat(verification.verify(List.of()).faults()).isEmpty();
    }

    @Test
    void theTrailTellsNeitherDoorNorPhone() {
        var id = opened("周小兰", "13800005679").text("matter.id");
        assertThat(identify(id, "ADDRESS", "演示县演示镇演示村三组十八号后门").status()).isEqualTo(200);
        assertThat(identify(id, "PHONE", "13912345678").status()).isEqualTo(200);
        assertThat(ren.get("/api/matters/" + id + "/trail").toString())
                .contains("演示县演示镇****", "139****5678")
                .doesNotContain("后门", "12345678");
    }

    @Test
    void aMinorIsShownByTheFirstLetterAndAGuardianAgreesForWhoeverIsUnderFourteen() {
        var opened = opened("吴小童", "13811110000");
        var id = opened.text("matter.id");
        var today = transactions.run(Scope.job("test"), Work::today);
        var number = IdNumbers.of(today.minusYears(12), 2);
        assertThat(identify(id, "ID_NUMBER", number).status()).isEqualTo(200);
        var page = ren.get("/api/matters/" + id);
        assertThat(person(page, 0, "name")).isEqualTo("吴某某");
        assertThat(person(page, 0, "minor")).contains("不满十四周岁", "个人信息保护法第三十一条");
        assertThat(ren.get("/api/matters").toString()).contains("吴某某").doesNotContain("吴*童");
        assertThat(ren.get("/api/matters/" + id + "/trail").toString())
                .as("the entry that named them")
                .contains("吴某某")
                .doesNotContain("吴*童");

        var said = new HashMap<String, Object>(Map.of("party", 1, "given", "GIVEN", "what", "把住址告诉学校", "how", "书面签字"));
        var alone = ren.move(id, "consent", said);
        assertThat(alone.status()).isEqualTo(422);
        assertThat(alone.text("article")).isEqualTo("个人信息保护法第三十一条");
        var guardian = ren.move(
                id,
                "relate",
                Map.of(
                        "party", 1,
                        "relation", "GUARDIAN",
                        "name", "吴大人",
                        "phone", "13822223333",
                        "from", today.minusYears(12).toString(),
                        "basis", "户口簿"));
        assertThat(guardian.status()).as(guardian.toString()).isEqualTo(200);
        assertThat(person(ren.get("/api/matters/" + id), 1, "roleTitle")).isEqualTo("监护人");
        said.put("by", 2);
        assertThat(ren.move(id, "consent", said).status()).isEqualTo(200);

        var own = new Wire(port).post("/api/public/own", Map.of("code", opened.text("code"), "phoneLast4", "3333"));
        assertThat(own.status()).as(own.toString()).isEqualTo(200);
        assertThat(own.toString()).contains("被监护人的姓名", "吴某某", "把住址告诉学校").doesNotContain("吴小童");
        said.put("given", "WITHDRAWN");
        assertThat(ren.move(id, "consent", said).status()).isEqualTo(200);
        assertThat(ren.move(id, "consent", said).status())
                .as("nothing is left to take back")
                .isEqualTo(422);
        assertThat(verification.verify(List.of()).faults()).isEmpty();
    }

    @Test
    void anAgentSeesAsLongAsTheirPowerLastsAndActsOnlyWithASpecialOne() {
        var opened = opened("赵小五", "13833330000");
        var id = opened.text("matter.id");
        ren.move(id, "register", DisputeForms.calm());
        var today = transactions.run(Scope.job("test"), Work::today);
        var said = new HashMap<String, Object>(Map.of(
                "party", 1,
                "relation", "AGENT",
                "name", "钱律师",
                "phone", "13844445555",
                "from", today.toString(),
                "until", today.plusDays(1).toString(),
                "basis", "授权委托书"));
        assertThat(ren.move(id, "relate", said).body().at("/fields/0/name").asString(""))
                .isEqualTo("power");
        said.put("power", "GENERAL");
        assertThat(ren.move(id, "relate", said).status()).isEqualTo(200);
        var code = Map.of("code", opened.text("code"), "phoneLast4", "5555");
        assertThat(new Wire(port).post("/api/public/progress", code).status()).isEqualTo(200);
        TestClock.pass(Duration.ofDays(2));
        assertThat(new Wire(port).post("/api/public/progress", code).status())
                .as("the power has ended")
                .isEqualTo(404);
        assertThat(new Wire(port)
                        .post("/api/public/progress", Map.of("code", opened.text("code"), "phoneLast4", "0000"))
                        .status())
                .isEqualTo(200);
        TestClock.reset();
    }

    @Test
    void whatWasWrittenDownWrongIsPutRightByANewEntry() {
        var id = opened("李小错", "13855550000").text("matter.id");
        assertThat(ren.move(id, "correct", Map.of("party", 1, "reason", "看了身份证"))
                        .status())
                .isEqualTo(422);
        var done = ren.move(id, "correct", Map.of("party", 1, "name", "李小对", "reason", "看了身份证"));
        assertThat(done.status()).as(done.toString()).isEqualTo(200);
        assertThat(person(ren.get("/api/matters/" + id), 0, "name")).isEqualTo("李*对");
        var trail = ren.get("/api/matters/" + id + "/trail").body().path("items");
        assertThat(trail.size()).as("the first entry stays").isEqualTo(2);
        assertThat(trail.at("/0/verbTitle").asString("")).isEqualTo("更正当事人资料");
        assertThat(xian.move(id, "correct", Map.of("party", 1, "name", "别的", "reason", "不在本单位"))
                        .status())
                .isEqualTo(403);
        assertThat(verification.verify(List.of()).faults()).isEmpty();
    }

    @Test
    void whoMayBeTheSamePersonIsSuggestedWithReasonsToThoseWhoHandleIt() {
        var one = opened("孙小六", "13866660000").text("matter.id");
        var other = opened("孙小陆", "13866660000");
        var alike = ren.get("/api/matters/" + one + "/alike").body().path("items");
        assertThat(alike.size()).isEqualTo(1);
        assertThat(alike.at("/0/reasons").toString()).contains("电话相同", "姓名只差一个字");
        assertThat(alike.at("/0/code").asString("")).isEqualTo(other.text("code"));
        assertThat(xian.get("/api/matters/" + one + "/alike").status()).isEqualTo(403);
    }
}
