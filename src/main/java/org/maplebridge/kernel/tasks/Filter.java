package org.maplebridge.kernel.tasks;

import java.util.List;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;

/// Which part of the inbox.
enum Filter {
    ALL,
    /// What I have: claimed by me, or unclaimed on the desk of a post of mine.
    MINE,
    /// What nobody has claimed.
    UNCLAIMED;

    static Filter of(String asked) {
        return switch (asked) {
            case "all" -> ALL;
            case "mine" -> MINE;
            case "unclaimed" -> UNCLAIMED;
            default ->
                throw new Refused(
                        Problem.fields(List.of(new Problem.Field("filter", "只能是 all（全部）、mine（我的）或 unclaimed（待签收）。"))));
        };
    }

    /// The states wanted of what lies on the desks of posts.
    String[] onDesks() {
        return this == ALL ? new String[] {"OPEN", "CLAIMED"} : new String[] {"OPEN"};
    }

    /// The states wanted of what lies on the common desks of offices.
    String[] inOffices() {
        return this == MINE ? new String[0] : onDesks();
    }
}
