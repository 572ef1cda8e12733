package org.maplebridge.kernel.appointments;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.appointments.FreeTimes.Stretch;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Conflicts;
import org.maplebridge.kernel.matters.SharedVerb;
import org.maplebridge.kernel.matters.Verdict;
import org.maplebridge.kernel.orgs.Agency;
import org.springframework.stereotype.Component;

/// Plans a session or a visit. A room or a host that is taken is refused with the times that are free, and nothing of
/// what it is taken for.
@Component
class SessionArranging implements SharedVerb<Arranged> {

    static final String NAME = "arrange";

    private static final String LOCAL = "本地默认";

    private final SessionStore sessions;
    private final BookingStore bookings;
    private final RoomStore rooms;
    private final Inviting inviting;
    private final Conflicts conflicts;

    SessionArranging(
            SessionStore sessions, BookingStore bookings, RoomStore rooms, Inviting inviting, Conflicts conflicts) {
        this.sessions = sessions;
        this.bookings = bookings;
        this.rooms = rooms;
        this.inviting = inviting;
        this.conflicts = conflicts;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "安排会面";
    }

    @Override
    public String hint() {
        return "定下调解会、出访或听证会的时间、地点和请谁来";
    }

    @Override
    public Class<Arranged> said() {
        return Arranged.class;
    }

    @Override
    public By by() {
        return By.HANDLERS;
    }

