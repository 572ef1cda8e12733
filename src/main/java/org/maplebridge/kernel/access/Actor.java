package org.maplebridge.kernel.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.maplebridge.kernel.ground.Scope;

/// Who acts. Somebody with several posts acts under one at a time: `roles`, `post` and `agency` are that post's. They
/// see, in the general domain, with all their posts at once, so that one list shows all their work; sealed domains
/// open only under the post that has them.
///
/// @param person     the staff member, the citizen, or [#NOBODY]
/// @param name       how people call them
/// @param post       the post acted under; empty for citizens, visitors and jobs
/// @param agency     its agency
/// @param onBehalfOf for whom, as an opaque id; carried into the trail
/// @param roles      names of the roles of the post, such as `disputes.mediator`
/// @param scope      whose eyes their transactions look through
public record Actor(
        Kind kind,
        UUID person,
        String name,
        Optional<UUID> post,
        Optional<UUID> agency,
        Optional<String> onBehalfOf,
        Set<String> roles,
        Scope scope) {

    /// The person of visitors and jobs.
    public static final UUID NOBODY = new UUID(0, 0);

    /// What sort of actor.
    public enum Kind {
        OFFICER,
        CITIZEN,
        SYSTEM
    }

    public Actor {
        roles = Set.copyOf(roles);
    }

    /// Somebody who has not signed in. They see nothing that isn't public.
    ///
    /// @param device tells apart the repeated requests of different visitors
    public static Actor visitor(String device) {
        return new Actor(
                Kind.CITIZEN,
                NOBODY,
                "来访者",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Scope.of("device:" + device, List.of()));
    }

    /// A named job of the system. It sees everything.
    public static Actor system(String job) {
        return new Actor(
                Kind.SYSTEM,
                NOBODY,
                job,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Scope.job(job));
    }

    /// The same on behalf of somebody, such as the system for a person whom the matter is out of reach for: the trail
    /// names both.
    public Actor onBehalfOf(Actor somebody) {
        return new Actor(kind, person, name, post, agency, Optional.of(somebody.id()), roles, scope);
    }

    /// How the trail names them: `officer:…`, `citizen:…` with the person, `system:…` with the job.
    public String id() {
        return switch (kind) {
            case OFFICER -> "officer:" + person;
            case CITIZEN -> "citizen:" + person;
            case SYSTEM -> "system:" + name;
        };
    }

    /// Whether they act in a role.
    public boolean has(String role) {
        return roles.contains(role);
    }

    /// Whether they may act where any of these roles may; no roles named: anybody.
    public boolean hasAnyOf(List<String> wanted) {
        return wanted.isEmpty() || wanted.stream().anyMatch(roles::contains);
    }
}
