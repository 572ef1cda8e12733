package org.maplebridge.kernel.ground;

import java.util.UUID;

/// Something sealed under the master key that can be sealed again under its present generation, row by row, while
/// everything else goes on.
public interface Resealing {

    /// What it is, for progress.
    String what();

    /// Looks at the next rows in order of their id and seals those again that stand under another generation than the
    /// present one. Runs in the transaction of a job.
    Step next(Work work, UUID after, int most);

    /// How far it came.
    ///
    /// @param last the last row looked at; empty when there was none left
    /// @param sealed how many were sealed again
    record Step(java.util.Optional<UUID> last, int sealed) {

        /// Nothing was left to look at.
        public static Step end() {
            return new Step(java.util.Optional.empty(), 0);
        }
    }
}