    @Override
    public Verdict done(Act act, Arranged said) {
        var host = said.host()
                .or(() -> Optional.of(act.actor().person())
                        .filter(id -> act.actor().kind() == Actor.Kind.OFFICER));
        if (host.isEmpty()) {
            return Verdict.invalid("host", "请写明谁主持。", "appointments.host");
        }
        var when = new Stretch(said.starts(), said.ends());
        var held = sessions.of(act.id());
        int most = act.number("appointments.most-sessions").whole();
        if (held.size() >= most) {
            return Verdict.blocked("一件事最多安排 " + most + " 次会面。", "appointments.most-sessions", LOCAL);
        }
        var wrong = time(act, when)
                .or(() -> away(act, host.get(), when))
                .or(() -> act.offices()
                        .staff(host.get())
                        .flatMap(staff -> conflicts.refusal(act, List.of(staff), "host", said.checked())));
        if (wrong.isPresent()) {
            return wrong.get();
        }
        var room = said.room().flatMap(name -> room(act, name));
        var where = where(act, said, room);
        if (where.isPresent()) {
            return where.get();
        }
        var id = room.map(RoomStore.Room::id);
        bookings.takeTurns(id, host.get());
        var clash = clash(act, room, host.get(), when);
        if (clash.isPresent()) {
            return clash.get();
        }
        int no = held.size() + 1;
        sessions.add(
                new SessionStore.Session(
                        act.id(),
                        no,
                        said.kind(),
                        SessionState.PLANNED,
                        act.matter().office().agency(),
                        id,
                        said.place(),
                        when,
                        host.get(),
                        said.open(),
                        said.topic(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                act.now());
        bookings.book(act.id(), no, id, host.get(), when);
        return inviting.put(act, no, List.of(), said.guests().orElse(List.of()), "guests")
                .orElseGet(Verdict::moved);
    }

    private static Optional<Verdict> time(Act act, Stretch when) {
        if (!when.starts().isBefore(when.ends())) {
            return Optional.of(Verdict.invalid("ends", "结束要晚于开始。", "appointments.time"));
        }
        int hours = act.number("appointments.longest-hours").whole();
        if (Duration.between(when.starts(), when.ends()).compareTo(Duration.ofHours(hours)) > 0) {
            return Optional.of(Verdict.invalid("ends", "一次最长 " + hours + " 小时，请分几次安排。", "appointments.longest-hours"));
        }
        int ahead = act.number("appointments.days-ahead").whole();
        if (when.starts().isAfter(act.now().plus(Duration.ofDays(ahead)))) {
            return Optional.of(Verdict.invalid("starts", "最早提前 " + ahead + " 天安排，请核对日期。", "appointments.days-ahead"));
        }
        int after = act.number("appointments.days-after").whole();
        if (when.starts().isBefore(act.now().minus(Duration.ofDays(after)))) {
            return Optional.of(
                    Verdict.invalid("starts", "只能补记 " + after + " 天以内的会面，请核对日期。", "appointments.days-after"));
        }
        return Optional.empty();
    }

    private static Optional<Verdict> away(Act act, UUID host, Stretch when) {
        var day = when.starts().atZone(Work.ZONE).toLocalDate();
        return act.offices()
                .away(host, day)
                .map(absence -> Verdict.invalid(
                        "host",
                        act.offices().staff(host).map(staff -> staff.name()).orElse("主持人") + "到 " + absence.lastDay()
                                + " 为止不在岗，请换一天或换人主持。",
                        "appointments.host-present"));
    }

    /// The office's own room of that name, or one of the offices above.
    private Optional<RoomStore.Room> room(Act act, String name) {
        return offices(act)
                .flatMap(office -> rooms.of(List.of(office.id())).stream())
                .filter(room -> room.name().equals(name))
                .findFirst();
    }

    private static Stream<Agency> offices(Act act) {
        return Stream.iterate(
                        act.matter().office().agency().flatMap(act.offices()::agency),
                        Optional::isPresent,
                        office -> office.flatMap(act.offices()::above))
                .limit(8)
                .flatMap(Optional::stream);
    }

    private Optional<Verdict> where(Act act, Arranged said, Optional<RoomStore.Room> room) {
        if (said.kind() == SessionKind.VISIT && said.place().isEmpty()) {
            return Optional.of(Verdict.invalid("place", "出访请写到哪里去。", "appointments.place"));
        }
        if (said.kind() == SessionKind.VISIT && said.room().isPresent()) {
            return Optional.of(Verdict.invalid("room", "出访不占房间，请空着。", "appointments.place"));
        }
        if (said.room().isPresent() && room.isEmpty()) {
            var known = offices(act)
                    .flatMap(office -> rooms.of(List.of(office.id())).stream())
                    .map(RoomStore.Room::name)
                    .limit(10)
                    .collect(Collectors.joining("、"));
            return Optional.of(Verdict.invalid(
                    "room",
                    "没有叫“" + said.room().get() + "”的房间。" + (known.isEmpty() ? "本单位还没有登记房间，请写地点。" : "有：" + known + "。"),
                    "appointments.room"));
        }
        return said.room().isEmpty() && said.place().isEmpty()
                ? Optional.of(Verdict.invalid("room", "请选房间，或者写地点。", "appointments.place"))
                : Optional.empty();
    }

    /// What is in the way, and what is free that day for both the room and the host.
    private Optional<Verdict> clash(Act act, Optional<RoomStore.Room> room, UUID host, Stretch when) {
        var day = day(act, when);
        var asked = new Stretch(earlier(day.starts(), when.starts()), later(day.ends(), when.ends()));
        var taken = bookings.taken(room.map(RoomStore.Room::id).stream().toList(), List.of(host), asked);
        var hit = taken.stream().filter(each -> each.when().overlaps(when)).findFirst();
        return hit.map(clash -> {
            var free = FreeTimes.shown(FreeTimes.beside(
                    taken.stream().map(BookingStore.Taken::when).toList(),
                    day,
                    Duration.between(when.starts(), when.ends())));
            var what = clash.room().isPresent()
                    ? room.map(RoomStore.Room::name).orElse("这间房")
                    : act.offices().staff(host).map(staff -> staff.name()).orElse("主持人");
            return Verdict.invalid(
                    clash.room().isPresent() ? "room" : "host",
                    what + "在 " + clash.when().shown() + " 已有安排。"
                            + (free.isEmpty() ? "这一天没有够长的空，请换一天。" : "这一天空着的：" + free + "。"),
                    "appointments.clash",
                    LOCAL);
        });
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Stretch day(Act act, Stretch when) {
        ZonedDateTime midnight = when.starts().atZone(Work.ZONE).toLocalDate().atStartOfDay(Work.ZONE);
        return new Stretch(
                midnight.plusHours(act.number("appointments.day-begins").whole())
                        .toInstant(),
                midnight.plusHours(act.number("appointments.day-ends").whole()).toInstant());
    }
}
