package org.maplebridge.launch.demo.life;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Somebody who works in the demo county: what they know of themselves, and when they will be away.
final class LifePerson {

    private final LifeAccount account;
    private final List<Away> away = new ArrayList<>();
    private final List<Standing> standing = new ArrayList<>();
    private List<Seat> seats = List.of();
    private Optional<UUID> id = Optional.empty();
    private String name = "";
    private String token = "";

    LifePerson(LifeAccount account) {
        this.account = account;
    }

    /// A post, in an office.
    ///
    /// @param level of the office, as at the wire
    record Seat(UUID post, UUID agency, String level, String area, Set<String> roles, boolean standsIn) {}

    private record Away(LocalDate first, LocalDate last) {
        boolean on(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    private record Standing(UUID post, LocalDate last) {}

    LifeAccount account() {
        return account;
    }

    /// @throws java.util.NoSuchElementException before they have signed in
    UUID id() {
        return id.orElseThrow();
    }

    /// As their colleagues see it; empty before they have signed in.
    String name() {
        return name;
    }

    String token() {
        return token;
    }

    void given(String fresh) {
        token = fresh;
    }

    /// What they were told when they signed in or asked who they are.
    void told(JsonNode me) {
        id = Optional.of(UUID.fromString(me.path("person").path("id").asString()));
        name = me.path("person").path("name").asString("");
        seats = me.path("posts").valueStream().map(LifePerson::seat).toList();
    }

    private static Seat seat(JsonNode told) {
        var roles = new HashSet<String>();
        told.path("roles").forEach(role -> roles.add(role.path("name").asString()));
        return new Seat(
                UUID.fromString(told.path("id").asString()),
                UUID.fromString(told.path("agency").path("id").asString()),
                told.path("agency").path("level").asString(),
                told.path("area").path("path").asString(),
                roles,
                told.path("standsIn").asBoolean());
    }

    void leaves(LocalDate first, LocalDate last) {
        away.add(new Away(first, last));
    }

    void standsIn(UUID post, LocalDate last) {
        standing.add(new Standing(post, last));
    }

    boolean present(LocalDate day) {
        return away.stream().noneMatch(each -> each.on(day));
    }

    /// Where they sit on a day.
    Stream<Seat> seats(LocalDate day) {
        return seats.stream()
                .filter(seat -> !seat.standsIn()
                        || standing.stream()
                                .anyMatch(each -> each.post().equals(seat.post()) && !day.isAfter(each.last())));
    }
}
