package org.maplebridge.kernel.orgs;

import java.util.Optional;
import java.util.UUID;

/// An office, committee or station.
///
/// @param kind  a name from the `agency-kinds` of the data files, such as `TOWN_CENTER`
/// @param level on which level it works
/// @param area  path of the area it works in
/// @param phone what the public may call
/// @param parent the agency above it, where that isn't simply the one in charge of the wider area
public record Agency(
        UUID id, String name, String kind, Level level, String area, Optional<String> phone, Optional<UUID> parent) {

    /// Whether its area covers the path.
    public boolean covers(String path) {
        return Area.covers(area, path);
    }
}
