package org.maplebridge.kernel.staff;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Somebody of an office, as its administrator sees them.
///
/// @param login how they sign in; none where they have no account or have left
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Person(UUID id, String name, Optional<String> login, List<Seat> seats) {

    /// A spell at a post of the office, now or to come.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Seat(UUID id, UUID post, String title, LocalDate firstDay, Optional<LocalDate> lastDay, boolean standsIn) {}
}
