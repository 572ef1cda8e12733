package org.maplebridge.scenes.urgings;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// An urging as it is kept.
///
/// @param supervising the office it was drawn at and comes back to
/// @param dropped why it was not issued
/// @param charge who answers for it; empty until it is issued
/// @param sentBack how often it was sent back or reminded of
/// @param accepted with which words it was accepted
record Urging(
        Drawn drawn,
        UUID supervising,
        Optional<String> dropped,
        Optional<Charge> charge,
        Optional<Reply> reply,
        int sentBack,
        Optional<String> backReason,
        Optional<String> accepted,
        Optional<Deduction> deduction) {

    /// Why something is urged.
    enum Cause {
        OVERDUE,
        RETURNED,
        OTHER
    }

    /// What it was drawn with.
    ///
    /// @param about the matter that is urged
    record Drawn(UUID about, String code, Cause cause, String wrong, String wanted, Suggested suggested) {}

    /// Who might be responsible when it was drawn: advice, no finding.
    record Suggested(String names, String why) {

        static final Suggested NOBODY = new Suggested("", "");
    }

    /// Who answers for it, for what and by when.
    record Charge(UUID cadre, String name, UUID office, String officeName, String required, LocalDate by) {}

    /// What was answered last.
    record Reply(String cause, String done) {}

    /// What was taken off.
    ///
    /// @param by who decided so: never the one who decides on what is said against it
    record Deduction(
            int points, String ground, String rule, UUID by, Optional<String> contest, Optional<String> decision) {}
}
