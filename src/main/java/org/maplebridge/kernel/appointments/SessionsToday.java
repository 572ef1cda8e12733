package org.maplebridge.kernel.appointments;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.access.DigestPart;
import org.maplebridge.kernel.appointments.SessionStore.Session;
import org.maplebridge.kernel.ground.Work;
import org.springframework.stereotype.Component;

/// The sessions and visits of the day that somebody leads or is asked to.
@Component
class SessionsToday implements DigestPart {

    private static final int MOST = 100;
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm").withZone(Work.ZONE);

    private final SessionStore sessions;
    private final RoomStore rooms;

    SessionsToday(SessionStore sessions, RoomStore rooms) {
        this.sessions = sessions;
        this.rooms = rooms;
    }

    @Override
    public List<Section> today(Work work, Actor actor) {
        var day = new FreeTimes.Stretch(
                work.today().atStartOfDay(Work.ZONE).toInstant(),
                work.today().plusDays(1).atStartOfDay(Work.ZONE).toInstant());
        var planned = sessions.mine(actor.person(), day, MOST).stream()
                .filter(Session::planned)
                .toList();
        var asked = planned.stream()
                .flatMap(each -> each.room().stream())
                .distinct()
                .toList();
        var named = rooms.these(asked).stream().collect(Collectors.toMap(RoomStore.Room::id, RoomStore.Room::name));
        var lines = planned.stream()
                .map(each -> new Line(
                        each.matter(),
                        CLOCK.format(each.when().starts()) + " " + each.kind().title()
                                + each.room()
                                        .map(room -> "，" + named.getOrDefault(room, ""))
                                        .or(() -> each.place().map(place -> "，" + place))
                                        .orElse(""),
                        each.when().starts()))
                .toList();
        return List.of(new Section("sessions", "今天的会面", 5, lines.size(), lines));
    }
}
