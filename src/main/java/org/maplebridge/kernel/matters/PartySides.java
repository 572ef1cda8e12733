package org.maplebridge.kernel.matters;

import java.util.Comparator;
import java.util.Optional;
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

    /// Whether there is more than one party of its own.
    static boolean twoSided(MatterState state) {
        return state.parties().stream()
                        .filter(each -> !PartyRoles.speaksForOthers(each.role()))
                        .count()
                > 1;
    }

    /// The party who filed.
    static Optional<Party> filer(MatterState state) {
        return state.parties().stream()
                .filter(each -> !PartyRoles.speaksForOthers(each.role()))
                .min(Comparator.comparingInt(Party::no));
    }

    /// Whether they are not known to stand with the party who filed: the other party, whoever speaks for them, and
    /// whoever is only a spouse or an employer.
    boolean apart(MatterState state, UUID persona) {
        return filer(state)
                .map(Party::persona)
                .filter(first -> !first.equals(persona))
                .filter(first -> otherSide(state, persona)
                        || !(helps(state, persona)
                                || ties.speaksFor(state.matter().id(), persona).contains(first)))
                .isPresent();
    }

    private static boolean otherSide(MatterState state, UUID persona) {
        return state.parties().stream()
                .anyMatch(each -> each.persona().equals(persona) && !PartyRoles.speaksForOthers(each.role()));
    }

    private static boolean helps(MatterState state, UUID persona) {
        return state.parties().stream()
                .anyMatch(each -> each.persona().equals(persona) && each.role().equals(Party.HELPER));
    }

    /// Whether they are the party who filed, or speak for them with the power to act.
    boolean filed(MatterState state, UUID persona) {
        return filer(state)
                .map(Party::persona)
                .filter(first -> first.equals(persona) || actsFor(state, persona, first))
                .isPresent();
    }

    private boolean actsFor(MatterState state, UUID persona, UUID other) {
        return acts(state, persona)
                && ties.actsFor(state.matter().id(), persona).contains(other);
    }
}
