package org.maplebridge.kernel.matters;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.maplebridge.kernel.ground.DataFiles;
import org.maplebridge.kernel.people.Ties;
import org.springframework.stereotype.Component;

/// On which side somebody stands who comes through the door of the parties. A helper, a spouse, an employer and the
/// other side's agent hold a code of their own; what is the filer's business isn't theirs. Nor is it the other side's
/// where nobody has filed, or nobody is known to have: which roles stand there a scene says in its section
/// `other-side`.
@Component
public class PartySides {

    private final Ties ties;
    private final Map<String, Set<String>> others = new HashMap<>();

    PartySides(Ties ties, DataFiles files) {
        this.ties = ties;
        for (var file : files.all()) {
            var roles = file.section("other-side")
                    .valueStream()
                    .map(role -> role.asString(""))
                    .collect(Collectors.toSet());
            others.put(file.section("scene").path("name").asString(""), roles);
        }
    }

    /// Whether they make moves of a party now: a party; a guardian, an agent with a special power, as far as what was
    /// said last of them holds at this moment. Civil Procedure Law, art. 62, 63.
    boolean acts(MatterState state, UUID persona) {
        var roles = roles(state, persona);
        return roles.stream().anyMatch(role -> !PartyRoles.speaksForOthers(role))
                || (roles.stream().anyMatch(PartyRoles::empowered)
                        && !ties.actsFor(state.matter().id(), persona).isEmpty());
    }

    /// Whether they speak for a party with too little power to act, or no longer.
    boolean powerless(MatterState state, UUID persona) {
        return roles(state, persona).stream().anyMatch(PartyRoles::represents) && !acts(state, persona);
    }

    private static List<String> roles(MatterState state, UUID persona) {
        return state.parties().stream()
                .filter(each -> each.persona().equals(persona))
                .map(Party::role)
                .toList();
    }

    /// The roles of all scenes that never filed, each as `scene/role`.
    String[] others() {
        return others.entrySet().stream()
                .flatMap(scene -> scene.getValue().stream().map(role -> scene.getKey() + "/" + role))
                .toArray(String[]::new);
    }

    /// Those of a matter's parties who filed; the first of them holds its code. Where the scene knows of no other side,
    /// the first party alone.
    public List<Party> filing(String scene, List<Party> parties) {
        var apart = others.getOrDefault(scene, Set.of());
        return parties.stream()
                .filter(each -> !PartyRoles.speaksForOthers(each.role()) && !apart.contains(each.role()))
                .sorted(Comparator.comparingInt(Party::no))
                .limit(apart.isEmpty() ? 1 : Long.MAX_VALUE)
                .toList();
    }

    private List<Party> filing(MatterState state) {
        return filing(state.matter().scene(), state.parties());
    }

    /// The party who filed, and holds the code.
    Optional<Party> filer(MatterState state) {
        return filing(state).stream().findFirst();
    }

    /// Whether there is a party of its own beside the one who holds the code.
    boolean more(MatterState state) {
        var filer = filer(state);
        return state.parties().stream()
                .anyMatch(each -> !PartyRoles.speaksForOthers(each.role())
                        && filer.filter(each::equals).isEmpty());
    }

    /// Whether they are not known to stand with those who filed: the other party, whoever speaks for them, and whoever
    /// is only a spouse or an employer.
    boolean apart(MatterState state, UUID persona) {
        var filed = filing(state).stream().map(Party::persona).toList();
        if (filed.contains(persona)) {
            return false;
        }
        var roles = roles(state, persona);
        boolean own = roles.stream().anyMatch(role -> !PartyRoles.speaksForOthers(role));
        return own
                || (!roles.contains(Party.HELPER)
                        && ties.speaksFor(state.matter().id(), persona).stream().noneMatch(filed::contains));
    }

    /// Whether they are a party who filed, or speak for one with the power to act.
    boolean filed(MatterState state, UUID persona) {
        var filed = filing(state).stream().map(Party::persona).toList();
        return filed.contains(persona)
                || (acts(state, persona)
                        && ties.actsFor(state.matter().id(), persona).stream().anyMatch(filed::contains));
    }
}
