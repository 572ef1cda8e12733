package org.maplebridge.kernel.rolls;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.rolls.RollReading.LineShown;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// One line of a register with all it ever said; and those who keep it write.
@RestController
class RollEntryDesk {

    private static final Scope JOB = Scope.job("rolls");
    private static final String LINES = "/api/rolls/{roll}/lines";

    private final Transactions transactions;
    private final RollBook book;
    private final RollStore store;
    private final RollReading reading;
    private final RollKeeping keeping;
    private final RollChanging changing;
    private final Offices offices;

    RollEntryDesk(
            Transactions transactions,
            RollBook book,
            RollStore store,
            RollReading reading,
            RollKeeping keeping,
            RollChanging changing,
            Offices offices) {
        this.transactions = transactions;
        this.book = book;
        this.store = store;
        this.reading = reading;
        this.keeping = keeping;
        this.changing = changing;
        this.offices = offices;
    }

    /// A line with its parts and its history.
    ///
    /// @param counted how many matters speak of it that the reader may see
    /// @param keeps whether the reader may write here
    record WholeLine(
            LineShown line,
            List<LineShown> versions,
            List<LineShown> parts,
            List<RollStore.Changed> changes,
            int counted,
            boolean keeps) {}

    record NewLine(UUID id) {}

    record RollEnding(@Nullable LocalDate lastDay, @Nullable String reason) {}

    record Withdrawing(@Nullable String reason) {}

    @GetMapping(LINES + "/{id}")
    @Allowed(Allowed.Door.OFFICERS)
    WholeLine one(Actor actor, @PathVariable String roll, @PathVariable UUID id) {
        var found = book.whole(roll);
        return transactions.run(actor.scope(), work -> {
            var versions = store.versions(id);
            if (versions.isEmpty() || !versions.getFirst().roll().equals(found.name())) {
                throw Refused.notFound("名册里的这一条");
            }
            var today = work.today();
            var line = versions.stream()
                    .filter(each -> !each.withdrawn())
                    .reduce((one, later) -> later)
                    .orElseGet(versions::getLast);
            var parts = store.parts(List.of(id));
            var ids = new ArrayList<UUID>(List.of(id));
            parts.forEach(part -> ids.add(part.line()));
            return new WholeLine(
                    reading.lines(work, List.of(line), today).getFirst(),
                    reading.plain(work, versions, today),
                    reading.plain(work, parts, today),
                    store.changes(ids),
                    store.counted(id),
                    !line.withdrawn() && keeps(work, actor, line.area()));
        });
    }

    private boolean keeps(Work work, Actor actor, String area) {
        return (actor.has(RollsDesk.REGISTRAR) || actor.has(RollsDesk.KEEPER))
                && actor.agency()
                        .flatMap(offices.at(work)::agency)
                        .map(Agency::area)
                        .filter(office -> Area.covers(office, area))
                        .isPresent();
    }

    @PostMapping(path = LINES, consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(
            value = Allowed.Door.OFFICERS,
            roles = {RollsDesk.REGISTRAR, RollsDesk.KEEPER})
    @ResponseStatus(HttpStatus.CREATED)
    NewLine begin(Actor actor, @PathVariable String roll, @RequestBody RollKeeping.Said said) {
        var found = book.roll(roll);
        return new NewLine(transactions.run(JOB, work -> keeping.begin(work, actor, found, said)));
    }

    @PostMapping(path = LINES + "/{id}/change", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(
            value = Allowed.Door.OFFICERS,
            roles = {RollsDesk.REGISTRAR, RollsDesk.KEEPER})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(Actor actor, @PathVariable String roll, @PathVariable UUID id, @RequestBody RollKeeping.Said said) {
        var found = book.whole(roll);
        written(found, id, work -> changing.change(work, actor, found, id, said));
    }

    @PostMapping(path = LINES + "/{id}/end", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(
            value = Allowed.Door.OFFICERS,
            roles = {RollsDesk.REGISTRAR, RollsDesk.KEEPER})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Actor actor, @PathVariable String roll, @PathVariable UUID id, @RequestBody RollEnding said) {
        var found = book.roll(roll);
        written(found, id, work -> changing.end(work, actor, found, id, said.lastDay(), said.reason()));
    }

    @PostMapping(path = LINES + "/{id}/withdraw", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(
            value = Allowed.Door.OFFICERS,
            roles = {RollsDesk.REGISTRAR, RollsDesk.KEEPER})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(Actor actor, @PathVariable String roll, @PathVariable UUID id, @RequestBody Withdrawing said) {
        var found = book.roll(roll);
        written(found, id, work -> changing.withdraw(work, actor, found, id, said.reason()));
    }

    private void written(Roll roll, UUID id, Consumer<Work> deed) {
        transactions.run(JOB, work -> {
            if (!keeping.newest(id).roll().equals(roll.name())) {
                throw Refused.notFound("名册里的这一条");
            }
            deed.accept(work);
            return true;
        });
    }
}
