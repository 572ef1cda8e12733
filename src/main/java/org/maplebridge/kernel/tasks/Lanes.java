package org.maplebridge.kernel.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;

/// The desks whose tasks an actor has before them, as their scope names them: each is one range of an index. Whose role
/// sees only the post has no common desk of an office.
///
/// @param posts desks of posts, in the order of `postDomains`
/// @param agencies common desks of offices, in the order of `agencyDomains`
record Lanes(List<UUID> posts, List<String> postDomains, List<UUID> agencies, List<String> agencyDomains) {

    static Lanes of(Actor actor) {
        var lanes = new Lanes(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (var unit : actor.scope().units()) {
            int bar = unit.indexOf('|');
            if (unit.startsWith("t:")) {
                lanes.posts.add(UUID.fromString(unit.substring(2, bar)));
                lanes.postDomains.add(unit.substring(bar + 1));
            } else if (unit.startsWith("g:")) {
                lanes.agencies.add(UUID.fromString(unit.substring(2, bar)));
                lanes.agencyDomains.add(unit.substring(bar + 1));
            }
        }
        return lanes;
    }
}
