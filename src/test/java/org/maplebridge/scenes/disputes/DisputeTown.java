package org.maplebridge.scenes.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Offices;
import tools.jackson.databind.JsonNode;

/// A town with its people, and the steps every story of a dispute goes through.
class DisputeTown {

    private final int port;
    private final Transactions transactions;
    private final County county;

    DisputeTown(int port, Transactions transactions, County county) {
        this.port = port;
        this.transactions = transactions;
        this.county = county;
    }

    /// The county with a town that mediates and dispatches, and a police liaison who takes part in joint mediation.
    static County founded(Transactions transactions, Offices offices, Access access) {
        var made = new County(transactions, offices, access).founded();
        made.officer("zhenban", "town", DisputesLifecycle.DISPATCHER, DisputesLifecycle.CLERK);
        made.officer("zhentiao", "town", DisputesLifecycle.MEDIATOR);
        made.officer("xianban", "county", DisputesLifecycle.DISPATCHER);
        made.officer("jingdiao", "police", DisputesLifecycle.POLICE, "assists.helper");
        return made;
    }

    String office(String key) {
        return county.office(key).id().toString();
    }

    Wire nobody() {
        return new Wire(port);
    }

    Wire as(String user) {
        return new Wire(port).as(user);
    }

    static Wire.Answer ok(Wire.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return answer;
    }

    Instant now() {
        return transactions.run(Scope.job("test"), Work::now);
    }

    LocalDate today() {
        return now().atZone(Work.ZONE).toLocalDate();
    }

    Wire.Answer brought(Map<String, Object> more) {
        var said = new HashMap<String, Object>(DisputeForms.brought("沿街店铺外摆挡路，两家为此动手推搡。", "冯春", "13900004321"));
        said.put("respondent", "蒋夏");
        said.putAll(more);
        return ok(as("zhentiao").post("/api/scenes/disputes", said));
    }

    void accepted(String id, Map<String, Object> registered) {
        accepted(id, registered, "NEIGHBOUR");
    }

    void accepted(String id, Map<String, Object> registered, String category) {
        ok(as("zhentiao").move(id, "register", registered));
        var town = county.office("town").id().toString();
        var route = Map.of("area", County.TOWN, "category", category, "agency", town, "reason", "就近");
        ok(as("zhentiao").move(id, "route", route));
        ok(as("zhentiao").move(id, "accept", Map.of()));
    }

    void begun(String id) {
        accepted(id, DisputeForms.calm());
        ok(as("zhentiao").move(id, "begin", Map.of("willing", "BOTH", "informed", true)));
    }

    Map<String, Object> agreement(String content) {
        return new HashMap<>(DisputeForms.agreement(today(), "外摆挡路。", content));
    }

    void closed(String id) {
        ok(as("zhentiao").move(id, "perform", Map.of()));
        ok(as("zhentiao").move(id, "performed", Map.of("day", today().toString(), "result", "FULL")));
        ok(as("zhenban").move(id, "evaluate", Map.of("grade", "SATISFIED", "channel", "PHONE")));
        ok(as("zhentiao").move(id, "close", Map.of("summary", "双方和好。")));
    }

    JsonNode deadlines(String id) {
        return ok(as("zhentiao").get("/api/matters/" + id + "/deadlines"))
                .body()
                .path("items");
    }

    Optional<JsonNode> running(String id, String parameter) {
        for (var item : deadlines(id)) {
            if (item.path("parameter").asString("").equals(parameter)
                    && item.path("state").asString("").matches("RUNNING|AWAITING_CALENDAR")) {
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }

    String facts(String id) {
        return ok(as("zhentiao").get("/api/matters/" + id)).body().path("facts").toString();
    }

    /// What lets somebody in at the public's door.
    static Map<String, Object> key(String code, String digits) {
        return new HashMap<>(Map.of("code", code, "phoneLast4", digits));
    }

    /// Somebody speaks for a party, with the power to act.
    void agent(String id, int party, String name, String phone) {
        related(
                id,
                party,
                Map.of("relation", "AGENT", "power", "SPECIAL", "name", name, "phone", phone, "basis", "授权委托书"));
    }

    void related(String id, int party, Map<String, Object> whom) {
        var said = new HashMap<>(whom);
        said.put("party", party);
        said.put("from", "2020-01-02");
        ok(as("zhentiao").move(id, "relate", said));
    }
}
