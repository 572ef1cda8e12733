package org.maplebridge.kernel.rolls;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// One version of a line of a register.
///
/// @param line   what stays the same through all versions
/// @param parent the line it is a part of
/// @param person the member of staff it is about, where it is about one who has an account
/// @param facts  what its fields say, by name
/// @param lastDay counts; empty until further notice
record RollEntry(
        UUID id,
        UUID line,
        String roll,
        Optional<UUID> parent,
        String area,
        String name,
        Optional<UUID> person,
        Map<String, String> facts,
        LocalDate firstDay,
        Optional<LocalDate> lastDay,
        boolean withdrawn,
        UUID enteredBy,
        String enteredName,
        Instant enteredAt) {

    /// Whether it counts that day.
    boolean counts(LocalDate day) {
        return !withdrawn
                && !day.isBefore(firstDay)
                && lastDay.map(last -> !day.isAfter(last)).orElse(true);
    }

    String fact(String name) {
        return facts.getOrDefault(name, "");
    }

    boolean says(String name) {
        return fact(name).equals("true");
    }
}
