package org.maplebridge.kernel.access;

import java.util.UUID;
import org.maplebridge.kernel.ground.Work;

/// Hears that a member of staff has left, in the same work of a job. Modules to the right implement it.
public interface Leaver {

    /// They can no longer sign in. Heard twice, it does no harm.
    void left(Work work, UUID person);
}
