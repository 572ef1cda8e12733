package org.maplebridge.kernel.trail;

import java.time.Instant;
import java.util.Optional;
import org.maplebridge.kernel.ground.Hash;

/// One entry of a matter's chain.
///
/// @param body the canonical text of what was said; empty if its key was destroyed
/// @param salt what stands before the body in its digest; empty with the body
/// @param leaf its number in the log, once it has one
public record Entry(
        Envelope envelope,
        Instant occurredAt,
        Instant recordedAt,
        Hash hash,
        Optional<String> body,
        Optional<Hash> salt,
        Optional<Long> leaf) {

    /// Where a chain ends: what the next entry builds on.
    ///
    /// @param seq place of the last entry
    public record Head(int seq, Hash hash, Instant recordedAt) {}

    /// This entry as the end of its chain.
    public Head head() {
        return new Head(envelope.seq(), hash, recordedAt);
    }
}
