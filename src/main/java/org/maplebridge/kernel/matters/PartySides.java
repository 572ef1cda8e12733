package org.maplebridge.kernel.matters;

import java.util.Comparator;
import java.util.UUID;
import org.maplebridge.kernel.people.Ties;
import org.springframework.stereotype.Component;

/// On which side somebody stands who comes through the door of the parties. A helper, a spouse, an employer and the
/// other side's agent hold a code of their own; what is the filer's business isn't theirs.
@Component
class PartySides {

    private final Ties ties;

    PartySides(Ties ties) {
        this.ties = ties;
    }

    /// Whether they make moves of a party: a party, a guardian, an agent with a special power.
    static boolean acts(MatterState state, UUID persona) {
        return state.parties().stream()
                .anyMatch(each -> each.persona().equals(persona) && PartyRoles.acts(each.role()));
    }

    /// Whether they are the party who filed, or speak for them with the power to act.
    boolean filed(MatterState state, UUID persona) {
        var filer = state.parties().stream()
                .filter(each -> !PartyRoles.speaksForOthers(each.role()))
                .min(Comparator.comparingInt(Party::no))
                .map(Party::persona);
        return filer.filter(first -> first.equals(persona) || actsFor(state, persona, first))
                .isPresent();
    }

    private boolean actsFor(MatterState state, UUID persona, UUID other) {
        return acts(state, persona)
                && ties.actsFor(state.matter().id(), persona).contains(other);
    }
}
