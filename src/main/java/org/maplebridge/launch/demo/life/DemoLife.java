package org.maplebridge.launch.demo.life;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.launch.demo.life.LifeDoor.Outcome;
import org.maplebridge.launch.demo.life.LifeSupervision.About;
import org.springframework.stereotype.Component;

/// Lives the days from where the clock stands to yesterday: people report, offices handle, limits end, supervisors
/// ask. All over HTTP, as from any program, and in one thread, the earliest first, so that one seed gives one county.
@Component
public final class DemoLife {

    private static final int MOST_WAITS = 14;
    private static final int LEAVES_EVERY = 42;
    private static final LocalTime OPENS = LocalTime.of(8, 35);
    private static final LocalTime CLOSES = LocalTime.of(18, 15);
    private static final LocalTime LAST_ROUTE = LocalTime.of(16, 30);
    /// What whoever is on duty does on a day off, too.
    private static final Set<String> ON_DUTY = Set.of("register", "route", "accept", "respond", "clear");

    private final LifeWords words;

    DemoLife(LifeWords words) {
        this.words = words;
    }

    /// What is to be lived.
    ///
    /// @param perDay   how many disputes a day has, on average
    /// @param accounts of those who work there; whoever stands first is asked first
    /// @param server   where it is to be asked
    /// @param pass     what [LifeWire#PASS] says
    /// @param truth    where what truly happened is written
    public record Order(long seed, int perDay, List<LifeAccount> accounts, URI server, String pass, Path truth) {
        @Override
        public String toString() {
            return "order of " + seed;
        }
    }

    /// What was lived.
    ///
    /// @param diary of what was done about disputes, as a hash: the same for the same seed and number of days. What
    ///     supervisors do hangs on the calendar, too
    /// @param refusals what the rules did not allow; empty if the made-up people know them
    public record Lived(int days, int matters, int moves, String diary, List<String> refusals) {}

    /// Lives up to yesterday evening and brings the clock to now.
    public Lived live(Order order, LifeClock clock, LifeDays passing) {
        try (var wire = new LifeWire(order.server(), order.pass())) {
            return new Life(order, clock, passing, wire).lived();
        }
    }

    /// Something that happens at a moment.
    private record Turn(Instant at, long no, Runnable deed) {}

    /// One life, from its first day on.
    private final class Life {

        private final Order order;
        private final LifeClock clock;
        private final LifeDays passing;
        private final LifePeople people;
        private final LifeDoor door;
        private final LifeLeaves leaves;
        private final LifeSupervision supervision;
        private final LifeHelping helping;
        private final LifeReviews reviews;
        private final LifeOrders orders;
        private final Random chance;
        private final LocalDate first;
        private final int days;
        private final Diary diary = new Diary();
        private final Map<Story, LifeMatter> matters = new LinkedHashMap<>();
        private final Map<String, Story> known = new HashMap<>();
        private final PriorityQueue<Turn> turns =
                new PriorityQueue<>(Comparator.comparing(Turn::at).thenComparingLong(Turn::no));
        private LifeCalendar calendar = LifeCalendar.NONE;
        /// When the present turn was planned: what the machine takes for it decides nothing.
        private Instant moment;

        private long turn;

        Life(Order order, LifeClock clock, LifeDays passing, LifeWire wire) {
            this.order = order;
            this.clock = clock;
            this.passing = passing;
            this.people = new LifePeople(wire, order.accounts());
            this.door = new LifeDoor(wire, people);
            this.leaves = new LifeLeaves(people);
            this.supervision = new LifeSupervision(people, door, diary);
            this.helping = new LifeHelping(people, door, diary);
            this.reviews = new LifeReviews(people, door, diary);
            this.orders = new LifeOrders(people, door, diary);
            this.chance = new Random(order.seed());
            var now = clock.now();
            this.first = LocalDate.ofInstant(now, Work.ZONE);
            this.moment = now;
            this.days = (int) ChronoUnit.DAYS.between(first, LocalDate.ofInstant(now.plus(clock.behind()), Work.ZONE));
        }

        Lived lived() {
            people.arrive(days);
            calendar = LifeCalendar.asked(people, first, days);
            new LifeRegisters(people).begin(first).forEach(why -> diary.refused(0, 0, "register", why));
            for (int day = 0; day < days; day++) {
                routine(day);
            }
            for (int from = 0; from < days; from += LEAVES_EVERY) {
                away(from, Math.min(LEAVES_EVERY, days - from));
            }
            new Stories(words, chance)
                    .over(days, order.perDay())
                    .forEach(story -> at(on(story.day(), story.minute()), () -> told(story, 0)));
            var end = on(days, 0);
            while (!turns.isEmpty() && turns.element().at().isBefore(end)) {
                var next = turns.remove();
                moment = next.at();
                clock.moveTo(moment);
                next.deed().run();
            }
            clock.catchUp();
            passing.morning();
            passing.sweep();
            LifeTruth.write(order, diary, matters);
            passing.lived(days, days, matters.size(), diary.lines().size());
            return new Lived(days, matters.size(), diary.lines().size(), diary.hash("disputes"), diary.refusals());
        }

