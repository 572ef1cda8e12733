package org.maplebridge.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maplebridge.doors.Knock.Whose.COUNTYS;
import static org.maplebridge.doors.Knock.Whose.PUBLIC;
import static org.maplebridge.doors.Knock.Whose.SIGNED_IN;
import static org.maplebridge.doors.Knock.Whose.THEIRS;
import static org.maplebridge.doors.Knock.on;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.InventedNotice;

/// A request for every endpoint, each of which [House#RIGHT] may make, in an order in which they may make them all.
final class Knocks {

    private final House.Inside house;
    private final String task;
    private final String alert;
    private final String token;
    private final String entry;
    private final AccountKnocks accounts;
    private final ProposalKnocks proposals;
    private final List<Knock> files;
    private final List<Knock> appointments;

    /// @param task that of the matter
    /// @param alert one that rings for the town
    /// @param token one of the right officer's
    /// @param entry the hash of the matter's first entry
    /// @param accounts at the doors of accounts
    /// @param proposals at those of proposals for numbers
    /// @param appointments at those of meetings
    /// @param files at those of files, samples, reviews, evaluations and figures
    private Knocks(
            House.Inside house,
            String task,
            String alert,
            String token,
            String entry,
            AccountKnocks accounts,
            ProposalKnocks proposals,
            List<Knock> files,
            List<Knock> appointments) {
        this.house = house;
        this.task = task;
        this.alert = alert;
        this.token = token;
        this.entry = entry;
        this.accounts = accounts;
        this.proposals = proposals;
        this.files = files;
        this.appointments = appointments;
    }

    /// All of them, in a house where everything has happened.
    static List<Knock> in(House house, House.Inside inside) {
        var right = house.as(House.RIGHT);
        var task = right.get("/api/inbox")
                .body()
                .path("items")
                .valueStream()
                .filter(row ->
                        row.at("/matter/id").asString("").equals(inside.matter().id()))
                .findFirst()
                .orElseThrow()
                .at("/task/id")
                .asString("");
        var alert = right.get("/api/alerts").body().at("/items/0/id").asString("");
        var token = House.ok(right.send("POST", "/api/tokens", Map.of("name", "石榴树程序", "days", 1)))
                .text("id");
        var entry = right.get("/api/matters/" + inside.matter().id() + "/trail")
                .body()
                .at("/items/0/hash")
                .asString("");
        assertThat(List.of(task, alert, token, entry)).doesNotContain("");
        return new Knocks(
                        inside,
                        task,
                        alert,
                        token,
                        entry,
                        AccountKnocks.of(house),
                        ProposalKnocks.of(house),
                        Stream.of(
                                        FileKnocks.of(inside, right),
                                        ReviewKnocks.of(house, inside, right),
                                        StatsKnocks.of(right),
                                        RollKnocks.of(inside, right),
                                        GradingKnocks.of(house, inside),
                                        AllowanceKnocks.of(house, inside),
                                        LawKnocks.of(house),
                                        LawChangeKnocks.of(house),
                                        RegisterKnocks.of(house.chores(), right))
                                .flatMap(List::stream)
                                .toList(),
                        AppointmentKnocks.of(inside, right))
                .all();
    }

    private List<Knock> all() {
        var all = new ArrayList<Knock>();
        all.addAll(open());
        all.addAll(lists());
        all.addAll(ListKnocks.all());
        all.addAll(theirs());
        all.addAll(staff());
        all.addAll(ScimKnocks.of(house.spare().person()));
        all.addAll(files);
        all.addAll(appointments);
        all.addAll(MessageKnocks.of(house));
        all.addAll(DemoKnocks.of(house));
        all.addAll(proposals.all());
        all.addAll(accounts.all());
        all.add(on("POST /api/session", PUBLIC, "/api/session")
                .saying(Map.of("user", House.COLLEAGUE, "password", County.PASSWORD)));
        all.add(on("DELETE /api/session", PUBLIC, "/api/session"));
        return all;
    }

