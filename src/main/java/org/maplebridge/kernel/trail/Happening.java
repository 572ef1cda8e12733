package org.maplebridge.kernel.trail;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// An entry as listeners hear of it; what was said is read with [Trail#entry].
///
/// @param no its number in the log
/// @param seq its place in the chain of its matter
public record Happening(
        long no,
        UUID matter,
        int seq,
        String scene,
        String verb,
        String stage,
        Instant recordedAt,
        String actor,
        Optional<UUID> post,
        Optional<UUID> agency) {}
