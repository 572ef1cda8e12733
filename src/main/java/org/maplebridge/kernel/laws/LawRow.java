package org.maplebridge.kernel.laws;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Rows as they stand in the tables.
final class LawRow {

    private LawRow() {}

    /// An edition.
    record Edition(
            UUID id,
            UUID law,
            LocalDate from,
            boolean stated,
            Optional<LocalDate> until,
            Optional<String> repealedBy,
            LocalDate passed,
            int articles,
            String source,
            List<String> notes) {

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && until.map(day::isBefore).orElse(true);
        }

        LawState state(LocalDate day) {
            return day.isBefore(from) ? LawState.FUTURE : holds(day) ? LawState.IN_FORCE : LawState.REPEALED;
        }
    }

    /// A provision.
    record Text(
            UUID id,
            UUID edition,
            int place,
            int number,
            int suffix,
            String label,
            List<String> headings,
            String text) {

        boolean sameNumber(Text other) {
            return number == other.number && suffix == other.suffix && (number > 0 || label.equals(other.label));
        }

        /// Without what is set otherwise from file to file.
        String plain() {
            return text.replaceAll("[\\s\\u3000]", "");
        }
    }

    /// A provision that is named somewhere.
    record Cited(String key, String name, int number, int suffix) {}

    /// A provision with the law and edition it is of.
    record Placed(
            Text text,
            UUID law,
            String lawName,
            String level,
            String area,
            LocalDate from,
            Optional<LocalDate> until) {}
}
