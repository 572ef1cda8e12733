package org.maplebridge.kernel.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.fixtures.Wire;

/// Who is told what, through HTTP and with a clock that goes on.
class MessagesScenarioTest extends MessagesStory {

    @Test
    void aPartyIsToldByShortMessageWithNothingInItButTheEndOfTheCode() {
        var matter = dispute("独孤小甲", "13900000001");
        sent();
        assertThat(pigeon.to("13900000001"))
                .singleElement()
                .asString()
                .contains(matter.tail(), "town办公室", "已收到")
                .doesNotContain("石榴", "独孤", matter.code());
        assertThat(states(matter)).containsExactly("SENT");
        dispatch.round();
        assertThat(pigeon.handed).as("once").hasSize(1);
        var id = pigeon.handed.getFirst();
        assertThat(dispatch.keep(new Carrier.Arrival(id, true, ""))).isTrue();
        assertThat(dispatch.keep(new Carrier.Arrival(id, true, "")))
                .as("told twice is told once")
                .isFalse();
        assertThat(states(matter)).containsExactly("DELIVERED");
    }

    @Test
    void manyStepsWithinTheGapAreOneMessageTheLast() {
        var matter = dispute("独孤小乙", "13900000002");
        sent();
        handled(matter, DisputeForms.calm());
        moved(matter, "accept", Map.of());
        sent();
        assertThat(pigeon.to("13900000002")).as("the first only: the next wait").hasSize(1);
        TestClock.pass(Duration.ofMinutes(31));
        sent();
        assertThat(pigeon.to("13900000002")).hasSize(2).last().asString().contains("已签收");
        assertThat(states(matter)).containsOnlyOnce("REPLACED");
    }

    @Test
    void nothingGoesOutAtNightUnlessItIsUrgent() {
        at(22);
        var matter = dispute("独孤小丙", "13900000003");
        sent();
        assertThat(pigeon.to("13900000003")).isEmpty();
        assertThat(states(matter)).containsExactly("QUEUED");
        TestClock.pass(Duration.ofHours(9));
        sent();
        assertThat(pigeon.to("13900000003")).as("seven in the morning").isEmpty();
        TestClock.pass(Duration.ofHours(1));
        sent();
        assertThat(pigeon.to("13900000003")).hasSize(1);
    }

    @Test
    void whatIsNotTakenIsTriedAgainLaterAndLaterAndThenSomebodyCalls() {
        pigeon.ill = true;
        var matter = dispute("独孤小丁", "13900000004");
        sent();
        sent();
        assertThat(pigeon.handed).as("not at once").hasSize(1);
        for (int i = 0; i < 4; i++) {
            TestClock.pass(Duration.ofMinutes(20));
            sent();
        }
        assertThat(pigeon.handed).hasSize(4).as("under one id").containsOnly(pigeon.handed.getFirst());
        assertThat(states(matter)).containsExactly("CALL");
        assertThat(call(matter).orElseThrow().path("why").asString("")).isEqualTo("短信发了几次没有成");
    }

    @Test
    void withNothingConfiguredSomebodyCallsAndTheResultIsAnEntry() {
        pigeon.open = false;
        var matter = dispute("独孤小戊", "13900000005");
        sent();
        var call = call(matter).orElseThrow();
        assertThat(call.path("why").asString("")).isEqualTo("没有配置短信");
        assertThat(call.toString()).contains("独").doesNotContain("独孤小戊", "13900000005");
        assertThat(as("lin").get("/api/calls").toString()).as("another office").doesNotContain(matter.id());
        assertThat(as("ren").get("/api/calls?why=NO_WAY&from=2020-01-01").toString())
                .contains(matter.id());
        for (var other : List.of("why=LANDLINE", "wrong=true", "until=2020-01-01", "from=2099-01-01")) {
            assertThat(as("ren").get("/api/calls?" + other).toString())
                    .as(other)
                    .doesNotContain(matter.id());
        }
        assertThat(as("ren").get("/api/calls?why=NIX").toString()).contains("没有这个原因");
        var farOff = as("ren").get("/api/calls?from=%2B999999-01-01");
        assertThat(farOff.status()).isEqualTo(422);
        assertThat(farOff.body().at("/fields/0/name").asString("")).isEqualTo("from");
        assertThat(as("ren")
                        .get("/api/calls?why=NO_WAY&from=2020-01-01&until=2098-12-31&wrong=false")
                        .toString())
                .contains(matter.id());
        assertThat(as("ren")
                        .get("/api/calls?why=NO_WAY&from=2020-01-01&until=2098-12-31&wrong=true")
                        .toString())
                .doesNotContain(matter.id());
        assertThat(as("ren").get("/api/calls/reasons").toString()).contains("没有配置短信");
        assertThat(as("ren").get("/api/calls/book?why=NO_WAY").status()).isEqualTo(200);
        for (int i = 0; i < 3; i++) {
            assertThat(call(matter).orElseThrow().path("unanswered").asInt()).isEqualTo(i);
            moved(matter, "called", Map.of("party", 1, "result", "NO_ANSWER"));
        }
        heard();
        assertThat(states(matter)).containsExactly("UNREACHED");
        assertThat(call(matter)).isEmpty();
        assertThat(as("ren").get("/api/messages").toString()).contains("请上门告知");
        assertThat(as("ren").get("/api/matters/" + matter.id() + "/trail").toString())
                .contains("记录电话通知");
        assertThat(as("ren")
                        .move(matter.id(), "called", Map.of("party", 1, "result", "TOLD"))
                        .status())
                .as("nothing waits any more")
                .isEqualTo(422);
        assertThat(verification.verify(java.util.List.of()).faults()).isEmpty();
    }

