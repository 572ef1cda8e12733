package org.maplebridge.kernel.ground;

import java.sql.ResultSet;
import java.sql.SQLException;

/// Something sealed under the master key that can be sealed again under its present generation, row by row, while
/// everything else goes on. A module says which rows there are and how one is sealed; [ResealingWalk] goes through
/// them.
public interface Resealing {

    /// Asks for the next `:most` rows whose id is above `:after`, in order of their id, which is the first column and a
    /// uuid. Runs in the transaction of a job.
    String next();

    /// Adds the statement that seals this row again; adds nothing if it stands under the present generation.
    void again(ResultSet row, Batch batch) throws SQLException;
}
