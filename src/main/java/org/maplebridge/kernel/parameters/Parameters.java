package org.maplebridge.kernel.parameters;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Work;

/// The numbers, as of a place and a day. Of several that hold, the one for the smallest area counts, then the one in
/// force since the latest day, then the one entered last.
public interface Parameters {

    /// The number in force.
    ///
    /// @throws IllegalStateException if there is none: nobody has declared the name, or the day is before its first
    ///     version
    Parameter at(Work work, String name, String area, LocalDate day);

    /// The number in force, if there is one.
    Optional<Parameter> find(Work work, String name, String area, LocalDate day);

    /// A version by its name, as deadlines and proofs keep it.
    Optional<Parameter> version(Work work, String version);

    /// Every version of a number; smallest areas first, then the latest.
    List<Parameter> versions(Work work, String name);

    /// Every declared number as in force at a place on a day, by name.
    List<Parameter> inForce(Work work, String area, LocalDate day);

    /// The versions for wider areas, or for everywhere, that this one sets aside where and while it holds. Anything
    /// here whose text was checked is law overridden by policy, and is shown as a conflict.
    List<Parameter> overrides(Work work, Parameter parameter);

    /// Enters a version as a job does. People don't: they propose, see [Proposals]. The same author's same key enters
    /// it once.
    ///
    /// @throws Refused naming the fields at fault in Chinese; also if the key came before with other words
    Parameter enter(Work work, Edit edit);

    /// What somebody enters; see [Parameter].
    ///
    /// @param area   empty only for jobs: people propose within their own area
    /// @param reason why, 2 to 500 characters
    /// @param key    what the client sent so that a second submit takes no effect, 8 to 80 characters
    record Edit(
            String name,
            Optional<String> area,
            String value,
            LocalDate from,
            Optional<LocalDate> until,
            Optional<String> article,
            Verification verification,
            UUID author,
            String authorName,
            String reason,
            String key) {}
}
