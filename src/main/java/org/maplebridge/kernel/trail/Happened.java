package org.maplebridge.kernel.trail;

import org.maplebridge.kernel.ground.Work;

/// Hears what has happened, entry by entry, in the order of the log. The log is the outbox: a move writes nothing
/// for its listeners. A listener's effect is committed with its place in the log, so each entry takes effect once, in
/// order,
/// whatever process dies when. One that fails stands still and is tried again; the others go on.
public interface Happened {

    /// Its name, for good: its place is kept under it.
    String name();

    /// Takes in one entry, in a transaction of a job. What reaches beyond the database is only noted down here, and
    /// done later under an id of its own.
    void heard(Work work, Happening entry);

    /// Whether a new listener begins with the first entry of the log; else with what comes next.
    default boolean fromTheBeginning() {
        return true;
    }
}
