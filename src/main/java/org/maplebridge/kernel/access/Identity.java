package org.maplebridge.kernel.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Hash;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.orgs.HeldPost;

/// Somebody whose session or token is good, and the posts they sit at today.
///
/// @param ticket hash of what they showed
record Identity(
        Hash ticket, UUID person, Actor.Kind kind, String name, List<HeldPost> posts, Optional<Standing> standing) {

    /// How an account stands at the door.
    ///
    /// @param session   whether a session was shown, and not a token
    /// @param limits    what a token may
    /// @param mustEnrol whether it may do nothing before it has one-time codes
    /// @param mustChange whether it may do nothing before its owner has chosen a password of their own
    record Standing(UUID account, boolean session, Limits limits, boolean mustEnrol, boolean mustChange) {}

    /// The account that signed in.
    ///
    /// @throws IllegalStateException for somebody who did not come through the door
    UUID account() {
        return standing.map(Standing::account).orElseThrow(() -> new IllegalStateException("nobody signed in"));
    }

    /// The post they act under: the one asked for, or the first.
    ///
    /// @throws Refused if they don't sit at the one asked for
    Optional<HeldPost> acting(Optional<UUID> asked) {
        if (asked.isEmpty()) {
            return posts.stream().findFirst();
        }
        return Optional.of(posts.stream()
                .filter(held -> held.post().id().equals(asked.get()))
                .findFirst()
                .orElseThrow(() -> Refused.notYours("您今天不在这个岗位上。请换一个岗位再试。")));
    }

    Actor actor(Optional<UUID> asked, Roles roles) {
        var acting = acting(asked);
        var units = acting.map(held -> roles.units(posts, held)).orElseGet(this::own);
        return new Actor(
                kind,
                person,
                name,
                acting.map(held -> held.post().id()),
                acting.map(held -> held.agency().id()),
                Optional.empty(),
                acting.map(held -> roles.of(held).stream()
                                .map(Role::name)
                                .collect(java.util.stream.Collectors.toUnmodifiableSet()))
                        .orElse(java.util.Set.of()),
                Scope.of(person.toString(), units));
    }

    /// A citizen sees what is theirs; an officer without a post sees nothing.
    private List<String> own() {
        return kind == Actor.Kind.CITIZEN ? List.of("p:" + person + "|" + Roles.GENERAL) : List.of();
    }
}
