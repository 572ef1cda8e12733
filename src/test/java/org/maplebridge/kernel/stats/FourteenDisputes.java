package org.maplebridge.kernel.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Offices;

/// Fourteen disputes of a small county, and two more that were merged into another.
final class FourteenDisputes {

    /// Settled with two days between, by the town.
    private static final int SETTLED = 7;

    private final int port;
    private final Transactions transactions;
    private final Offices offices;
    private final Access access;
    private final List<String> failed = new ArrayList<>();
    private final Map<String, Wire> people = new HashMap<>();
    private int brought;

    FourteenDisputes(int port, Transactions transactions, Offices offices, Access access) {
        this.port = port;
        this.transactions = transactions;
        this.offices = offices;
        this.access = access;
    }

    /// The one that nobody could settle.
    String failed() {
        return failed.getFirst();
    }

    County happen() {
        TestClock.reset();
        var county = new County(transactions, offices, access).founded();
        county.officer("zhenban", "town", "disputes.dispatcher", "disputes.clerk");
        county.officer("zhentiao", "town", "disputes.mediator");
        county.officer("xianban", "county", "disputes.dispatcher");
        county.officer("jiandu", "county", "kernel.supervisor");
        county.officer("linzhen", "otherTown", "disputes.mediator", "kernel.supervisor");
        var ids = new ArrayList<String>();
        for (int i = 0; i < SETTLED + 2; i++) {
            var id = opened("zhentiao", County.TOWN, "PATROL", "申请人" + i);
            begun(county, id, i < 2 ? DisputeForms.calmBut("amount", "1500.50") : DisputeForms.calm());
            ids.add(id);
        }
        // never registered, and late therefore
        var late = opened("zhentiao", County.TOWN, "PATROL", "冯春");
        TestClock.pass(Duration.ofDays(2));
        people.clear();
        for (int i = 0; i < SETTLED; i++) {
            agreed(ids.get(i), "第 " + i + " 份协议。");
            over(ids.get(i), "FULL", "SATISFIED");
        }
        agreed(ids.get(SETTLED), "谁也没有照办的协议。");
        over(ids.get(SETTLED), "BROKEN", "DISSATISFIED");
        var fails = ids.get(SETTLED + 1);
        ok(as("zhentiao").move(fails, "fail", Map.of("reason", "NO_CONSENSUS", "note", "差得太远", "informed", true)));
        ok(as("zhenban").move(fails, "evaluate", Map.of("grade", "FAIRLY", "channel", "PHONE")));
        ok(as("zhentiao").move(fails, "close", Map.of("summary", "转诉讼。")));
        failed.add(fails);
        // settled within minutes, and nobody said why
        var hasty = opened("zhentiao", County.TOWN, "PATROL", "急先锋");
        begun(county, hasty, DisputeForms.calm());
        agreed(hasty, "转眼就签的协议。");
        over(hasty, "FULL", "SATISFIED");
        var returned = opened("zhentiao", County.TOWN, "PATROL", "冯春");
        routed(county, returned, DisputeForms.calm());
        ok(as("zhentiao").move(returned, "return", Map.of("reason", "不归镇里管")));
        var twice = opened("zhentiao", County.TOWN, "PATROL", "冯春");
        // only those that were merged into it said a sum, and not the same: one of them into the other before
        var again = opened("zhentiao", County.TOWN, "PATROL", "冯春");
        ok(as("zhentiao").move(again, "register", DisputeForms.calmBut("amount", "2000.25")));
        var third = opened("zhentiao", County.TOWN, "PATROL", "冯春");
        ok(as("zhentiao").move(third, "register", DisputeForms.calmBut("amount", "700")));
        ok(as("zhentiao").move(again, "merge", Map.of("matter", third, "reason", "同一件事")));
        ok(as("zhentiao").move(third, "merge", Map.of("matter", twice, "reason", "同一件事")));
        opened("linzhen", County.OTHER_TOWN, "VISIT", "罗店人");
        assertThat(late).isNotBlank();
        ok(as("jiandu").post("/api/stats/refresh", Map.of()));
        return county;
    }

    /// Twenty-one more, handled in two days: all but one kept, fifteen fairly satisfied, six not. Then the month ends.
    void gaveEnoughToTellOf(County county) {
        var ids = new ArrayList<String>();
        for (int i = 0; i < 21; i++) {
            var id = opened("zhentiao", County.TOWN, "VISIT", "后来人" + i);
            begun(county, id, DisputeForms.calm());
            ids.add(id);
        }
        TestClock.pass(Duration.ofDays(2));
        people.clear();
        for (int i = 0; i < ids.size(); i++) {
            agreed(ids.get(i), "后来的第 " + i + " 份协议。");
            over(ids.get(i), i < 20 ? "FULL" : "BROKEN", i < 15 ? "FAIRLY" : "DISSATISFIED");
        }
        ok(as("jiandu").post("/api/stats/refresh", Map.of()));
    }

    /// Until the month is over.
    void aMonthLater() {
        TestClock.pass(Duration.ofDays(40));
        people.clear();
        ok(as("jiandu").post("/api/stats/refresh", Map.of()));
    }

    Wire as(String user) {
        return people.computeIfAbsent(user, unseen -> new Wire(port).as(user));
    }

    static Wire.Answer ok(Wire.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return answer;
    }

    LocalDate today() {
        return transactions.run(Scope.job("test"), Work::today);
    }

    private String opened(String user, String area, String source, String applicant) {
        brought++;
        var said = new HashMap<String, Object>(DisputeForms.brought("楼上漏水泡了墙 " + brought, applicant, "13900004321"));
        said.put("area", area);
        said.put("source", source);
        said.put("respondent", "被申请人" + brought);
        return ok(as(user).post("/api/scenes/disputes", said)).text("matter.id");
    }

    private void routed(County county, String id, Map<String, Object> registered) {
        ok(as("zhentiao").move(id, "register", registered));
        var town = county.office("town").id().toString();
        ok(as("zhentiao")
                .move(
                        id,
                        "route",
                        Map.of("area", County.TOWN, "category", "NEIGHBOUR", "agency", town, "reason", "就近")));
    }

    private void begun(County county, String id, Map<String, Object> registered) {
        routed(county, id, registered);
        ok(as("zhentiao").move(id, "accept", Map.of()));
        ok(as("zhentiao").move(id, "begin", Map.of("willing", "BOTH", "informed", true)));
    }

    private void agreed(String id, String content) {
        ok(as("zhentiao").move(id, "agree", DisputeForms.agreement(today(), "漏水。", content)));
        ok(as("zhentiao").move(id, "perform", Map.of()));
    }

    private void over(String id, String result, String grade) {
        ok(as("zhentiao").move(id, "performed", Map.of("day", today().toString(), "result", result)));
        ok(as("zhenban").move(id, "evaluate", Map.of("grade", grade, "channel", "PHONE")));
        ok(as("zhentiao").move(id, "close", Map.of("summary", "办完了。")));
    }
}
