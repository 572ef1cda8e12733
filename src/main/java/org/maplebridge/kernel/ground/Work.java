package org.maplebridge.kernel.ground;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/// One unit of work: the moment as the database says, the revision of the reference data, and what an earlier
/// request
/// under the same key has left.
///
/// @param now the moment, microseconds; comes from PostgreSQL with the scope call, after any lock taken with it
/// @param revision grows with each change of areas, posts, parameters, calendars; see [Reference]
/// @param stored what the same key stored before, if the work was begun with a key
/// @param fresh the id of the matter to be opened, if the work was begun to open one
public record Work(Instant now, long revision, Optional<Stored> stored, Optional<UUID> fresh) {

    /// The zone of the legal day.
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /// The same work, at that moment if it is the later one.
    public Work notBefore(Instant moment) {
        return now.isBefore(moment) ? new Work(moment, revision, stored, fresh) : this;
    }

    /// The legal day.
    public LocalDate today() {
        return LocalDate.ofInstant(now, ZONE);
    }

    /// The result stored under an idempotency key.
    ///
    /// @param bodyHash SM3 of the request's body
    public record Stored(Hash bodyHash, UUID matter, int seq) {}

    /// The key of a request that must take effect once.
    ///
    /// @param route which door it came through, such as `move/agree/{matter}`
    /// @param key what the client sent, 8 to 80 characters
    public record Key(String route, String key) {}
}
