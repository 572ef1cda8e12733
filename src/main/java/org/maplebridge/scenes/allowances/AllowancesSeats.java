package org.maplebridge.scenes.allowances;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Directory;
import org.maplebridge.kernel.orgs.Level;
import org.maplebridge.scenes.allowances.Allowance.Line;
import org.maplebridge.scenes.allowances.Allowance.Objection;

/// Which office does the next part of a sheet: its own, where somebody there has the role and need not keep out, else
/// the one above, else the county's.
final class AllowancesSeats {

    private AllowancesSeats() {}

    /// Whether somebody sits in an office that day at a post with this role.
    static boolean staffed(Directory offices, UUID office, String role, LocalDate day) {
        return staffed(offices, office, role, day, person -> true);
    }

    private static boolean staffed(Directory offices, UUID office, String role, LocalDate day, Predicate<UUID> free) {
        return offices.posts(office).stream()
                .filter(post -> post.roles().contains(role))
                .flatMap(post -> offices.holders(post.id(), day).stream())
                .anyMatch(holder -> free.test(holder.staff().id()));
    }

    /// Who need not keep out of the next part.
    static Predicate<UUID> free(String role, List<Line> lines, List<Objection> objections) {
        return switch (role) {
            case AllowancesLifecycle.KEEPER -> person -> lines.stream().noneMatch(line -> line.of(person));
            case AllowancesLifecycle.CHECKER ->
                person -> AllowancesRules.barred("check", person, lines, objections)
                        .isEmpty();
            default ->
                person -> AllowancesRules.barred("approve", person, lines, objections)
                        .isEmpty();
        };
    }

    /// Where nobody is free it still goes to whoever has the role: they see it, and who else could be given the post.
    static UUID seat(Act act, Allowance.Place place, String role, Predicate<UUID> free) {
        return offices(act, place)
                .filter(office -> staffed(act.offices(), office, role, act.today(), free))
                .findFirst()
                .or(() -> offices(act, place)
                        .filter(office -> staffed(act.offices(), office, role, act.today()))
                        .findFirst())
                .orElse(place.office());
    }

    /// Whether somebody in the office that has it now is free.
    static boolean here(Act act, String role, Predicate<UUID> free) {
        return act.matter()
                .office()
                .agency()
                .filter(office -> staffed(act.offices(), office, role, act.today(), free))
                .isPresent();
    }

    /// An office where somebody is free.
    static Optional<UUID> other(Act act, Allowance.Place place, String role, Predicate<UUID> free) {
        return offices(act, place)
                .filter(office -> staffed(act.offices(), office, role, act.today(), free))
                .findFirst();
    }

    /// The sheet's own office, the one above, the county's.
    private static Stream<UUID> offices(Act act, Allowance.Place place) {
        var directory = act.offices();
        var root = directory.rootArea().map(area -> area.path()).orElse(place.area());
        var above = directory.agency(place.office()).flatMap(directory::above).stream();
        var county = directory.ancestors(place.area(), root).stream()
                .flatMap(area -> directory.agencies(area).stream())
                .filter(office -> office.level() == Level.COUNTY);
        return Stream.concat(
                Stream.of(place.office()), Stream.concat(above, county).map(Agency::id));
    }
}
