package org.maplebridge.kernel.matters;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.maplebridge.kernel.trail.Entry;

/// A matter just opened, before anything is sent.
///
/// @param digits what opens its progress together with the code
record Opened(MatterState state, Entry entry, String digits) {

    /// A matter with the children it has just opened; a child may have opened children of its own.
    ///
    /// @param blocking whether it can't end before its child at this place, from 0
    static MatterState children(MatterState state, IntPredicate blocking, List<Opened> made) {
        var linked = state;
        var own = made.stream()
                .filter(each -> each.state()
                        .matter()
                        .origin()
                        .parent()
                        .equals(Optional.of(state.matter().id())))
                .toList();
        for (int i = 0; i < own.size(); i++) {
            var child = own.get(i);
            linked = KernelMoves.linked(
                    linked, Link.Kind.CHILD, child.state().matter().id(), blocking.test(i));
        }
        return linked;
    }
}
