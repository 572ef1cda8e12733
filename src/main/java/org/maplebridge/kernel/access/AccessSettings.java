package org.maplebridge.kernel.access;

import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.Parameters;

/// The numbers of sign-in, as in force today in the node's root area.
record AccessSettings(
        int failures,
        int lockMinutes,
        int sessionHours,
        int idleMinutes,
        int tokenDays,
        int signInsPerMinute,
        int publicPostsPerMinute) {

    static AccessSettings of(Work work, Offices offices, Parameters parameters) {
        var root = offices.at(work).rootArea().map(Area::path).orElse("");
        return new AccessSettings(
                whole(work, parameters, root, "failures"),
                whole(work, parameters, root, "lock-minutes"),
                whole(work, parameters, root, "session-hours"),
                whole(work, parameters, root, "idle-minutes"),
                whole(work, parameters, root, "token-days"),
                whole(work, parameters, root, "sign-ins-per-minute"),
                whole(work, parameters, root, "public-posts-per-minute"));
    }

    private static int whole(Work work, Parameters parameters, String area, String name) {
        return parameters.at(work, "access." + name, area, work.today()).whole();
    }
}
