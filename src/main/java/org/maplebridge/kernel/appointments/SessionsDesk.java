package org.maplebridge.kernel.appointments;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.appointments.SessionStore.Session;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Items;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.MatterRow;
import org.maplebridge.kernel.matters.MatterRowsView;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The sessions of a matter, and the calendar of an office. A room that is taken for a matter the reader doesn't see is
/// shown as taken, and as nothing else.
@RestController
class SessionsDesk {

    private static final int MOST = 1000;

    private final Transactions transactions;
    private final Matters matters;
    private final MatterRowsView rows;
    private final SessionStore sessions;
    private final BookingStore bookings;
    private final RoomStore rooms;
    private final SessionReading reading;
    private final Offices offices;

    SessionsDesk(
            Transactions transactions,
            Matters matters,
            MatterRowsView rows,
            SessionStore sessions,
            BookingStore bookings,
            RoomStore rooms,
            SessionReading reading,
            Offices offices) {
        this.transactions = transactions;
        this.matters = matters;
        this.rows = rows;
        this.sessions = sessions;
        this.bookings = bookings;
        this.rooms = rooms;
        this.reading = reading;
        this.offices = offices;
    }

    @GetMapping("/api/matters/{id}/sessions")
    @Allowed(Allowed.Door.OFFICERS)
    Items<SessionRow> ofMatter(Actor actor, @PathVariable UUID id) {
        return new Items<>(transactions.run(actor.scope(), work -> {
            if (matters.find(id).isEmpty()) {
                throw Refused.notFound("事项");
            }
            return reading.of(work, id);
        }));
    }

    /// A matter by its names.
    record About(UUID id, String code, String title, boolean open) {}

    /// Something in the calendar.
    ///
    /// @param taken whether it is somebody else's, of whom no more is told
    /// @param about the matter; empty where it is somebody else's
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Slot(
            boolean taken,
            Optional<About> about,
            Optional<Integer> no,
            String title,
            Optional<SessionState> state,
            Optional<String> stateTitle,
            Instant starts,
            Instant ends,
            Optional<UUID> roomId,
            Optional<String> room,
            Optional<String> place,
            Optional<String> host,
            boolean mine) {}

    /// The days of an office.
    record Calendar(LocalDate from, LocalDate to, List<RoomsDesk.RoomRow> rooms, List<Slot> items) {}

    /// @param agency whose; the reader's own office, if not said
    /// @param from the first day; Monday, if not said
    /// @param mine only those the reader leads or is asked to
    @GetMapping("/api/sessions")
    @Allowed(Allowed.Door.OFFICERS)
    Calendar calendar(
            Actor actor,
            @RequestParam Optional<UUID> agency,
            @RequestParam Optional<LocalDate> from,
            @RequestParam Optional<LocalDate> to,
            @RequestParam(defaultValue = "false") boolean mine) {
        return transactions.run(actor.scope(), work -> {
            var days = DateRange.of(work, from, to);
            var office = agency.or(actor::agency).orElseThrow(() -> Refused.notFound("机构"));
            if (offices.at(work).agency(office).isEmpty()) {
                throw Refused.notFound("机构");
            }
            var there = rooms.of(List.of(office));
            var found = mine
                    ? sessions.mine(actor.person(), days.stretch(), MOST)
                    : sessions.ofOffice(office, days.stretch(), MOST);
            var seen = slots(work, actor, found);
            var taken = mine ? Stream.<Slot>empty() : taken(there, days, found);
            return new Calendar(
                    days.from(),
                    days.to(),
                    there.stream().map(RoomsDesk.RoomRow::of).toList(),
                    Stream.concat(seen.stream(), taken)
                            .sorted(java.util.Comparator.comparing(Slot::starts))
                            .toList());
        });
    }

    private List<Slot> slots(Work work, Actor actor, List<Session> found) {
        var directory = offices.at(work);
        var named = reading.rooms(found);
        Map<UUID, MatterRow> about = new HashMap<>();
        rows.rows(work, actor, found.stream().map(Session::matter).distinct().toList())
                .forEach(row -> about.put(row.id(), row));
        return found.stream()
                .map(session -> new Slot(
                        false,
                        Optional.ofNullable(about.get(session.matter()))
                                .map(row -> new About(row.id(), row.code(), row.title(), row.open())),
                        Optional.of(session.no()),
                        session.kind().title(),
                        Optional.of(session.state()),
                        Optional.of(session.state().title()),
                        session.when().starts(),
                        session.when().ends(),
                        session.room(),
                        session.room().map(id -> SessionReading.room(named, id)),
                        session.place(),
                        Optional.of(SessionReading.name(directory, session.host())),
                        session.host().equals(actor.person())))
                .toList();
    }

    /// What the rooms are taken for that the reader doesn't see.
    private Stream<Slot> taken(List<RoomStore.Room> there, DateRange days, List<Session> seen) {
        var names = there.stream().collect(Collectors.toMap(RoomStore.Room::id, RoomStore.Room::name));
        Set<String> known = seen.stream()
                .flatMap(session -> session.room().stream()
                        .map(room -> room + "@" + session.when().starts()))
                .collect(Collectors.toSet());
        return bookings.taken(List.copyOf(names.keySet()), List.of(), days.stretch()).stream()
                .filter(each -> !known.contains(
                        each.room().orElseThrow() + "@" + each.when().starts()))
                .map(each -> new Slot(
                        true,
                        Optional.empty(),
                        Optional.empty(),
                        "已占用",
                        Optional.empty(),
                        Optional.empty(),
                        each.when().starts(),
                        each.when().ends(),
                        each.room(),
                        each.room().map(names::get),
                        Optional.empty(),
                        Optional.empty(),
                        false));
    }

    /// What the reader leads or is asked to, for the calendar of a phone: what and where, by number; nobody's name.
    @GetMapping("/api/sessions/mine")
    @Allowed(Allowed.Door.OFFICERS)
    ResponseEntity<Resource> mine(
            Actor actor, @RequestParam Optional<LocalDate> from, @RequestParam Optional<LocalDate> to) {
        var text = transactions.run(actor.scope(), work -> {
            var days = DateRange.of(work, from, to);
            var found = sessions.mine(actor.person(), days.stretch(), MOST).stream()
                    .filter(session -> session.state() == SessionState.PLANNED || session.state() == SessionState.HELD)
                    .toList();
            return CalendarFile.of(work.now(), slots(work, actor, found));
        });
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("我的日程.ics", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)));
    }
}
