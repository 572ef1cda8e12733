package org.maplebridge.launch.demo.life;

import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// A matter as those who work on it last saw it.
///
/// @param agency the office that has it; empty where nobody knows yet
/// @param version empty where it has changed since
record LifeMatter(UUID id, String code, String stage, Optional<UUID> agency, Optional<Integer> version) {

    /// As a page, a list or the answer to a move shows it.
    static LifeMatter of(JsonNode row) {
        return new LifeMatter(
                UUID.fromString(row.path("id").asString()),
                row.path("code").asString(),
                row.path("stage").asString(""),
                Optional.of(row.path("agency").path("id").asString(""))
                        .filter(id -> !id.isEmpty())
                        .map(UUID::fromString),
                row.has("version") ? Optional.of(row.path("version").asInt()) : Optional.empty());
    }

    /// Somebody else has changed it.
    LifeMatter changed() {
        return new LifeMatter(id, code, stage, agency, Optional.empty());
    }
}
