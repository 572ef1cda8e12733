package org.maplebridge.kernel.matters;

import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;

/// The matter that another one comes from.
///
/// @param domain the secrecy domain that the new one stays in; empty if it has that of its scene
/// @param asker the party of the old one that asks for the new one, if one does
record Parent(UUID id, Optional<String> domain, Optional<Party> asker) {

    /// Another scene goes on with a part of it.
    static Parent referring(Matter matter) {
        return new Parent(matter.id(), Optional.empty(), Optional.empty());
    }

    /// A party asks for something: whoever may not know of the matter may not know of that either.
    static Parent of(Matter matter, Party asker) {
        return new Parent(matter.id(), Optional.of(matter.domain()), Optional.of(asker));
    }

    /// The new matter with whoever asks for it, as the same persona as in the old one.
    MatterState joined(MatterState state) {
        if (asker.isEmpty()) {
            return state;
        }
        var parties = new ArrayList<>(state.parties());
        var whose = asker.get();
        parties.add(new Party(parties.size() + 1, PartyRequest.ASKER, whose.persona(), whose.shown()));
        return state.named(parties);
    }
}
