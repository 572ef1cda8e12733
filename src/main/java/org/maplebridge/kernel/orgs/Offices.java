package org.maplebridge.kernel.orgs;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Work;

/// Areas, agencies, posts and who holds them: the present directory, and how it changes.
///
/// Every change throws [Refused] naming the fields at fault in Chinese. A change shows in the directory of the works
/// that begin after it was committed.
public interface Offices {

    /// The directory as the work began; held in memory.
    Directory at(Work work);

    /// Adds areas or renames those known. For jobs.
    ///
    /// @return how many rows were written
    int importAreas(Work work, List<Area> areas);

    /// Draws a further grid in a village; it takes the next free number.
    Area addGrid(Work work, String village, String name);

    /// Opens an agency.
    Agency addAgency(Work work, NewAgency given);

    /// Opens a post.
    Post addPost(Work work, UUID agency, String title, List<String> roles);

    /// Takes somebody on.
    Staff addStaff(Work work, String name, UUID agency);

    /// Somebody is called otherwise from now on. For jobs.
    ///
    /// @return the name as it is kept
    String rename(Work work, UUID staff, String name);

    /// Gives somebody a post.
    Spell appoint(Work work, Appointment given);

    /// Ends an appointment or a standing in after the given day.
    void end(Work work, UUID spell, LocalDate lastDay);

    /// Lets somebody stand in at a post.
    Spell standIn(Work work, StandIn given);

    /// What it takes to open an agency; see [Agency].
    record NewAgency(
            String name, String kind, Level level, String area, Optional<String> phone, Optional<UUID> parent) {}

    /// Somebody holds a post.
    ///
    /// @param firstDay counts
    /// @param lastDay  counts; empty: until further notice
    record Appointment(UUID post, UUID staff, LocalDate firstDay, Optional<LocalDate> lastDay) {}

    /// Somebody stands in at a post.
    ///
    /// @param firstDay counts
    /// @param lastDay  counts; at most a year after the first
    /// @param reason   why, 2 to 200 characters
    record StandIn(UUID post, UUID staff, LocalDate firstDay, LocalDate lastDay, String reason) {}

    /// A spell at a post, own or in place of its holder.
    record Spell(UUID id, UUID post, UUID staff, LocalDate firstDay, Optional<LocalDate> lastDay) {}
}
