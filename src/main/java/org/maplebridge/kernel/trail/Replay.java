package org.maplebridge.kernel.trail;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Compares what the chains say with the state that is kept. The owner of the state implements it.
public interface Replay {

    /// A whole chain.
    ///
    /// @param entries in order
    /// @param key empty if it was destroyed
    record Chain(UUID matter, List<Envelope> entries, Optional<MatterKey> key) {}

    /// Something that does not agree.
    ///
    /// @param where such as `事项 0197… 第 3 条`
    /// @param what one sentence in Chinese
    record Fault(String where, String what) {

        /// Something wrong with one entry of a matter.
        public static Fault at(UUID matter, int seq, String what) {
            return new Fault("事项 " + matter + " 第 " + seq + " 条", what);
        }
    }

    /// Folds the chains and compares.
    List<Fault> replay(List<Chain> chains);

    /// State that has no chain at all.
    List<Fault> unchained();
}
