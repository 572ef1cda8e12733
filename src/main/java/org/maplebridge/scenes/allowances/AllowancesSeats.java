package org.maplebridge.scenes.allowances;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Directory;
import org.maplebridge.kernel.orgs.Level;

/// Which office does the next part of a sheet: its own, where somebody there has the role, else the county's.
final class AllowancesSeats {

    private AllowancesSeats() {}

    /// Whether somebody sits in an office that day at a post with this role.
    static boolean staffed(Directory offices, UUID office, String role, LocalDate day) {
        return offices.posts(office).stream()
                .anyMatch(post -> post.roles().contains(role)
                        && !offices.holders(post.id(), day).isEmpty());
    }

    /// The sheet's own office where nobody has the role anywhere.
    static UUID seat(Directory offices, Allowance.Place place, String role, LocalDate day) {
        if (staffed(offices, place.office(), role, day)) {
            return place.office();
        }
        return offices.agency(place.office())
                .flatMap(offices::above)
                .filter(office -> staffed(offices, office.id(), role, day))
                .or(() -> county(offices, place, role, day))
                .map(Agency::id)
                .orElse(place.office());
    }

    private static Optional<Agency> county(Directory offices, Allowance.Place place, String role, LocalDate day) {
        return offices
                .ancestors(
                        place.area(),
                        offices.rootArea().map(area -> area.path()).orElse(place.area()))
                .stream()
                .flatMap(area -> offices.agencies(area).stream())
                .filter(office -> office.level() == Level.COUNTY && staffed(offices, office.id(), role, day))
                .findFirst();
    }
}