    @Test
    void aWrongNumberIsPutRightAndTheMessageGoesThere() {
        pigeon.unwanted = true;
        var matter = dispute("独孤小己", "13900000006");
        sent();
        assertThat(call(matter).orElseThrow().path("why").asString("")).isEqualTo("短信网关不收这个号码");
        moved(matter, "called", Map.of("party", 1, "result", "WRONG_NUMBER"));
        heard();
        assertThat(call(matter).orElseThrow().path("wrong").asBoolean(false)).isTrue();
        assertThat(as("ren").get("/api/messages").toString()).contains("请核对更正");
        pigeon.unwanted = false;
        moved(matter, "correct", Map.of("party", 1, "phone", "13900000066", "reason", "登记时抄错了"));
        sent();
        assertThat(pigeon.to("13900000066")).hasSize(1);
        assertThat(pigeon.to("13900000006")).isEmpty();
    }

    @Test
    void whoHasNoPhoneIsWrittenToByMailAndNeverWhereThereIsDanger() {
        var said = new java.util.HashMap<String, Object>(DisputeForms.brought("墙根渗水", "端木小庚", "13900000007"));
        said.remove("phone");
        var opened = as("ren").post("/api/scenes/disputes", said);
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        var matter = new Opened(opened.text("matter.id"), opened.text("code"));
        sent();
        assertThat(states(matter)).as("nobody knows yet where to write to").isEmpty();
        var number = new java.util.HashMap<String, Object>(
                Map.of("party", 1, "kind", "EMAIL", "value", "xiaogeng@", "checked", "NOT_YET"));
        var wrong = as("ren").move(matter.id(), "identify", number);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body().toString()).contains("电子邮箱不对");
        number.put("value", "Xiao.Geng@Example.org");
        moved(matter, "identify", number);
        handled(matter, DisputeForms.calm());
        at(10);
        sent();
        assertThat(pigeon.taken).isEmpty();
        assertThat(postman.to("xiao.geng@example.org")).hasSize(1);
        assertThat(postman.to("xiao.geng@example.org").getFirst())
                .contains(matter.tail())
                .doesNotContain("渗水", "端木");
        assertThat(as("ren").get("/api/matters/" + matter.id()).body().toString())
                .doesNotContain("xiao.geng");
        moved(matter, "flag", Map.of("danger", "VIOLENCE", "note", "夜里有打骂声", "policeInformed", true));
        moved(matter, "accept", Map.of());
        at(10);
        sent();
        assertThat(postman.to("xiao.geng@example.org"))
                .as("others of the household read mail")
                .hasSize(1);
    }

    @Test
    void aPartyReadsWhatTheyWereToldAndWantsNoMore() {
        var matter = dispute("独孤小庚", "13900000007");
        sent();
        var code = Map.of("code", matter.code(), "phoneLast4", "0007");
        var own = new Wire(port).post("/api/public/own/messages", code);
        assertThat(own.body().at("/items/0/text").asString("")).contains(matter.tail());
        var muted = new Wire(port)
                .post("/api/public/own/mute", Map.of("code", matter.code(), "phoneLast4", "0007", "muted", true));
        assertThat(muted.status()).as(muted.toString()).isEqualTo(200);
        assertThat(muted.body().path("muted").asBoolean(false)).isTrue();
        TestClock.pass(Duration.ofHours(1));
        handled(matter, DisputeForms.calm());
        sent();
        assertThat(pigeon.to("13900000007")).hasSize(1);
        assertThat(as("ren").get("/api/matters/" + matter.id() + "/trail").toString())
                .contains("登记退订通知");
        assertThat(new Wire(port)
                        .post("/api/public/own/messages", Map.of("code", matter.code(), "phoneLast4", "0008"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void officersReadInTheirBoxWhatOthersDidAndNobodyReadsWhatTheyMayNotSee() {
        var matter = dispute("独孤小辛", "13900000008");
        moved(matter, "register", DisputeForms.calm());
        moved(
                matter,
                "route",
                Map.of(
                        "area",
                        County.VILLAGE,
                        "category",
                        "NEIGHBOUR",
                        "agency",
                        county.office("village").id().toString(),
                        "reason",
                        "村里的事"));
        heard();
        assertThat(as("ren").get("/api/messages").toString())
                .as("what I did myself is no news")
                .doesNotContain(matter.id());
        var box = as("cun").get("/api/messages");
        assertThat(box.toString()).contains("新到一件", matter.code());
        assertThat(as("cun").get("/api/me").body().at("/counts/messages").asInt(0))
                .isPositive();
        var id = box.body().at("/items/0/id").asString("");
        var read = as("cun").post("/api/messages/read", Map.of("ids", java.util.List.of(id)));
        assertThat(read.body().path("unread").asInt(9)).isZero();
        assertThat(as("cun").get("/api/messages").body().at("/items/0/seen").asBoolean(false))
                .isTrue();
        assertThat(as("lin").get("/api/messages").toString()).doesNotContain(matter.id());
        var recused = as("cun").move(matter.id(), "recuse", Map.of("ground", "KIN", "reason", "是我的亲戚"));
        assertThat(recused.status()).as(recused.toString()).isEqualTo(200);
        assertThat(as("cun").get("/api/messages").toString()).as("kept out").doesNotContain(matter.id());
    }

    @Test
    void whatWasSaidToPartiesCannotBeReadAfterErasure() {
        var matter = dispute("独孤小壬", "13900000009");
        sent();
        moved(matter, "divert", Map.of("to", "LITIGATION", "reason", "双方要走诉讼", "informed", true));
        heard();
        var erased = matters.move(
                UUID.fromString(matter.id()),
                "erase",
                new org.maplebridge.kernel.matters.Request(
                        org.maplebridge.kernel.access.Actor.system("orders"),
                        org.maplebridge.kernel.ground.Canonical.MAPPER.valueToTree(
                                Map.of("order", UUID.randomUUID().toString(), "article", "个人信息保护法第四十七条")),
                        new org.maplebridge.kernel.ground.Work.Key("erase/" + matter.id(), "erase-" + matter.id()),
                        java.util.OptionalInt.empty(),
                        java.util.Optional.empty()));
        assertThat(erased).isInstanceOf(org.maplebridge.kernel.matters.Outcome.Done.class);
        pigeon.taken.clear();
        TestClock.pass(Duration.ofHours(2));
        dispatch.round();
        assertThat(pigeon.to("13900000009"))
                .as("no key, no words, even before the log is heard")
                .isEmpty();
        heard();
        assertThat(states(matter)).isEmpty();
    }

    @Test
    void whatIsLeftBetweenHandingOverAndKeepingItIsHandedOverAgainUnderTheSameId() {
        var matter = dispute("独孤小癸", "13900000010");
        heard();
        transactions.run(
                JOB,
                work -> db.sql("""
                    update messages.message set state = 'SENDING', tries = 1, next_at = :lease
                     where about = :about\
                    """)
                        .param("about", UUID.fromString(matter.id()))
                        .param("lease", work.now().plusSeconds(120).atOffset(java.time.ZoneOffset.UTC))
                        .update());
        dispatch.round();
        assertThat(pigeon.to("13900000010"))
                .as("another process has it in hand")
                .isEmpty();
        TestClock.pass(Duration.ofMinutes(3));
        dispatch.round();
        assertThat(pigeon.to("13900000010")).hasSize(1);
    }
}
