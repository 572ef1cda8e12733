package org.maplebridge.scenes.gradings;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A grading as it is kept.
///
/// @param counted empty until the system has counted
/// @param hands   who has prepared it
/// @param revised why what was decided is looked at again
record Grading(
        Subject subject,
        Optional<String> reason,
        UUID supervising,
        Optional<UUID> staff,
        List<UUID> behind,
        Optional<Counted> counted,
        Set<UUID> hands,
        Optional<Shown> shown,
        Optional<String> revised,
        Optional<String> dropped) {

    /// Whom it is about, and which year.
    ///
    /// @param line in the register
    record Subject(UUID line, String name, String area, String areaName, int year) {}

    enum Grade {
        ONE,
        TWO,
        THREE,
        FOUR,
        FIVE,
        NONE
    }

    enum Factor {
        YEARS,
        CASES,
        SUCCESS,
        TRAINING,
        JUDGED
    }

    /// What was found out about a factor.
    ///
    /// @param share how much of its points, from 0 to 1; empty: nobody knows
    /// @param words how it was found, or why it isn't known
    record Found(Factor factor, Optional<BigDecimal> share, String words) {}

    /// A factor with its points.
    ///
    /// @param right what it was put right to after a contest
    /// @param worth its full points
    record Part(Found found, Optional<Found> right, BigDecimal points, int worth) {

        /// What counts.
        Found stands() {
            return right.orElse(found);
        }
    }

    /// What the card makes of it.
    ///
    /// @param outOf what the known factors could have given
    /// @param suggested empty where what isn't known could change it
    record Counted(LocalDate day, BigDecimal points, int outOf, Optional<Grade> suggested, String edition) {}

    /// @param contestTo the last day on which the mediator may contest
    record Shown(LocalDate day, LocalDate contestTo) {}

    /// @param received how it came, where somebody wrote it down for the mediator
    record Contest(
            int no,
            Factor factor,
            String words,
            String wanted,
            LocalDate day,
            Optional<String> received,
            Optional<UUID> writtenBy,
            Optional<Answered> answered) {}

    record Answered(boolean upheld, String words, LocalDate day) {}

    /// A decided finding of what article 15 forbids.
    ///
    /// @param struck why and by which paper it no longer stands
    record Breach(
            int no, String item, String paper, LocalDate day, String office, String reason, Optional<String> struck) {}

    /// @param outcome what became of it in the register; empty until then
    record Decision(
            int no,
            Grade grade,
            Optional<String> reason,
            String paper,
            LocalDate day,
            UUID by,
            String byName,
            Optional<String> outcome) {}
}