    private List<Knock> open() {
        return List.of(
                on("GET /api/openapi.json", PUBLIC, "/api/openapi.json"),
                on("GET /api/health", PUBLIC, "/api/health"),
                on("GET /api/health/**", PUBLIC, "/api/health/readiness"),
                on("GET /api/metrics", PUBLIC, "/api/metrics"),
                on("GET /api", PUBLIC, "/api"),
                on("ANY /error", PUBLIC, "/error"),
                on("GET /api/public/about", PUBLIC, "/api/public/about"),
                on("GET /api/public/areas", PUBLIC, "/api/public/areas"),
                on("GET /api/public/scenes", PUBLIC, "/api/public/scenes"),
                on("GET /api/public/log/checkpoint", PUBLIC, "/api/public/log/checkpoint"),
                on("GET /api/public/log/keys", PUBLIC, "/api/public/log/keys"),
                on("GET /api/public/log/consistency", PUBLIC, "/api/public/log/consistency?from=1"),
                on("GET /api/public/log/proof", PUBLIC, "/api/public/log/proof?entry=" + entry),
                on(
                        "GET /api/public/receipts/{code}",
                        PUBLIC,
                        "/api/public/receipts/" + house.matter().receipt()),
                on("POST /api/public/progress", PUBLIC, "/api/public/progress")
                        .saying(Map.of("code", house.other().code(), "phoneLast4", "5678")),
                on("POST /api/public/own", PUBLIC, "/api/public/own")
                        .saying(Map.of("code", house.other().code(), "phoneLast4", "5678")),
                on("POST /api/public/own/requests", PUBLIC, "/api/public/own/requests")
                        .saying(Map.of(
                                "code",
                                house.other().code(),
                                "phoneLast4",
                                "5678",
                                "kind",
                                "CORRECT",
                                "words",
                                "名字里的字写错了")),
                on("POST /api/matters/similar", SIGNED_IN, "/api/matters/similar")
                        .saying(Map.of("scene", "disputes", "words", "路灯坏了")),
                on("POST /api/public/evaluations", PUBLIC, "/api/public/evaluations")
                        .saying(Map.of("code", house.matter().code(), "phoneLast4", "5678", "grade", "SATISFIED")),
                on("POST /api/public/moves/{verb}", PUBLIC, "/api/public/moves/reopen")
                        .saying(Map.of("code", house.matter().code(), "phoneLast4", "5678", "words", "又吵起来了")),
                on("POST /api/public/scenes/{scene}", PUBLIC, "/api/public/scenes/disputes")
                        .saying(Map.of(
                                "words",
                                "路灯坏了很久没人修",
                                "area",
                                County.OTHER_TOWN,
                                "day",
                                "2025-01-02",
                                "anonymous",
                                true)));
    }

    private List<Knock> lists() {
        var words = URLEncoder.encode("石榴树", StandardCharsets.UTF_8);
        return List.of(
                on("GET /api/me", SIGNED_IN, "/api/me"),
                on("GET /api/scenes", SIGNED_IN, "/api/scenes"),
                on(
                        "GET /api/posts",
                        SIGNED_IN,
                        "/api/posts?agency=" + house.county().office("town").id()),
                on("GET /api/agencies", SIGNED_IN, "/api/agencies?area=" + County.TOWN),
                on("GET /api/calendar", SIGNED_IN, "/api/calendar"),
                on("GET /api/parameters", SIGNED_IN, "/api/parameters?area=" + County.TOWN),
                on("GET /api/supervision/summary", SIGNED_IN, "/api/supervision/summary"),
                on("GET /api/retention", SIGNED_IN, "/api/retention"),
                on("GET /api/inbox", SIGNED_IN, "/api/inbox"),
                on("GET /api/alerts", SIGNED_IN, "/api/alerts"),
                on("GET /api/matters", SIGNED_IN, "/api/matters"),
                on("GET /api/matters", SIGNED_IN, "/api/matters?limit=200&q=" + words),
                on(
                        "GET /api/matters",
                        SIGNED_IN,
                        "/api/matters?q=" + house.matter().code()),
                on("GET /api/matters", SIGNED_IN, "/api/matters?open=false&area=" + County.TOWN),
                on("GET /api/matters", SIGNED_IN, "/api/matters?scene=disputes&stage=ROUTED&area=" + County.COUNTY),
                on("POST /api/tokens", SIGNED_IN, "/api/tokens").saying(Map.of("name", "一个程序", "days", 1)),
                on("GET /api/tokens", SIGNED_IN, "/api/tokens"));
    }

