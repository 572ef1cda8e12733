package org.maplebridge.scenes.reviews;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// The review of one file, as it is kept.
///
/// @param plan the sample it was drawn in, if it was
/// @param reason why it is reviewed
record Review(
        UUID id, Subject subject, Optional<UUID> plan, String reason, UUID office, Hands hands, Answered answered) {

    /// The file.
    ///
    /// @param handling the office that had it
    /// @param handlers whoever had a hand in it
    record Subject(UUID matter, String code, String scene, Optional<UUID> handling, List<UUID> handlers) {}

    /// Who has done what.
    record Hands(
            Optional<UUID> first,
            Optional<String> firstHash,
            Optional<UUID> second,
            Optional<UUID> arbiter,
            Optional<LocalDate> concludedOn,
            Optional<UUID> objector,
            Optional<UUID> decider,
            Optional<UUID> rectifier,
            Optional<UUID> confirmer) {}

    /// What was said about what was found.
    record Answered(
            Optional<String> objection,
            Optional<String> decision,
            Optional<String> rectified,
            Optional<String> confirmed) {}

    /// Whoever has looked at it.
    Stream<UUID> reviewers() {
        return Stream.of(hands.first(), hands.second(), hands.arbiter()).flatMap(Optional::stream);
    }

    boolean reviewedBy(UUID person) {
        return reviewers().anyMatch(person::equals);
    }

    boolean handledBy(UUID person) {
        return subject.handlers().stream().anyMatch(each -> Objects.equals(each, person));
    }

    /// What a question came to.
    enum Result {
        OK,
        DEFECT,
        NONE
    }

    /// One answer on the sheet.
    ///
    /// @param words what is wrong; must be said of a defect
    record Mark(String question, Result result, Optional<String> words) {}

    /// What was found.
    record Defect(String question, String severity, String words, boolean struck) {}
}
