package org.maplebridge.kernel.orgs;

import java.time.LocalDate;
import java.util.UUID;

/// Somebody is away.
///
/// @param firstDay counts
/// @param lastDay counts
/// @param enteredBy who wrote it down, as the trail names them
public record Absence(
        UUID id, UUID staff, LocalDate firstDay, LocalDate lastDay, AbsenceReason reason, String enteredBy) {

    /// Whether they are away that day.
    public boolean counts(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }
}
