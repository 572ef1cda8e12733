package org.maplebridge.scenes.allowances;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.calendar.Calendars;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Loop;
import org.maplebridge.kernel.ground.Looping;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Matter;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.Outcome;
import org.maplebridge.kernel.matters.Request;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Directory;
import org.maplebridge.kernel.orgs.Level;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.trail.PublicLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// What the system does with sheets: opens them when a month is over, lists their files, looks at them again, draws
/// samples. Whatever is done already is left alone, so that a round broken off or done twice does nothing twice.
@Component
class AllowancesRound implements Looping {

    private static final Logger LOG = LoggerFactory.getLogger(AllowancesRound.class);
    private static final Actor SYSTEM = Actor.system("allowances");

    private final Transactions transactions;
    private final AllowancesStore store;
    private final AllowancesBook book;
    private final AllowancesGathering gathering;
    private final Matters matters;
    private final Offices offices;
    private final Calendars calendars;
    private final PublicLog log;
    private final boolean automatic;
    private final Loop loop = new Loop("allowances", Duration.ofMinutes(2), this::round);

    AllowancesRound(
            Transactions transactions,
            AllowancesStore store,
            AllowancesBook book,
            AllowancesGathering gathering,
            Matters matters,
            Offices offices,
            Calendars calendars,
            PublicLog log,
            Environment settings) {
        this.transactions = transactions;
        this.store = store;
        this.book = book;
        this.gathering = gathering;
        this.matters = matters;
        this.offices = offices;
        this.calendars = calendars;
        this.log = log;
        this.automatic = Looping.serving(settings);
    }

    private record Wanted(UUID office, LocalDate month) {}

    /// What a sheet waits for.
    private record Due(UUID sheet, String verb, Map<String, String> said, int version) {}

    /// Does whatever is due. One that fails keeps none of the others waiting.
    void round() {
        for (var each : transactions.run(SYSTEM.scope(), this::wanted)) {
            quietly("a sheet of " + each.office() + " for " + each.month(), () -> open(each));
        }
        for (var sheet : transactions.run(SYSTEM.scope(), work -> book.running())) {
            quietly("sheet " + sheet, () -> forward(sheet));
        }
    }

    private static void quietly(String what, Runnable part) {
        try {
            part.run();
        } catch (RuntimeException failure) {
            LOG.error("{} waits: {}", what, failure.toString());
        }
    }

    /// On the first working day of a month, or whenever the program runs after it.
    private List<Wanted> wanted(Work work) {
        var first = work.today().withDayOfMonth(1);
        var found = new ArrayList<Wanted>();
        if (calendars.at(work).workingDaysBetween(first.minusDays(1), work.today()) < 1) {
            return found;
        }
        var directory = offices.at(work);
        directory
                .rootArea()
                .ifPresent(root -> towns(directory, root.path()).forEach(town -> {
                    for (var office : directory.agencies(town)) {
                        if (keeps(directory, office, work.today()) && !store.taken(office.id(), first.minusMonths(1))) {
                            found.add(new Wanted(office.id(), first.minusMonths(1)));
                        }
                    }
                }));
        return found;
    }

    private static List<String> towns(Directory directory, String area) {
        return Level.ofPath(area) == Level.TOWN
                ? List.of(area)
                : directory.children(area).stream()
                        .flatMap(below -> towns(directory, below.path()).stream())
                        .toList();
    }

    private static boolean keeps(Directory directory, Agency office, LocalDate day) {
        return office.level() == Level.TOWN
                && AllowancesSeats.staffed(directory, office.id(), AllowancesLifecycle.KEEPER, day);
    }

    private void open(Wanted wanted) {
        var said = Map.of(
                "month", wanted.month().toString(), "office", wanted.office().toString());
        var outcome = matters.open(
                "allowances",
                request(
                        said,
                        "allowances/open",
                        "sheet-" + wanted.office() + "-" + wanted.month(),
                        OptionalInt.empty()));
        if (outcome instanceof Outcome.Refusal refusal) {
            throw new IllegalStateException(refusal.verdict().toString());
        }
    }

    private static Request request(Map<String, String> said, String route, String key, OptionalInt version) {
        return new Request(
                SYSTEM, Canonical.MAPPER.valueToTree(said), new Work.Key(route, key), version, Optional.empty());
    }

    /// One step after the other, for as long as there is one for the system.
    private void forward(UUID sheet) {
        for (int step = 0; step < 3; step++) {
            var due = transactions.run(SYSTEM.scope(), work -> due(work, sheet));
            if (due.isEmpty()) {
                return;
            }
            var next = due.get();
            var outcome = matters.move(
                    sheet,
                    next.verb(),
                    request(
                            next.said(),
                            "allowances/" + next.verb(),
                            sheet + "-" + next.version(),
                            OptionalInt.of(next.version())));
            if (outcome instanceof Outcome.Refusal refusal) {
                LOG.info("sheet {} waits: {}", sheet, refusal.verdict());
                return;
            }
        }
    }

    private Optional<Due> due(Work work, UUID id) {
        var matter = matters.find(id);
        var sheet = store.maybe(id);
        if (matter.isEmpty() || sheet.isEmpty()) {
            return Optional.empty();
        }
        return verb(work, matter.get(), sheet.get())
                .map(verb -> new Due(
                        id,
                        verb,
                        verb.equals("drop") ? Map.of("reason", "这个月没有达成协议并办结的件，也没有要扣回的。") : Map.of(),
                        matter.get().chain().version()));
    }

    private Optional<String> verb(Work work, Matter matter, Allowance sheet) {
        var stage = matter.stage().name();
        if (stage.equals("OPENED")) {
            return Optional.of("gather");
        }
        var lines = store.lines(sheet.id());
        if (stage.equals("DRAFTED") && lines.isEmpty()) {
            return Optional.of("drop");
        }
        if (!List.of("DRAFTED", "SHOWN", "DRAWN", "CHECKED").contains(stage)) {
            return Optional.empty();
        }
        if (!gathering.changed(work, sheet, lines, stage.equals("DRAFTED")).isEmpty()) {
            return Optional.of("refresh");
        }
        boolean drawable =
                stage.equals("SHOWN") && sheet.shownAt().flatMap(log::rootAfter).isPresent();
        return drawable ? Optional.of("draw") : Optional.empty();
    }

    @Override
    public Loop loop() {
        return loop;
    }

    @Override
    public boolean automatic() {
        return automatic;
    }
}
