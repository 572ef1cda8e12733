package org.maplebridge.kernel.matters;

import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Work;

/// Is told when somebody looks at people's data unusually often. Modules to the right implement it.
public interface LooksWatch {

    /// In the transaction of the look.
    ///
    /// @param matter the matter of the look that was one too many
    /// @param count how often within the hour, this one counted
    /// @param most how often is not yet unusual
    void unusual(Work work, Actor actor, Matter matter, int count, int most);
}
