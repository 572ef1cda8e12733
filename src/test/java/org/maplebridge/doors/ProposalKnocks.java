package org.maplebridge.doors;

import static org.maplebridge.doors.Knock.Whose.SIGNED_IN;
import static org.maplebridge.doors.Knock.Whose.THEIRS;
import static org.maplebridge.doors.Knock.on;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.Numbers;

/// At the doors of proposals for numbers: two wait that another has proposed, and one of the right officer's own.
record ProposalKnocks(String approving, String refusing, String withdrawing) {

    private static final String PATH = "/api/parameters/proposals";

    private static final Map<String, String> NUMBER = Map.of(
            "name", "access.lock-minutes",
            "area", County.TOWN,
            "value", "20",
            "from", "2026-03-01",
            "reason", "本地安全要求");

    static ProposalKnocks of(House house) {
        var ids = Stream.of(House.KEPT_OUT, House.KEPT_OUT, House.RIGHT)
                .map(who -> House.ok(Numbers.proposed(house.as(who), NUMBER)).text("id"))
                .toList();
        return new ProposalKnocks(ids.get(0), ids.get(1), ids.get(2));
    }

    List<Knock> all() {
        return List.of(
                on("GET " + PATH, SIGNED_IN, PATH),
                on("POST " + PATH, THEIRS, PATH).saying(NUMBER),
                on("POST " + PATH + "/{id}/approve", THEIRS, PATH + "/" + approving + "/approve")
                        .saying(Map.of()),
                on("POST " + PATH + "/{id}/refuse", THEIRS, PATH + "/" + refusing + "/refuse")
                        .saying(Map.of("reason", "依据不足")),
                on("POST " + PATH + "/{id}/withdraw", THEIRS, PATH + "/" + withdrawing + "/withdraw")
                        .saying(Map.of()));
    }
}
