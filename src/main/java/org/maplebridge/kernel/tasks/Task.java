package org.maplebridge.kernel.tasks;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;

/// An open matter in an office, as something to be done.
///
/// @param post the desk it lies on; empty while anybody of the office may take it
/// @param staff who has claimed it
/// @param leftBy who had claimed it and is away
/// @param due when the earliest limit ends
record Task(
        UUID id,
        UUID matter,
        String domain,
        UUID agency,
        Optional<UUID> post,
        State state,
        Optional<Instant> due,
        Optional<UUID> staff,
        Optional<Instant> claimedAt,
        Optional<UUID> leftBy) {

    enum State {
        OPEN,
        CLAIMED,
        DONE
    }

    /// The unit on whose desk it lies, as scopes name it.
    String unit() {
        return post.map(desk -> "t:" + desk).orElse("g:" + agency) + "|" + domain;
    }

    /// Whether it lies on a desk of the actor: that of a post of theirs, or their office's common one.
    boolean within(Actor actor) {
        return actor.scope().units().contains(unit());
    }

    /// Whether the actor has it: claimed by them, or unclaimed on the desk of a post of theirs.
    boolean mine(Actor actor) {
        return staff.map(actor.person()::equals).orElseGet(() -> post.isPresent() && within(actor));
    }
}
