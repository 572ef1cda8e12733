package org.maplebridge.kernel.matters;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.maplebridge.fixtures.County;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Work;

/// A county with a supervisor, two who may change numbers, and a town where errands come in.
final class ErrandTown {

    private final Matters matters;
    private final String office;

    /// Its people: `jiandu` supervises, `fawu` and `fuhe` change numbers together, `paidan` is the town's clerk.
    ErrandTown(County county, Matters matters) {
        this.matters = matters;
        county.officer("jiandu", "county", "kernel.supervisor");
        county.officer("fawu", "county", "kernel.legal-officer");
        county.officer("fuhe", "county", "kernel.legal-officer");
        county.officer("paidan", "town", "errand.clerk");
        this.office = county.office("town").id().toString();
    }

    void open(String title) {
        var key = UUID.randomUUID().toString();
        matters.open(
                "errand",
                new Request(
                        Actor.system("test"),
                        Canonical.MAPPER.valueToTree(Map.of("title", title, "agency", office)),
                        new Work.Key("test/" + key, key),
                        OptionalInt.empty(),
                        Optional.empty()));
    }
}
