package org.maplebridge.kernel.appointments;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.appointments.FreeTimes.Stretch;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Ids;
import org.maplebridge.kernel.ground.Items;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Words;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The rooms of an office and of those above it: listed, added, closed.
@RestController
class RoomsDesk {

    private static final Duration AHEAD = Duration.ofDays(400);

    private final Transactions transactions;
    private final RoomStore rooms;
    private final BookingStore bookings;
    private final Offices offices;
    private final Heads heads;

    RoomsDesk(Transactions transactions, RoomStore rooms, BookingStore bookings, Offices offices, Heads heads) {
        this.transactions = transactions;
        this.rooms = rooms;
        this.bookings = bookings;
        this.offices = offices;
        this.heads = heads;
    }

    /// A room.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record RoomRow(UUID id, UUID agency, String name, int seats, String place, Optional<String> equipment) {

        static RoomRow of(RoomStore.Room room) {
            return new RoomRow(room.id(), room.agency(), room.name(), room.seats(), room.place(), room.equipment());
        }
    }

    /// What is said of a room.
    ///
    /// @param agency whose; the own office's, if not said
    /// @param seats how many people fit in
    record NewRoom(
            @Nullable UUID agency,
            @Nullable String name,
            @Nullable Integer seats,
            @Nullable String place,
            @Nullable String equipment) {}

    /// @param agency whose; the reader's own office and those above it, if not said
    @GetMapping("/api/rooms")
    @Allowed(Allowed.Door.OFFICERS)
    Items<RoomRow> rooms(Actor actor, @RequestParam Optional<UUID> agency) {
        return new Items<>(transactions.run(actor.scope(), work -> {
            var directory = offices.at(work);
            var asked = agency.map(id -> Stream.of(directory.agency(id).orElseThrow(() -> Refused.notFound("机构"))))
                    .orElseGet(() -> Stream.iterate(
                                    actor.agency().flatMap(directory::agency),
                                    Optional::isPresent,
                                    office -> office.flatMap(directory::above))
                            .limit(8)
                            .flatMap(Optional::stream));
            return rooms.of(asked.map(Agency::id).toList()).stream()
                    .map(RoomRow::of)
                    .toList();
        }));
    }

    @PostMapping(path = "/api/rooms", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Allowed.Door.OFFICERS)
    @ResponseStatus(HttpStatus.CREATED)
    RoomRow add(Actor actor, @RequestBody NewRoom said) {
        var agency = Optional.ofNullable(said.agency()).or(actor::agency).orElseThrow(() -> Refused.notFound("机构"));
        heads.refuse(actor, agency, "登记房间");
        return transactions.run(actor.scope(), work -> {
            var faults = new ArrayList<Problem.Field>();
            var name = text(faults, "name", said.name(), 60);
            var place = text(faults, "place", said.place(), 200);
            var equipment =
                    Optional.ofNullable(said.equipment()).map(Words::kept).filter(words -> !words.isEmpty());
            equipment
                    .flatMap(words -> Words.fault(words, 200, false))
                    .ifPresent(fault -> faults.add(new Problem.Field("equipment", fault)));
            int seats = Optional.ofNullable(said.seats()).orElse(0);
            if (seats < 1 || seats > 1000) {
                faults.add(new Problem.Field("seats", "座位数应在 1 到 1000 之间。"));
            }
            if (rooms.of(List.of(agency)).stream().anyMatch(room -> room.name().equals(name))) {
                faults.add(new Problem.Field("name", "本单位已有同名的房间。"));
            }
            if (!faults.isEmpty()) {
                throw new Refused(Problem.fields(faults));
            }
            var room = new RoomStore.Room(Ids.at(work.now()), agency, name, seats, place, equipment);
            rooms.add(room);
            return RoomRow.of(room);
        });
    }

    private static String text(List<Problem.Field> faults, String field, @Nullable String said, int most) {
        var kept = Words.kept(Optional.ofNullable(said).orElse(""));
        var fault = kept.isEmpty() ? Optional.of("请填写。") : Words.fault(kept, most, false);
        fault.ifPresent(wrong -> faults.add(new Problem.Field(field, wrong)));
        return kept;
    }

    /// Not as long as something is planned there.
    @DeleteMapping("/api/rooms/{id}")
    @Allowed(Allowed.Door.OFFICERS)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(Actor actor, @PathVariable UUID id) {
        transactions.run(actor.scope(), work -> {
            var room = rooms.these(List.of(id)).stream().findFirst().orElseThrow(() -> Refused.notFound("房间"));
            heads.refuse(actor, room.agency(), "停用房间");
            bookings.takeTurns(Optional.of(id), actor.person());
            var ahead = bookings.taken(
                    List.of(id), List.of(), new Stretch(work.now(), work.now().plus(AHEAD)));
            if (!ahead.isEmpty()) {
                throw new Refused(Problem.of(409, "room-taken", "房间还有安排", "以后还有 " + ahead.size() + " 次会面安排在这里。")
                        .withRule("appointments.room-taken")
                        .withArticle("本地默认")
                        .withNext("先取消或改到别的房间，再停用。"));
            }
            rooms.close(work, id);
            return true;
        });
    }
}
