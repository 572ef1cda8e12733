package org.maplebridge.kernel.matters;

import java.util.List;
import java.util.UUID;

/// Who has a hand in a matter beside those who sit where it lies and those who have acted on it: whoever took the task,
/// leads a session. Modules to the right implement it.
public interface Hands {

    /// Officers at work on a matter, as far as the scope sees them.
    List<UUID> on(UUID matter);
}
