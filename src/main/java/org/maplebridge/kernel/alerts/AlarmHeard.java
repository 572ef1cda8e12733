package org.maplebridge.kernel.alerts;

import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Matters.Alarm;

/// Hears of alarms, in the batch that raises them. Modules to the right implement it.
public interface AlarmHeard {

    /// A limit ends soon, and the office was told. Adds statements; must read nothing.
    default void soon(Batch batch, Work work, Alarm alarm) {
        // most only care for what is late
    }

    /// A limit is overdue and still was when the office above it was told. Adds statements; must read nothing.
    ///
    /// @param limit what the limit is called
    void escalated(Batch batch, Work work, Alarm alarm, String limit);
}
