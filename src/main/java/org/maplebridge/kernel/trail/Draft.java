package org.maplebridge.kernel.trail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Hash;

/// What the kernel knows of an act before it becomes an entry.
///
/// @param occurredAt when it happened, as claimed
/// @param now the moment after the lock was taken
/// @param bodyType such as `disputes.Agree@1`
/// @param said what was said; written canonically
/// @param fact keyed digest of the matter's rows after the act
public record Draft(
        UUID matter,
        String scene,
        int life,
        String verb,
        String stage,
        Instant occurredAt,
        Instant now,
        String actor,
        Optional<UUID> post,
        Optional<UUID> agency,
        Optional<String> behalf,
        String bodyType,
        Object said,
        Hash fact,
        List<UUID> refs) {}