        private void routine(int day) {
            at(on(day, 7 * 60 + 30), () -> {
                passing.lived(day, days, matters.size(), diary.lines().size());
                passing.morning();
            });
            if (!calendar.off(first.plusDays(day))) {
                at(on(day, 10 * 60 + 10), () -> atTheDesks(day));
            }
            at(on(day, 12 * 60 + 30), passing::sweep);
            at(on(day, 18 * 60 + 40), passing::sweep);
        }

        private void atTheDesks(int day) {
            supervision.day(day, moment, this::about);
            helping.day(day, moment);
            reviews.day(day, moment);
            orders.day(
                    day, moment, matters.values().stream().map(LifeMatter::code).toList());
        }

        private Optional<About> about(String code) {
            return Optional.ofNullable(known.get(code))
                    .flatMap(story -> Optional.ofNullable(matters.get(story))
                            .flatMap(LifeMatter::agency)
                            .map(agency -> new About(story.no(), agency)));
        }

        /// A town's mediator is away, and somebody stands in; later the village's, and nobody does.
        private void away(int from, int length) {
            int third = length / 3;
            int long1 = Math.min(6, third);
            int long2 = Math.min(3, third);
            at(on(from + third, 505), () -> {
                var day = first.plusDays(from + (long) third);
                written(leaves.away("zhentiao", day, day.plusDays(long1)), "absence");
                written(leaves.standIn("zhentiao", "hesuan", day, day.plusDays(long1)), "stand-in");
            });
            at(on(from + 2 * third, 505), () -> {
                var day = first.plusDays(from + 2L * third);
                written(leaves.away("tiaojie", day, day.plusDays(long2)), "absence");
            });
        }

        private void written(Optional<String> fault, String what) {
            fault.ifPresent(why -> diary.refused(day(), 0, what, why));
        }

        private Instant on(int day, int minute) {
            return first.plusDays(day)
                    .atStartOfDay(Work.ZONE)
                    .plusMinutes(minute)
                    .toInstant();
        }

        private void at(Instant moment, Runnable deed) {
            turns.add(new Turn(moment, turn++, deed));
        }

        private int day() {
            return (int) ChronoUnit.DAYS.between(first, LocalDate.ofInstant(moment, Work.ZONE));
        }

        private void told(Story story, int waits) {
            // whoever closes what was never done keeps to office hours
            if (!story.plot().honest() && calendar.off(LocalDate.ofInstant(moment, Work.ZONE))) {
                at(moment.plus(Duration.ofDays(1)), () -> told(story, waits));
                return;
            }
            var told = door.told(story, moment);
            if (told.isEmpty()) {
                later(waits, () -> told(story, waits + 1));
                return;
            }
            done(story, "open", told.get()).ifPresent(matter -> {
                known.put(matter.code(), story);
                next(story, Script.of(story), 0);
            });
        }

        private void next(Story story, List<Beat> beats, int step) {
            if (step < beats.size()) {
                var beat = beats.get(step);
                long after = (long) beat.least() + chance.nextInt(beat.most() - beat.least() + 1);
                at(fitting(moment.plus(Duration.ofMinutes(after)), beat), () -> made(story, beats, step, 0));
            }
        }

        private void made(Story story, List<Beat> beats, int step, int waits) {
            var beat = beats.get(step);
            var matter = Optional.ofNullable(matters.get(story)).orElseThrow();
            var outcome = door.moved(story, matter, step, beat, moment);
            if (outcome.isEmpty()) {
                later(waits, () -> made(story, beats, step, waits + 1));
                return;
            }
            done(story, beat.verb(), outcome.get()).ifPresent(moved -> {
                if (beat.verb().equals("invite")) {
                    helping.expect();
                }
                next(story, beats, step + 1);
            });
        }

        /// Nobody is there: tomorrow, perhaps.
        private void later(int waits, Runnable deed) {
            if (waits < MOST_WAITS) {
                at(moment.plus(Duration.ofDays(1)), deed);
            }
        }

        private Optional<LifeMatter> done(Story story, String verb, Outcome outcome) {
            outcome.matter()
                    .ifPresentOrElse(
                            matter -> {
                                matters.put(story, matter);
                                diary.done(day(), "disputes", story.no(), verb, matter.stage());
                            },
                            () -> diary.refused(day(), story.no(), verb, outcome.refusal()));
            return outcome.matter();
        }

        /// Offices are open by day, and nobody hands over in the evening what has to be signed for in hours. On days
        /// off there is only who is on duty, and who is no officer.
        private Instant fitting(Instant wanted, Beat beat) {
            var local = wanted.atZone(Work.ZONE);
            var closes = beat.verb().equals("route") ? LAST_ROUTE : CLOSES;
            if (local.toLocalTime().isAfter(closes)) {
                local = local.plusDays(1).with(OPENS).plusMinutes(chance.nextInt(50));
            } else if (local.toLocalTime().isBefore(OPENS)) {
                local = local.with(OPENS).plusMinutes(chance.nextInt(50));
            }
            if (!(beat.who() instanceof Beat.Who.Filer) && !ON_DUTY.contains(beat.verb())) {
                while (calendar.off(local.toLocalDate())) {
                    local = local.plusDays(1).with(OPENS).plusMinutes(chance.nextInt(50));
                }
            }
            return local.toInstant();
        }
    }
}