    private List<Knock> staff() {
        var people = "/api/agencies/" + house.county().office("town").id() + "/staff";
        var spare = people + "/" + house.spare().person();
        var free = house.spare().freePost().toString();
        var day = "2027-03-01";
        return List.of(
                on("GET /api/agencies/{agency}/staff", THEIRS, people),
                on("POST /api/agencies/{agency}/staff", THEIRS, people)
                        .saying(Map.of("name", "新来的人", "login", "xinlai")),
                on("POST /api/agencies/{agency}/staff/{person}/stand-ins", THEIRS, spare + "/stand-ins")
                        .saying(Map.of("post", free, "firstDay", day, "lastDay", day, "reason", "休假")),
                on(
                                "POST /api/agencies/{agency}/staff/{person}/posts/{spell}/end",
                                THEIRS,
                                spare + "/posts/" + house.spare().seat() + "/end")
                        .saying(Map.of("reason", "换岗")),
                on("POST /api/agencies/{agency}/staff/{person}/posts", THEIRS, spare + "/posts")
                        .saying(Map.of("post", free)),
                on("POST /api/agencies/{agency}/staff/{person}/leave", THEIRS, spare + "/leave")
                        .saying(Map.of("reason", "调走")));
    }

    private List<Knock> theirs() {
        var matter = "/api/matters/" + house.matter().id();
        var linked = "/api/matters/" + house.linked().id();
        var posts = Map.of("post", house.rightPost().toString(), "reason", "石榴树由我来办");
        return List.of(
                on("DELETE /api/tokens/{id}", THEIRS, "/api/tokens/" + token),
                on("GET /api/calendar/notices", SIGNED_IN, "/api/calendar/notices"),
                on("POST /api/calendar/notices/preview", COUNTYS, "/api/calendar/notices/preview")
                        .saying(InventedNotice.of(2027)),
                on("POST /api/calendar/notices", COUNTYS, "/api/calendar/notices")
                        .saying(InventedNotice.of(2027)),
                on("POST /api/scenes/{scene}", THEIRS, "/api/scenes/stretch.relay")
                        .saying(Map.of(
                                "title",
                                "石榴树的意见",
                                "agency",
                                house.county().office("town").id().toString())),
                on("GET /api/matters/{id}", THEIRS, matter),
                on(
                        "GET /api/matters/{id}",
                        THEIRS,
                        "/api/matters/" + house.closed().id()),
                on("GET /api/matters/{id}/moves", THEIRS, matter + "/moves"),
                on("GET /api/matters/{id}/trail", THEIRS, matter + "/trail"),
                on("GET /api/matters/{id}/deadlines", THEIRS, matter + "/deadlines"),
                on("GET /api/matters/{id}/links", THEIRS, matter + "/links"),
                on("GET /api/matters/{id}/purposes", THEIRS, matter + "/purposes"),
                on("GET /api/matters/{id}/looks", THEIRS, matter + "/looks"),
                on("GET /api/matters/{id}/alike", THEIRS, matter + "/alike"),
                on("POST /api/matters/{id}/looks", THEIRS, matter + "/looks")
                        .saying(Map.of("party", 1, "fields", List.of("NAME"), "purpose", "contact")),
                on("POST /api/alerts/{id}/acknowledge", THEIRS, "/api/alerts/" + alert + "/acknowledge")
                        .saying(Map.of()),
                on("POST /api/tasks/{id}/claim", THEIRS, "/api/tasks/" + task + "/claim")
                        .saying(Map.of()),
                on("POST /api/tasks/{id}/release", THEIRS, "/api/tasks/" + task + "/release")
                        .saying(Map.of()),
                on("POST /api/matters/{id}/moves/{verb}", THEIRS, matter + "/moves/accept")
                        .saying(Map.of())
                        .seen(true),
                on("POST /api/matters/{id}/moves/{verb}", THEIRS, linked + "/moves/merge")
                        .saying(Map.of("matter", house.matter().id(), "reason", "同一棵石榴树"))
                        .seen(true),
                on("POST /api/matters/{id}/moves/{verb}", THEIRS, matter + "/moves/suspend")
                        .saying(Map.of("reason", "等石榴树落叶"))
                        .seen(true),
                on("POST /api/tasks/{id}/assign", THEIRS, "/api/tasks/" + task + "/assign")
                        .saying(posts),
                on("GET /api/matters/{id}/takers", THEIRS, matter + "/takers"),
                on("GET /api/desks/{post}/takers", THEIRS, "/api/desks/" + house.rightPost() + "/takers"),
                on("POST /api/desks/{post}/handover", THEIRS, "/api/desks/" + house.rightPost() + "/handover")
                        .saying(Map.of("to", house.colleaguePost().toString(), "reason", "休假")));
    }
}
