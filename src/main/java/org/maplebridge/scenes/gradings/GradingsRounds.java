package org.maplebridge.scenes.gradings;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.calendar.Calendars;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Loop;
import org.maplebridge.kernel.ground.Looping;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.Outcome;
import org.maplebridge.kernel.matters.Request;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.orgs.Level;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.Parameters;
import org.maplebridge.kernel.rolls.MediatorRoll;
import org.maplebridge.kernel.rolls.MediatorRoll.Mediator;
import org.maplebridge.kernel.stats.Caseloads;
import org.maplebridge.kernel.stats.Caseloads.Case;
import org.maplebridge.scenes.gradings.Grading.Grade;
import org.maplebridge.scenes.gradings.GradingsStore.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// What the system does for gradings: begins last year's, counts, and carries what a person has decided into the
/// register. Broken off or done twice, it does nothing twice.
@Component
class GradingsRounds implements Looping {

    private static final Logger LOG = LoggerFactory.getLogger(GradingsRounds.class);
    private static final int SEASON_MONTHS = 3;
    private static final Duration REST = Duration.ofMinutes(10);
    private static final Actor SYSTEM = Actor.system("gradings");

    private final Transactions transactions;
    private final GradingsStore store;
    private final GradingsBook book;
    private final MediatorRoll roll;
    private final Caseloads caseloads;
    private final Matters matters;
    private final Parameters parameters;
    private final Calendars calendars;
    private final Offices offices;
    private final boolean automatic;
    /// The last day on which all that were to be begun were begun: the register isn't read through every few seconds.
    private final AtomicReference<LocalDate> begun = new AtomicReference<>(LocalDate.EPOCH);

    /// Those that failed, and until when they are passed over: the next ones have their turn.
    private final Map<UUID, Instant> resting = new ConcurrentHashMap<>();

    private final Loop loop = new Loop("gradings", Duration.ofSeconds(10), this::round);

    GradingsRounds(
            Transactions transactions,
            GradingsStore store,
            GradingsBook book,
            MediatorRoll roll,
            Caseloads caseloads,
            Matters matters,
            Parameters parameters,
            Calendars calendars,
            Offices offices,
            Environment settings) {
        this.transactions = transactions;
        this.store = store;
        this.book = book;
        this.roll = roll;
        this.caseloads = caseloads;
        this.matters = matters;
        this.parameters = parameters;
        this.calendars = calendars;
        this.offices = offices;
        this.automatic = Looping.serving(settings);
    }

    /// One that fails keeps none of the others waiting.
    void round() {
        safely("begun", "round", this::begin);
        safely("counted", "round", this::count);
        safely("recorded", "round", () -> {
            for (UUID matter : transactions.run(SYSTEM.scope(), work -> book.waiting(resting(work)))) {
                orRest("recorded", matter, () -> record(matter));
            }
        });
    }

    private Set<UUID> resting(Work work) {
        resting.values().removeIf(until -> !until.isAfter(work.now()));
        return Set.copyOf(resting.keySet());
    }

    private void orRest(String what, UUID matter, Runnable deed) {
        if (!safely(what, matter, deed)) {
            resting.put(matter, transactions.run(SYSTEM.scope(), Work::now).plus(REST));
        }
    }

    private static boolean safely(String what, Object which, Runnable deed) {
        try {
            deed.run();
            return true;
        } catch (RuntimeException failure) {
            LOG.error("the grading {} could not be {}: {}", which, what, failure.toString());
            return false;
        }
    }

    /// Whoever was in office the whole year before, from the first working day of the month on.
    private void begin() {
        var today = transactions.run(SYSTEM.scope(), Work::today);
        if (today.equals(begun.get())) {
            return;
        }
        int year = today.getYear() - 1;
        for (var each : transactions.run(SYSTEM.scope(), work -> wanted(work, year))) {
            var said = Map.<String, Object>of(
                    "name",
                    each.name(),
                    "area",
                    each.area(),
                    "year",
                    year,
                    "line",
                    each.line().toString());
            safely(
                    "begun",
                    each.line(),
                    () -> require(matters.open("gradings", request("open", each.line() + "-" + year, said))));
        }
        begun.set(today);
    }

    private List<Mediator> wanted(Work work, int year) {
        var directory = offices.at(work);
        var root = directory.rootArea().map(Area::path);
        if (root.isEmpty() || calendars.at(work).off(work.today())) {
            return List.of();
        }
        var taken = new HashSet<>(store.of(year));
        return roll.inOffice(root.get(), LocalDate.of(year, 12, 31)).stream()
                .filter(each -> !each.since().isAfter(LocalDate.of(year, 1, 1)))
                .filter(each -> !taken.contains(each.line()))
                .filter(each -> GradingsRules.supervising(directory, each.area(), each.staff(), work.today())
                        .isPresent())
                .filter(each -> inSeason(work, each.area()))
                .toList();
    }

