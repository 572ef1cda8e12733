package org.maplebridge.kernel.matters;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The roles of those who speak for a party or belong to them; the same in every scene.
final class PartyRoles {

    static final String GUARDIAN = "kernel.guardian";
    private static final String AGENT = "kernel.agent";
    /// May know and pass on, no more.
    private static final String MESSENGER = "kernel.messenger";
    /// Was an agent, and is none any more.
    static final String FORMER = "kernel.former-agent";
    private static final String SPOUSE = "kernel.spouse";
    private static final String EMPLOYER = "kernel.employer";

    private static final Map<String, String> TITLES = Map.of(
            Party.HELPER,
            "代为反映的人",
            GUARDIAN,
            "监护人",
            AGENT,
            "代理人（特别授权）",
            MESSENGER,
            "代理人（一般代理）",
            FORMER,
            "代理人（已解除）",
            SPOUSE,
            "配偶",
            EMPLOYER,
            "用人单位");

    private PartyRoles() {}

    static String of(PartySaid.Relation relation, Optional<PartySaid.Power> power) {
        return switch (relation) {
            case GUARDIAN -> GUARDIAN;
            case AGENT -> power.equals(Optional.of(PartySaid.Power.SPECIAL)) ? AGENT : MESSENGER;
            case SPOUSE -> SPOUSE;
            case EMPLOYER -> EMPLOYER;
        };
    }

    /// The roles somebody may have by a relation, whatever their power.
    static Set<String> family(PartySaid.Relation relation) {
        return relation == PartySaid.Relation.AGENT
                ? Set.of(AGENT, MESSENGER, FORMER)
                : Set.of(of(relation, Optional.empty()));
    }

    /// As people call it.
    static String title(SceneDef scene, String role) {
        return Optional.ofNullable(TITLES.get(role)).orElseGet(() -> scene.word("parties", role));
    }

    /// Whether it is no party's own role.
    static boolean speaksForOthers(String role) {
        return TITLES.containsKey(role);
    }

    /// Whether they may make a party's moves as long as their power holds: a guardian, an agent with a special power.
    static boolean empowered(String role) {
        return role.equals(GUARDIAN) || role.equals(AGENT);
    }

    /// Whether they are an agent, with whatever power.
    static boolean agent(String role) {
        return role.equals(AGENT) || role.equals(MESSENGER);
    }

    /// Whether they speak for a party, or did so.
    static boolean represents(String role) {
        return empowered(role) || role.equals(MESSENGER) || role.equals(FORMER);
    }
}
