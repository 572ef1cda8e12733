package org.maplebridge.kernel.access;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Who I am, where I sit, what I may do and see: `GET /api/me`.
///
/// @param post  the post acted under
/// @param roles of that post
/// @param now   the moment, in the legal zone
/// @param mustEnrol whether nothing is open before one-time codes are turned on
/// @param mustChangePassword whether nothing is open before another password is chosen: this one was told by somebody
/// @param news  what others did to the account since one last read of it
record Me(
        Person person,
        Optional<UUID> post,
        List<Seat> posts,
        List<String> roles,
        Sight scope,
        boolean supervisor,
        boolean demo,
        OffsetDateTime now,
        Optional<Place> county,
        Counts counts,
        boolean mustEnrol,
        boolean mustChangePassword,
        List<AccountDesk.Noted> news) {

    /// What waits for me; each counted up to a cut-off.
    record Counts(int inbox, int overdue, int alerts, int messages) {}

    record Person(UUID id, String name) {}

    record Place(String path, String name) {}

    record Office(UUID id, String name, String level) {}

    record Title(String name, String title) {}

    record Seat(UUID id, String title, boolean standsIn, Office agency, Place area, List<Title> roles) {}

    record Sight(List<Place> areas, List<Office> agencies) {}
}
