package org.maplebridge.kernel.trail;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Work;

/// Writes and reads the chains of matters. Only the kernel's pipeline writes.
public interface Trail {

    /// A new key for a new matter; its sealed form is added to the batch.
    MatterKey newKey(Batch batch, UUID matter);

    /// The key of a matter from its sealed form.
    MatterKey openKey(UUID matter, byte[] wrapped, String master);

    /// The key of a matter as the scope sees it; empty once it was destroyed. Needs a transaction.
    Optional<MatterKey> key(UUID matter);

    /// Makes the next entry and adds it to the batch. `recordedAt` is the draft's moment, or that of the entry
    /// before
    /// if the clock has gone back since.
    Entry write(Batch batch, MatterKey key, Draft draft, Optional<Entry.Head> before);

    /// A signed promise that the entry stands in the chain and will stand in the log within 60 seconds.
    Receipt promise(Batch batch, Entry entry);

    /// Entries of a matter, newest first, below the given place (`Integer.MAX_VALUE` for the newest).
    List<Entry> newest(UUID matter, int below, int limit);

    /// Those of some matters in which a person, an officer or a citizen, has made any entry after this place.
    Set<UUID> touched(Collection<UUID> matters, int after);

    /// One entry with its body.
    Optional<Entry> entry(UUID matter, int seq);

    /// The first receipt given for the matter, as it was given; empty if none was or its body's key was destroyed.
    Optional<Receipt> receipt(UUID matter);

    /// Logs a look at sensitive data.
    void look(Work work, Look look);

    /// How often an actor has looked since a moment, wherever it was.
    int looksBy(String actor, Instant since);

    /// Looks in the course of a matter, newest first.
    ///
    /// @param persona only those at the data of one person
    List<Look> looks(UUID matter, Optional<UUID> persona, int limit);
}
