package org.maplebridge.kernel.matters;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.ColourName;
import org.maplebridge.kernel.parameters.Verification;

/// A matter as lists show it.
///
/// @param parties masked names
/// @param due the limit that ends first
/// @param returns how often it was returned
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record MatterRow(
        UUID id,
        String code,
        String title,
        String scene,
        String sceneTitle,
        String stage,
        String stageTitle,
        String level,
        String levelTitle,
        int version,
        Place area,
        Optional<Named> agency,
        Optional<Colour> colour,
        Optional<String> category,
        List<String> parties,
        Instant openedAt,
        Optional<DueView> due,
        int returns,
        boolean open) {

    /// An area by its name.
    ///
    /// @param full with the areas around it
    public record Place(String path, String name, String full) {}

    /// Something by its name.
    public record Named(UUID id, String name) {}

    /// A suggested colour with its word.
    public record Colour(ColourName name, String title) {}

    /// A running limit as lists show it.
    ///
    /// @param at the end, exclusive
    /// @param used share of the time used; above 1 when overdue
    /// @param term the length in Chinese
    /// @param verification how sure one may be of the number
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record DueView(
            Instant at,
            LocalDate lastDay,
            String parameter,
            String title,
            DueState state,
            boolean overdue,
            int workingDaysLeft,
            long calendarDaysLeft,
            long secondsLeft,
            double used,
            String term,
            Optional<String> article,
            Verification verification) {}

    /// Whether a limit runs.
    public enum DueState {
        RUNNING,
        SUSPENDED,
        /// It runs, but the notice of a year is missing: the end is a lower bound.
        AWAITING_CALENDAR,
        MET,
        ENDED
    }
}