    /// A system that begins its work in autumn doesn't begin with a year long past: that is done by hand.
    private boolean inSeason(Work work, String area) {
        int from = parameters.at(work, "gradings.month", area, work.today()).whole();
        int month = work.today().getMonthValue();
        return from <= month && month < from + SEASON_MONTHS;
    }

    /// Files are read once for a county and a year, however many mediators there are; also where they can't be read.
    private void count() {
        var waiting = transactions.run(SYSTEM.scope(), work -> store.waiting(resting(work)));
        var files = new HashMap<String, Optional<Map<UUID, List<UUID>>>>();
        for (var each : waiting) {
            orRest("counted", each.matter(), () -> {
                var county = county(each.subject().area());
                int year = each.subject().year();
                var byDoer = files.computeIfAbsent(county + "/" + year, unseen -> readable(county, year))
                        .orElseThrow(() -> new IllegalStateException("the files of its year can't be read"));
                transactions.run(SYSTEM.scope(), work -> behind(each, byDoer));
                require(matters.move(
                        each.matter(), "count", request("count", each.matter() + "-" + each.counts(), Map.of())));
            });
        }
    }

    private Optional<Map<UUID, List<UUID>>> readable(String area, int year) {
        var read = new AtomicReference<Map<UUID, List<UUID>>>(Map.of());
        return safely("counted in " + year, area, () -> read.set(files(area, year)))
                ? Optional.of(read.get())
                : Optional.empty();
    }

    private Map<UUID, List<UUID>> files(String area, int year) {
        return transactions.run(
                SYSTEM.scope(),
                work -> caseloads.closed(area, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)).stream()
                        .filter(file -> file.doer().isPresent())
                        .collect(Collectors.groupingBy(
                                file -> file.doer().orElseThrow(),
                                Collectors.mapping(Case::matter, Collectors.toCollection(ArrayList::new)))));
    }

    private boolean behind(Waiting waiting, Map<UUID, List<UUID>> byDoer) {
        var last = LocalDate.of(waiting.subject().year(), 12, 31);
        var staff = roll.of(waiting.subject().line(), last).flatMap(Mediator::staff);
        store.behind(
                waiting.matter(),
                staff,
                staff.map(each -> byDoer.getOrDefault(each, List.of())).orElse(List.of()));
        return true;
    }

    /// The county an area lies in; an area above counties is taken as it is.
    private static String county(String area) {
        var path = area;
        while (Level.ofPath(path).compareTo(Level.COUNTY) < 0) {
            path = path.substring(0, path.lastIndexOf('.'));
        }
        return path;
    }

    private void record(UUID matter) {
        var outcome = transactions.run(SYSTEM.scope(), work -> {
            var decisions = book.decisions(matter);
            var decision = decisions.getLast();
            if (decision.grade() == Grade.NONE) {
                return takenBack(work, matter, decisions);
            }
            var subject = store.find(matter).subject();
            var line = subject.line();
            if (book.later(line, subject.year())) {
                return "已有以后年度的等级，名册不变。";
            }
            roll.regrade(
                    work,
                    line,
                    decision.grade().name(),
                    decision.paper(),
                    decision.day(),
                    new MediatorRoll.Decider(decision.by(), decision.byName()));
            return "已记入名册：" + roll.gradeTitle(decision.grade().name()) + "，从 " + decision.day() + " 起。";
        });
        var no = transactions.run(SYSTEM.scope(), work -> book.decisions(matter).size());
        require(matters.move(matter, "enter", request("enter", matter + "-" + no, Map.of("outcome", outcome))));
    }

    /// What earlier decisions have put into the register is taken back; the grade from before holds again.
    private String takenBack(Work work, UUID matter, List<Grading.Decision> decisions) {
        var last = decisions.getLast();
        boolean stood = roll.ungrade(
                work,
                store.find(matter).subject().line(),
                decisions.stream()
                        .filter(each -> each.no() < last.no())
                        .map(Grading.Decision::paper)
                        .toList(),
                last.paper(),
                new MediatorRoll.Decider(last.by(), last.byName()));
        return stood ? "不评等级，原来记入名册的等级已经撤销。" : "不评等级，名册不变。";
    }

    private static Request request(String verb, String which, Map<String, ?> said) {
        return new Request(
                SYSTEM,
                Canonical.MAPPER.valueToTree(said),
                new Work.Key("gradings/" + verb, "grading-" + which),
                OptionalInt.empty(),
                Optional.empty());
    }

    private static void require(Outcome outcome) {
        if (outcome instanceof Outcome.Refusal refusal) {
            throw new IllegalStateException(refusal.verdict().toString());
        }
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
