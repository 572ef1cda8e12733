package org.maplebridge.scenes.disputes;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// What else is kept of a dispute beside what every dispute has.
final class DisputesFurther {

    private DisputesFurther() {}

    /// How it came from another authority.
    ///
    /// @param reference its number there
    /// @param told when the petitioner was told that it is taken in
    /// @param reported when the result went back
    record Channel(
            Choices.Source source,
            Optional<String> sender,
            Optional<String> reference,
            LocalDate received,
            Optional<LocalDate> told,
            Optional<LocalDate> reported,
            Optional<String> report,
            Optional<String> sign) {}

    /// A part of what is owed, on its day.
    ///
    /// @param amount yuan
    record Part(LocalDate day, BigDecimal amount, Optional<String> what) {}

    /// Something done because somebody is in danger.
    record Safety(Measure kind, Instant at, Optional<String> office, Optional<String> sign, Optional<String> note) {

        enum Measure {
            /// The police were told.
            REPORTED,
            /// The person in danger was told what they may ask for.
            RIGHTS_TOLD
        }
    }

    /// Whether the police refrain from a penalty.
    record Waiver(
            LocalDate askedOn,
            Choices.WaiverBy by,
            Optional<Choices.WaiverDecision> decision,
            Optional<LocalDate> decidedOn,
            Optional<String> sign,
            Optional<String> reason) {}

    /// An office that was asked to take part.
    record Invitation(UUID agency, String office, Choices.Force force, String what) {}

    /// Something that looks doubtful at the end, and how it was explained.
    record Doubt(Kind kind, String words, String explained) {

        enum Kind {
            /// The same people, the same sum, within a quarter.
            SPLIT,
            /// Agreed sooner than people can talk.
            HASTY,
            /// The words of other agreements.
            SAME_WORDS,
            /// Withdrawn by whoever handled it and not by the party.
            FOR_THEM,
            /// Whoever closes it also wrote down that nobody need be asked.
            UNASKED,
            /// People who may have agreed on a sum at the cost of somebody else.
            COLLUSION,
            /// Led to another way, and nobody wrote down how the party was told.
            DIVERTED_UNTOLD,
            /// Merged into a dispute of other people.
            MERGED_STRANGER
        }
    }

    /// That it was opened again.
    record Reopened(Choices.ReopenGround ground, String words) {}
}
