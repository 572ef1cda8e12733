package org.maplebridge.kernel.appointments;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.maplebridge.kernel.appointments.GuestStore.Guest;
import org.maplebridge.kernel.appointments.SessionStore.Session;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.Party;
import org.maplebridge.kernel.orgs.Directory;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.orgs.Staff;
import org.maplebridge.kernel.people.Masks;
import org.springframework.stereotype.Component;

/// The sessions of a matter as people read them.
@Component
class SessionReading {

    private final SessionStore sessions;
    private final GuestStore guests;
    private final RoomStore rooms;
    private final Matters matters;
    private final Offices offices;

    SessionReading(SessionStore sessions, GuestStore guests, RoomStore rooms, Matters matters, Offices offices) {
        this.sessions = sessions;
        this.guests = guests;
        this.rooms = rooms;
        this.matters = matters;
        this.offices = offices;
    }

    List<SessionRow> of(Work work, UUID matter) {
        var all = sessions.of(matter);
        if (all.isEmpty()) {
            return List.of();
        }
        var directory = offices.at(work);
        var invited = guests.of(matter);
        var rooms = rooms(all);
        var parties = matters.parties(matter).stream()
                .collect(Collectors.toMap(Party::persona, Party::shown, (one, other) -> one));
        return all.stream()
                .map(session -> new SessionRow(
                        session.no(),
                        session.kind(),
                        session.kind().title(),
                        session.state(),
                        session.state().title(),
                        session.when().starts(),
                        session.when().ends(),
                        session.room().map(id -> room(rooms, id)),
                        session.place(),
                        session.host(),
                        name(directory, session.host()),
                        session.open(),
                        session.topic(),
                        session.reason(),
                        session.began(),
                        session.ended(),
                        session.minutes(),
                        session.signed(),
                        invited.stream()
                                .filter(guest -> guest.session() == session.no())
                                .map(guest -> row(directory, parties, invited, guest))
                                .toList()))
                .toList();
    }

    /// The rooms of sessions by id.
    Map<UUID, RoomStore.Room> rooms(List<Session> all) {
        return rooms
                .these(all.stream()
                        .flatMap(session -> session.room().stream())
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(RoomStore.Room::id, Function.identity()));
    }

    static String room(Map<UUID, RoomStore.Room> rooms, UUID id) {
        var room = rooms.get(id);
        return room == null ? "?" : room.name();
    }

    static String name(Directory directory, UUID staff) {
        return directory.staff(staff).map(Staff::name).orElse("?");
    }

    private static SessionRow.GuestRow row(
            Directory directory, Map<UUID, String> parties, List<Guest> all, Guest guest) {
        var name = guest.party()
                .map(persona -> parties.getOrDefault(persona, "当事人"))
                .or(() -> guest.staff().map(id -> name(directory, id)))
                .or(() -> guest.name().map(Masks::name))
                .orElse("?");
        return new SessionRow.GuestRow(
                guest.no(),
                name,
                guest.role(),
                guest.role().title(),
                guest.summonedAt(),
                guest.how().map(SummonsWay::title),
                guest.reply(),
                guest.reply().title(),
                guest.wish(),
                guest.came(),
                (int) all.stream()
                        .filter(each -> each.same(guest) && each.missed())
                        .count());
    }
}
