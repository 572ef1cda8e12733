package org.maplebridge.kernel.access;

import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Items;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The agencies that may be given what happens at a place, the nearest first.
@RestController
class AgenciesDesk {

    private final Transactions transactions;
    private final Offices offices;

    AgenciesDesk(Transactions transactions, Offices offices) {
        this.transactions = transactions;
        this.offices = offices;
    }

    record Neighbour(UUID id, String name, String level, String levelTitle) {}

    /// @param area where it happens; the area of the caller's own agency if not said
    @GetMapping("/api/agencies")
    @Allowed(Allowed.Door.SIGNED_IN)
    Items<Neighbour> agencies(@RequestParam Optional<String> area, Actor actor) {
        return transactions.run(actor.scope(), work -> {
            var directory = offices.at(work);
            var own = actor.agency().flatMap(directory::agency).map(Agency::area);
            var place = area.or(() -> own).flatMap(directory::area).orElseThrow(() -> Refused.notFound("地方"));
            var root = directory.rootArea().map(Area::path).orElse(place.path());
            return new Items<>(directory.ancestors(place.path(), root).reversed().stream()
                    .flatMap(path -> directory.agencies(path).stream())
                    .map(agency -> new Neighbour(
                            agency.id(),
                            agency.name(),
                            agency.level().name(),
                            agency.level().title()))
                    .toList());
        });
    }
}
