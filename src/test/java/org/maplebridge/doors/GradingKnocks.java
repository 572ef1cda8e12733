package org.maplebridge.doors;

import static org.maplebridge.doors.Knock.Whose.SIGNED_IN;
import static org.maplebridge.doors.Knock.Whose.THEIRS;
import static org.maplebridge.doors.Knock.on;

import java.util.List;
import java.util.Map;
import org.maplebridge.fixtures.County;

/// At the doors of gradings: the right officer is a mediator, graded by the county.
final class GradingKnocks {

    private static final String KEEPER = "grading-keeper";
    private static final String DECIDER = "grading-decider";

    /// Of somebody who does everything in a grading.
    static final String[] ROLES = {"gradings.keeper", "gradings.decider", "rolls.keeper"};

    private GradingKnocks() {}

    static List<Knock> of(House house, House.Inside inside) {
        return List.of(
                on("GET /api/gradings", SIGNED_IN, "/api/gradings"),
                on("GET /api/gradings/book", SIGNED_IN, "/api/gradings/book"),
                on("GET /api/gradings/mine", SIGNED_IN, "/api/gradings/mine"),
                on(
                                "POST /api/gradings/mine/{id}/contest",
                                THEIRS,
                                "/api/gradings/mine/" + shown(house, inside) + "/contest")
                        .saying(Map.of("factor", "YEARS", "words", "少算了一年", "wanted", "应当满三年")));
    }

    /// A grading of the right officer that they may contest.
    private static String shown(House house, House.Inside inside) {
        inside.county().officer(KEEPER, "county", ROLES);
        inside.county().officer(DECIDER, "county", "gradings.decider");
        var keeper = house.as(KEEPER);
        var staff = inside.county().actor(House.RIGHT).person().toString();
        var id = begun(house, KEEPER, "调解过一年的人", Map.of("kind", "FULL", "staff", staff))
                .id();
        house.chores()
                .running(
                        "GradingsRounds",
                        () -> keeper.get("/api/matters/" + id)
                                .body()
                                .path("facts")
                                .toString()
                                .contains("合计"));
        House.ok(keeper.move(id, "show", Map.of()));
        return id;
    }

    /// Somebody enters the register and is graded.
    static House.Filed begun(House house, String keeper, String name, Map<String, ?> facts) {
        var who = house.as(keeper);
        House.ok(who.post(
                "/api/rolls/mediators/lines",
                Map.of("area", County.TOWN, "name", name, "firstDay", "2023-05-02", "facts", facts)));
        return House.filed(House.ok(who.post(
                "/api/scenes/gradings",
                Map.of("name", name, "year", house.today().getYear() - 1, "reason", "单位申请提前评定"))));
    }
}
