package org.maplebridge.launch.demo.life;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;

/// One move somebody makes, some time after the one before.
///
/// @param least minutes after the one before
/// @param most minutes after the one before
record Beat(String verb, Who who, int least, int most, Said said) {

    /// Who makes it.
    sealed interface Who {
        /// Whoever of the office that has the matter is there, in the first of these roles.
        record Office(List<String> roles) implements Who {}

        /// Somebody of the county's center, whoever has the matter.
        record County(String role) implements Who {}

        /// The person who told of it, with the code of the receipt.
        record Filer() implements Who {}
    }

    /// What is said with it.
    interface Said {
        Map<String, Object> at(Moment moment);
    }

    /// When and about what it is said.
    ///
    /// @param offices finds an office of a sort in the town of the story
    record Moment(LocalDate today, Instant now, Story story, BiFunction<Story.To, String, UUID> offices) {

        String office(Story.To to) {
            return offices.apply(to, story.town()).toString();
        }
    }
}
