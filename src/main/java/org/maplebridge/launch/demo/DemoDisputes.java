package org.maplebridge.launch.demo;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.DataFiles;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Matter;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.Outcome;
import org.maplebridge.kernel.matters.Request;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.orgs.Post;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Twenty made-up disputes, filed through the same door as everybody's and moved by the demo people.
@Component
final class DemoDisputes {

    private static final Scope SCOPE = Scope.job("demo");
    /// What they are known by.
    private static final UUID BATCH = UUID.fromString("00000000-0000-4000-8000-00000000de00");

    private static final String ROLE = "disputes.mediator";

    private final DataFiles files;
    private final Transactions transactions;
    private final Offices offices;
    private final Access access;
    private final Matters matters;

    DemoDisputes(DataFiles files, Transactions transactions, Offices offices, Access access, Matters matters) {
        this.files = files;
        this.transactions = transactions;
        this.offices = offices;
        this.access = access;
        this.matters = matters;
    }

    /// Files and moves what is not there yet, in the order of the plan; returns how many those were. Each is known by
    /// the batch it came in. Only the last one filed can have been broken off between its moves.
    int seed(String village, String town) {
        var planned = files.all().stream()
                .flatMap(file -> file.section("demo-disputes").valueStream())
                .toList();
        var there = transactions.run(SCOPE, work -> matters.broughtBy(BATCH, Actor.NOBODY));
        if (!there.isEmpty() && there.size() <= planned.size()) {
            var plan = planned.get(there.size() - 1);
            transactions
                    .run(SCOPE, work -> matters.find(there.getLast()))
                    .ifPresent(last -> advance(last, plan, area(plan, village, town)));
        }
        for (int no = there.size(); no < planned.size(); no++) {
            var plan = planned.get(no);
            file(no, plan, area(plan, village, town));
        }
        return Math.max(0, planned.size() - there.size());
    }

    private static String area(JsonNode plan, String village, String town) {
        return plan.path("town").asBoolean(false) ? town : village;
    }

    private void file(int no, JsonNode plan, String area) {
        var today = transactions.run(SCOPE, Work::today);
        var said = new LinkedHashMap<String, Object>();
        said.put("words", plan.path("words").asString(""));
        said.put("area", area);
        said.put("day", day(today, plan).toString());
        said.put("anonymous", false);
        said.put("name", "演示群众" + (no + 1));
        said.put("phone", "1380000%04d".formatted(no + 1));
        var request = request(Actor.visitor("demo"), "file/disputes", "demo-" + no, said, Optional.of(BATCH));
        var outcome = matters.open("disputes", request);
        if (outcome instanceof Outcome.Done done) {
            advance(done.matter(), plan, area);
        } else if (outcome instanceof Outcome.Refusal refusal) {
            throw new IllegalStateException("the demo dispute " + no + " was refused: " + refusal.verdict());
        }
    }

    private static LocalDate day(LocalDate today, JsonNode plan) {
        return today.minusDays(plan.path("days").asInt(1));
    }

    /// A move that is refused was made before, perhaps by somebody who tries the demo: the rest is theirs.
    private void advance(Matter opened, JsonNode plan, String area) {
        int far = plan.path("far").asInt(0);
        var agency = opened.office().agency().orElseThrow().toString();
        var moves = List.of(
                Map.entry("register", calm()),
                Map.entry(
                        "route",
                        Map.<String, Object>of(
                                "area", area, "category", "NEIGHBOUR", "agency", agency, "reason", "演示：就近调解")),
                Map.entry("accept", Map.<String, Object>of()),
                Map.entry("begin", Map.<String, Object>of("willing", "BOTH", "informed", true)));
        for (int i = 0; i < far; i++) {
            var move = moves.get(i);
            var actor = mediator(opened);
            var route = "move/" + opened.id() + "/" + move.getKey();
            var outcome = matters.move(
                    opened.id(),
                    move.getKey(),
                    request(actor, route, "demo-" + move.getKey(), move.getValue(), Optional.empty()));
            if (outcome instanceof Outcome.Refusal) {
                return;
            }
        }
    }

    private static Map<String, Object> calm() {
        return Map.of(
                "people", 2,
                "threat", false,
                "injury", false,
                "violence", false,
                "harassment", false,
                "vulnerable", false,
                "policeInformed", false);
    }

    private Actor mediator(Matter matter) {
        return transactions.run(SCOPE, work -> {
            var directory = offices.at(work);
            UUID agency = matter.office().agency().orElseThrow();
            Post post = directory.posts(agency).stream()
                    .filter(each -> each.roles().contains(ROLE))
                    .findFirst()
                    .orElseThrow();
            var holder = directory.holders(post.id(), work.today()).getFirst();
            return access.officer(work, holder.staff().id(), Optional.of(post.id()));
        });
    }

    private static Request request(
            Actor actor, String route, String key, Map<String, Object> said, Optional<UUID> batch) {
        return new Request(
                actor, Canonical.MAPPER.valueToTree(said), new Work.Key(route, key), OptionalInt.empty(), batch);
    }
}
