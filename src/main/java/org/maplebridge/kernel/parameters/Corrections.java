package org.maplebridge.kernel.parameters;

import java.util.List;
import org.maplebridge.kernel.ground.Work;

/// Hears of a corrected number: one entered anew with the same name, area and first day. Modules to the right that have
/// computed with the former versions implement it.
public interface Corrections {

    /// @param after what holds now
    /// @param before the versions it corrects
    /// @param edit who entered it, and why
    void corrected(Work work, Parameter after, List<String> before, Parameters.Edit edit);
}
