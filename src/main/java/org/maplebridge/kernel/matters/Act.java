package org.maplebridge.kernel.matters;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
/// @param limits the matter's limits before the act, in the order they began
/// @param offices areas, agencies and posts
/// @param dated parameters by name and day, as in force for the matter's area
public record Act(Work work, Matter matter, List<Deadline> limits, Actor actor, Directory offices, Numbers dated) {

    /// Looks a number up, as of a day.
    public interface Numbers {
        /// The number in force on the day.
        Parameter at(String name, LocalDate day);
    }

    public Act {
        limits = List.copyOf(limits);
    }

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

    /// A parameter by name, as in force today.
    public Parameter number(String name) {
        return dated.at(name, today());
    }

    /// A parameter by name, as in force on the day that triggers what is computed with it.
    public Parameter number(String name, LocalDate day) {
        return dated.at(name, day);
    }

    /// Parameters by name, as in force today.
    public Function<String, Parameter> numbers() {
        return this::number;
    }

    /// The limit of this name that began last, as people are shown it.
    public Optional<Deadline> limit(String parameter) {
        return limits.stream()
                .filter(each -> each.parameter().equals(parameter))
                .reduce((one, later) -> later);
    }
}
