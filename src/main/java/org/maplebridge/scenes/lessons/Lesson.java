package org.maplebridge.scenes.lessons;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A lesson as it is kept.
///
/// @param supervising the office it was drafted at and comes back to
/// @param sentBack how often an answer was not enough
/// @param pressed whether it was put to the department a last time
record Lesson(
        Counted counted,
        UUID supervising,
        Optional<Finding> finding,
        Optional<Charge> charge,
        int sentBack,
        boolean pressed,
        Optional<String> judged,
        Optional<String> dropped) {

    /// Which kind of thing, where and when.
    ///
    /// @param scene the scene whose matters are counted
    /// @param metric by which figure
    record Subject(
            String scene,
            String metric,
            String area,
            String areaName,
            String category,
            String categoryName,
            Quarter quarter) {}

    /// How many there were when it was drafted.
    ///
    /// @param all of all categories
    /// @param comparedFrom fewer than this are not compared
    /// @param reason why it was drafted though they are few
    record Counted(
            Subject subject,
            long count,
            long before,
            long all,
            long allBefore,
            Instant cutOff,
            int comparedFrom,
            Optional<String> reason,
            List<UUID> behind) {}

    /// What a person makes of it.
    record Finding(String causes, String subjects, String proposal) {}

    /// Which department is to answer.
    record Charge(UUID department, String name) {}

    /// An answer.
    ///
    /// @param rule what the department adopts; empty where it doesn't
    /// @param inForce since when
    /// @param back why it was not enough
    record Answer(
            LocalDate day,
            boolean adopted,
            Optional<String> rule,
            Optional<LocalDate> inForce,
            String words,
            Optional<String> back) {}
}
