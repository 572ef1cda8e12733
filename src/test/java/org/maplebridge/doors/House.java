package org.maplebridge.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.alerts.Alarms;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.stereotype.Component;

/// A county in which something of every kind has happened in one town, and people who have nothing to do with it.
/// Everything that was said there holds one of [#WORDS], so that whoever reads an answer sees what got out.
@Component
class House {

    /// Signs of what happened in the town, as somebody would say them.
    static final List<String> WORDS = List.of("石榴树", "周红梅", "13800001234", "周*梅", "138****1234", "吴建强", "吴*强");

    /// At the same office, somebody who comes and goes.
    static final String SPARE = "spare";

    /// At the same office, with every role of the right officer, but kept out of every matter of the town.
    static final String KEPT_OUT = "keptout";

    /// At the same office, with every role of the right officer, who will have left.
    static final String GONE = "gone";

    /// The officer for whom all of it is meant.
    static final String RIGHT = "right";

    /// At the same office, under a role that sees only what lies on their own desk.
    static final String COLLEAGUE = "colleague";

    /// At the same office, sees everything there, may move nothing.
    static final String LOOKER = "looker";

    /// A citizen with an account, a party to nothing.
    static final String CITIZEN = "citizen";

    /// Officers of other offices: another town, another county, a department of the county, a village office; one of
    /// them may do there whatever [#RIGHT] may do here.
    static final List<String> WRONG_OFFICE = List.of("othertown", "othercounty", "department", "village");

    private static final int ADDRESSES = 16;

    private final AtomicInteger strangers = new AtomicInteger();
    private static final String LETTERS = """
        id\tsender\ttitle\ttime\tbody\tagainst\tfor
        h1\tT9\t石榴树倒了\t2019/7/19\t石榴树倒在路上，没有人管。\t0\t0
        """;

    private final Transactions transactions;
    private final Offices offices;
    private final Access access;
    private final Alarms alarms;
    private final Chores chores;
    private int port;

    House(Transactions transactions, Offices offices, Access access, Alarms alarms, Chores chores) {
        this.transactions = transactions;
        this.offices = offices;
        this.access = access;
        this.alarms = alarms;
        this.chores = chores;
    }

    /// What is in it.
    ///
    /// @param matter a dispute on the desk of the town, with an alert that rings for the town; its digits are 1234
    /// @param closed a dispute that went the whole way
    /// @param linked a dispute that belongs together with the first
    /// @param sealed a custody in a secrecy domain, at the same office
    /// @param other a dispute of the other town, whose digits are 5678
    /// @param rightPost where the right officer sits
    /// @param colleaguePost where the colleague sits
    record Inside(
            County county,
            Filed matter,
            Filed closed,
            Filed linked,
            Filed sealed,
            Filed other,
            UUID rightPost,
            UUID colleaguePost,
            Spare spare) {

        /// Every id and code of the town that is nobody else's business.
        List<String> marks() {
            return java.util.stream.Stream.of(matter, closed, linked, sealed)
                    .flatMap(filed -> java.util.stream.Stream.of(filed.id(), filed.code()))
                    .toList();
        }
    }

    /// Somebody of the town's office, with a post that may be ended and one that is free.
    record Spare(UUID person, String seat, UUID freePost) {}

    /// A matter as whoever opened it took it home.
    record Filed(String id, String code, String receipt) {}

    Inside built(int servedAt) {
        port = servedAt;
        var county = new County(transactions, offices, access).founded();
        var right = county.officer(
                RIGHT,
                "town",
                "allowances.keeper",
                "disputes.dispatcher",
                "disputes.mediator",
                "kernel.legal-officer",
                "kernel.supervisor",
                "kernel.registrar",
                "sampling.organiser",
                "reviews.reviewer",
                "gradings.keeper",
                "stretch.relay.desk");
        var colleague = county.officer(COLLEAGUE, "town", "trial.worker");
        county.officer(LOOKER, "town", "trial.clerk");
        county.officer("sealed", "town", "stretch.custody.officer");
        county.officer(
                "othertown",
                "otherTown",
                "disputes.dispatcher",
                "disputes.mediator",
                "kernel.legal-officer",
                "kernel.supervisor",
                "kernel.registrar",
                "stretch.custody.officer");
        county.officer("othercounty", "otherCounty", "disputes.dispatcher", "kernel.supervisor", "trial.clerk");
        county.officer("department", "department", "disputes.department", "stretch.custody.officer");
        county.officer("village", "village", "disputes.mediator");
        county.citizen(CITIZEN, UUID.randomUUID());
        imported();
        var closed = theWholeWay(county);
        var matter = atTheTown(county, "石榴树的枝条伸进了我家");
        var linked = atTheTown(county, "石榴树的叶子堵了排水沟");
        ok(as(RIGHT).move(matter.id(), "link", Map.of("matter", linked.id(), "reason", "同一棵石榴树")));
        var sealed = filed(ok(as("sealed")
                .post(
                        "/api/scenes/stretch.custody",
                        Map.of(
                                "name",
                                "周红梅",
                                "phone",
                                "13800001234",
                                "area",
                                County.TOWN,
                                "agency",
                                county.office("town").id().toString()))));
        ok(as("sealed").move(sealed.id(), "report", Map.of("from", today().toString())));
        ok(as("sealed").move(sealed.id(), "talk", Map.of("words", "谈到那棵石榴树")));
        var town = county.office("town").id().toString();
        ok(as(RIGHT).post("/api/scenes/stretch.relay", Map.of("title", "石榴树的处理意见", "agency", town)));
        var other = filed(ok(as("othertown").post("/api/scenes/disputes", report("隔壁的狗夜里叫", County.OTHER_TOWN))));
        TestClock.pass(Duration.ofHours(5));
        assertThat(alarms.sweep()).isPositive();
        county.officer(GONE, "town", "disputes.dispatcher", "disputes.mediator", "kernel.supervisor");
        keptOut(county);
        return new Inside(county, matter, closed, linked, sealed, other, right, colleague, spare(county));
    }

