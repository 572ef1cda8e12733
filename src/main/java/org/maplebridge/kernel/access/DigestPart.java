package org.maplebridge.kernel.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.maplebridge.kernel.ground.Work;

/// What a module puts on somebody's list of the day: what is due, sessions, visits. Each bean gives its sections, as
/// far
/// as that somebody may see them.
public interface DigestPart {

    /// The sections for an actor today. Runs in the actor's own scope.
    List<Section> today(Work work, Actor actor);

    /// One part of the list.
    ///
    /// @param name such as `overdue`, for good
    /// @param order where it stands among the others, the smallest first
    /// @param count how many there are, also of those not listed
    record Section(String name, String title, int order, int count, List<Line> lines) {}

    /// One thing.
    ///
    /// @param matter what it is about
    /// @param words what about it
    /// @param at when
    record Line(UUID matter, String words, Instant at) {}
}
