package org.maplebridge.kernel.appointments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.orgs.Staff;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Who is on duty in an office: read by everybody at work, written by whoever arranges its days.
@RestController
class DutyDesk {

    private static final int MOST = 1000;

    private final Transactions transactions;
    private final DutyStore duty;
    private final Offices offices;
    private final Heads heads;

    DutyDesk(Transactions transactions, DutyStore duty, Offices offices, Heads heads) {
        this.transactions = transactions;
        this.duty = duty;
        this.offices = offices;
        this.heads = heads;
    }

    /// @param away whether they are away that day after all
    record TurnRow(LocalDate day, DutyShift shift, String shiftTitle, UUID staff, String name, boolean away) {}

    record Colleague(UUID id, String name) {}

    /// @param people who may be put down
    /// @param mayArrange whether the reader may change it
    record Roster(LocalDate from, LocalDate to, List<TurnRow> items, List<Colleague> people, boolean mayArrange) {}

    record NewTurn(
            @Nullable LocalDate day,
            @Nullable DutyShift shift,
            @Nullable UUID staff) {}

    /// @param items who is on duty; who isn't named is not
    record NewRoster(@Nullable List<NewTurn> items) {}

    @GetMapping("/api/duty")
    @Allowed(Allowed.Door.OFFICERS)
    Roster duty(
            Actor actor,
            @RequestParam Optional<UUID> agency,
            @RequestParam Optional<LocalDate> from,
            @RequestParam Optional<LocalDate> to) {
        return transactions.run(
                actor.scope(), work -> shown(work, actor, office(actor, agency), DateRange.of(work, from, to)));
    }

    private static UUID office(Actor actor, Optional<UUID> agency) {
        return agency.or(actor::agency).orElseThrow(() -> Refused.notFound("机构"));
    }

    private Roster shown(Work work, Actor actor, UUID office, DateRange days) {
        var directory = offices.at(work);
        return new Roster(
                days.from(),
                days.to(),
                duty.of(office, days).stream()
                        .map(turn -> new TurnRow(
                                turn.day(),
                                turn.shift(),
                                turn.shift().title(),
                                turn.staff(),
                                SessionReading.name(directory, turn.staff()),
                                directory.away(turn.staff(), turn.day()).isPresent()))
                        .toList(),
                directory.staffOf(office).stream()
                        .map(person -> new Colleague(person.id(), person.name()))
                        .toList(),
                heads.arranges(actor, office));
    }

    /// Writes the roster of some days anew.
    @PutMapping(path = "/api/duty", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Allowed.Door.OFFICERS)
    Roster arrange(
            Actor actor,
            @RequestParam Optional<UUID> agency,
            @RequestParam Optional<LocalDate> from,
            @RequestParam Optional<LocalDate> to,
            @RequestBody NewRoster said) {
        var office = office(actor, agency);
        heads.refuse(actor, office, "排值班表");
        return transactions.run(actor.scope(), work -> {
            var days = DateRange.of(work, from, to);
            var people =
                    offices.at(work).staffOf(office).stream().map(Staff::id).toList();
            var turns = new ArrayList<DutyStore.Turn>();
            var faults = new ArrayList<Problem.Field>();
            var items = Optional.ofNullable(said.items()).orElse(List.of());
            for (int i = 0; i < items.size(); i++) {
                var item = items.get(i);
                read(item, days, people).ifPresentOrElse(turns::add, fault(faults, i));
            }
            if (turns.stream().distinct().count() < turns.size() || items.size() > MOST) {
                faults.add(new Problem.Field("items", "同一天同一班里同一个人只写一次，最多 " + MOST + " 行。"));
            }
            if (!faults.isEmpty()) {
                throw new Refused(Problem.fields(faults));
            }
            duty.replace(office, days, turns);
            return shown(work, actor, office, days);
        });
    }

    private static Runnable fault(List<Problem.Field> faults, int at) {
        return () -> faults.add(new Problem.Field("items." + at, "请写明这几天里的一天、哪一班、本单位的哪一位。"));
    }

    private static Optional<DutyStore.Turn> read(NewTurn item, DateRange days, List<UUID> people) {
        var day = item.day();
        var shift = item.shift();
        var staff = item.staff();
        return day == null
                        || shift == null
                        || staff == null
                        || day.isBefore(days.from())
                        || day.isAfter(days.to())
                        || !people.contains(staff)
                ? Optional.empty()
                : Optional.of(new DutyStore.Turn(day, shift, staff));
    }
}