    private Spare spare(County county) {
        var free = county.officer(SPARE, "town", "trial.worker");
        var person = county.actor(SPARE).person();
        var seat = ok(as(RIGHT).get("/api/agencies/" + county.office("town").id() + "/staff"))
                .body()
                .path("items")
                .valueStream()
                .filter(each -> each.path("id").asString("").equals(person.toString()))
                .findFirst()
                .orElseThrow()
                .at("/seats/0/id")
                .asString("");
        return new Spare(person, seat, free);
    }

    private void keptOut(County county) {
        county.officer(
                KEPT_OUT,
                "town",
                "disputes.dispatcher",
                "disputes.mediator",
                "kernel.legal-officer",
                "kernel.supervisor",
                "stretch.relay.desk",
                "stretch.custody.officer");
        var who = as(KEPT_OUT);
        for (String which : List.of("", "&open=false")) {
            ok(who.get("/api/matters?limit=200" + which))
                    .body()
                    .path("items")
                    .forEach(row -> ok(
                            who.move(row.path("id").asString(""), "recuse", Map.of("ground", "KIN", "reason", "一家人"))));
        }
    }

    private void imported() {
        try {
            var folder = Files.createTempDirectory("maple-house");
            var file = Files.writeString(folder.resolve("made-up.tsv"), LETTERS);
            chores.errand("import", "complaints", file.toString());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    Chores chores() {
        return chores;
    }

    private Filed atTheTown(County county, String words) {
        var filed = filed(ok(as(RIGHT).post("/api/scenes/disputes", report(words, County.TOWN))));
        ok(as(RIGHT).move(filed.id(), "register", DisputeForms.calm()));
        ok(as(RIGHT).move(filed.id(), "route", toTheTown(county)));
        return filed;
    }

    private Filed theWholeWay(County county) {
        var filed = atTheTown(county, "石榴树砸坏了围墙，要赔");
        var id = filed.id();
        var right = as(RIGHT);
        ok(right.move(id, "accept", Map.of()));
        ok(right.move(id, "begin", Map.of("willing", "BOTH", "informed", true)));
        ok(right.move(id, "agree", DisputeForms.agreement(today(), "石榴树倒了。", "扶正石榴树，砌好围墙。")));
        ok(right.move(
                id,
                "confirm",
                Map.of("choice", "APPLIED", "joint", true, "appliedOn", today().toString(), "court", "石榴树法院")));
        ok(right.move(id, "perform", Map.of("note", "石榴树已修枝")));
        ok(right.move(id, "performed", Map.of("day", today().toString(), "result", "FULL", "note", "石榴树")));
        ok(right.move(id, "exempt", Map.of("reason", "DECLINED", "note", "种石榴树的人不愿评价")));
        ok(right.move(id, "close", Map.of("summary", "石榴树修好了，墙也砌好了。")));
        return filed;
    }

    LocalDate today() {
        return transactions.run(org.maplebridge.kernel.ground.Scope.job("test"), Work::today);
    }

    static Map<String, Object> report(String words, String area) {
        return new HashMap<>(Map.of(
                "words",
                words,
                "area",
                area,
                "occurredAt",
                "2025-01-02T08:00:00+08:00",
                "source",
                "PATROL",
                "applicant",
                area.equals(County.TOWN) ? "周红梅" : "钱一",
                "phone",
                area.equals(County.TOWN) ? "13800001234" : "13900005678",
                "respondent",
                area.equals(County.TOWN) ? "吴建强" : "孙二"));
    }

    static Map<String, Object> toTheTown(County county) {
        var office = county.office("town").id().toString();
        return Map.of("area", County.TOWN, "category", "NEIGHBOUR", "agency", office, "reason", "石榴树在镇上");
    }

    Wire as(String user) {
        return nobody().as(user);
    }

    /// From another address each time: whoever knocks at door after door from one is told to wait.
    Wire nobody() {
        return new Wire(port, "127.0.1." + (1 + strangers.incrementAndGet() % ADDRESSES));
    }

    static Wire.Answer ok(Wire.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return answer;
    }

    static Filed filed(Wire.Answer opened) {
        return new Filed(opened.text("matter.id"), opened.text("code"), opened.text("receipt.receiptCode"));
    }
}
