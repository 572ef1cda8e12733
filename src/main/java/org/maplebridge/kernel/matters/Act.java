package org.maplebridge.kernel.matters;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Directory;
import org.maplebridge.kernel.parameters.Parameter;

/// An act as a scene's method sees it: the matter, the actor, the moment. The kernel has authorised, locked and
/// checked the stage before.
///
/// @param matter as it was before the act; on opening, a blank one with its id
/// @param offices areas, agencies and posts
/// @param numbers parameters by name, as in force for the matter's area today
public record Act(Work work, Matter matter, Actor actor, Directory offices, Function<String, Parameter> numbers) {

    /// The matter's id.
    public UUID id() {
        return matter.id();
    }

    /// The moment of the act.
    public Instant now() {
        return work.now();
    }

    /// The legal day of the act.
    public LocalDate today() {
        return work.today();
    }

    /// A parameter by name.
    public Parameter number(String name) {
        return numbers.apply(name);
    }
}
