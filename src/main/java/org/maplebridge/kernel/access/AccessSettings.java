package org.maplebridge.kernel.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.Parameters;

/// The numbers of sign-in, as in force today in the node's root area.
///
/// @param codesSince since when officers must have one-time codes; empty if they need none
record AccessSettings(
        int failures,
        int failuresOfStrangers,
        int lockMinutes,
        int sessionHours,
        int idleMinutes,
        int tokenDays,
        int signInsPerMinute,
        int publicPostsPerMinute,
        Optional<LocalDate> codesSince,
        int graceDays) {

    static AccessSettings of(Work work, Offices offices, Parameters parameters) {
        var root = offices.at(work).rootArea().map(Area::path).orElse("");
        return new AccessSettings(
                whole(work, parameters, root, "failures"),
                whole(work, parameters, root, "failures-of-strangers"),
                whole(work, parameters, root, "lock-minutes"),
                whole(work, parameters, root, "session-hours"),
                whole(work, parameters, root, "idle-minutes"),
                whole(work, parameters, root, "token-days"),
                whole(work, parameters, root, "sign-ins-per-minute"),
                whole(work, parameters, root, "public-posts-per-minute"),
                Optional.of(parameters.at(work, "access.otp-required", root, work.today()))
                        .filter(rule -> rule.whole() > 0)
                        .map(rule -> rule.from()),
                whole(work, parameters, root, "otp-grace-days"));
    }

    private static int whole(Work work, Parameters parameters, String area, String name) {
        return parameters.at(work, "access." + name, area, work.today()).whole();
    }

    /// The last day on which an officer gets by without one-time codes; empty if they need none.
    Optional<LocalDate> codesBy(Instant accountOpened) {
        var opened = LocalDate.ofInstant(accountOpened, Work.ZONE);
        return codesSince.map(since -> since.isAfter(opened) ? since : opened).map(begun -> begun.plusDays(graceDays));
    }
}
