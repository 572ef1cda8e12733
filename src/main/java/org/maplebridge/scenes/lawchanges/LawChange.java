package org.maplebridge.scenes.lawchanges;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A revision as it is kept.
///
/// @param submitter who handed it to a second one
/// @param confirmer the second one
/// @param notes what was said on the way, by what it is called
record LawChange(UUID matter, Edition edition, Optional<UUID> submitter, Optional<UUID> confirmer, List<Note> notes) {

    /// The edition.
    ///
    /// @param from its first day in force
    /// @param changed how many of its articles read otherwise
    record Edition(
            UUID id,
            UUID before,
            UUID law,
            String name,
            LocalDate passed,
            LocalDate from,
            int changed,
            LocalDate opened) {}

    record Note(String title, String words) {}

    /// What cites a changed article.
    enum Kind {
        PARAMETER,
        GUIDE,
        TEMPLATE,
        PROGRAM,
        /// Limits that run by such a number.
        LIMIT
    }

    /// What became of a line.
    enum Result {
        UNAFFECTED,
        CHANGED,
        TO_CHANGE;

        /// Whether nothing more is to be done.
        boolean settled() {
            return this != TO_CHANGE;
        }
    }

    /// A text of an article.
    record Side(String label, String text) {}

    /// A place.
    ///
    /// @param change what became of the article
    /// @param counted how many limits ran by it
    /// @param about in which matters; not all if there were very many
    record Line(
            int no,
            Kind kind,
            String place,
            String title,
            String cited,
            String label,
            String change,
            Optional<Side> before,
            Optional<Side> after,
            int counted,
            List<UUID> about,
            Optional<Mark> mark) {

        boolean settled() {
            return mark.filter(each -> each.result().settled()).isPresent();
        }

        /// Whether running limits were left as they are.
        boolean leftRunning() {
            return kind == Kind.LIMIT
                    && mark.filter(each -> each.result() == Result.UNAFFECTED).isPresent();
        }
    }

    /// What was said of a line last.
    ///
    /// @param no how often something was said of it
    /// @param done what was changed: which version, file or decision
    /// @param by until when it is to be changed
    record Mark(
            int no,
            Result result,
            String reason,
            Optional<String> done,
            Optional<LocalDate> by,
            UUID person,
            String name,
            Instant at) {}
}
