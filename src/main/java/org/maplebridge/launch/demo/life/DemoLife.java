package org.maplebridge.launch.demo.life;

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
import java.util.UUID;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Matter;
import org.maplebridge.kernel.matters.Outcome;
import org.springframework.stereotype.Component;

/// Lives the days from where the clock stands to yesterday: people report, offices handle, limits end, supervisors
/// ask. All in one thread, the earliest first, so that one seed gives one county.
@Component
public final class DemoLife {

    private static final int MOST_WAITS = 14;
    private static final LocalTime OPENS = LocalTime.of(8, 35);
    private static final LocalTime CLOSES = LocalTime.of(18, 15);
    private static final LocalTime LAST_ROUTE = LocalTime.of(16, 30);

    private final LifeWords words;
    private final LifeDoor door;
    private final LifeJobs jobs;
    private final LifeSupervision supervision;
    private final LifeCast cast;
    private final LifeLeave leave;
    private final LifeTruth truth;

    DemoLife(
            LifeWords words,
            LifeDoor door,
            LifeJobs jobs,
            LifeSupervision supervision,
            LifeCast cast,
            LifeLeave leave,
            LifeTruth truth) {
        this.words = words;
        this.door = door;
        this.jobs = jobs;
        this.supervision = supervision;
        this.cast = cast;
        this.leave = leave;
        this.truth = truth;
    }

    /// What was lived.
    ///
    /// @param diary of what was done about disputes, as a hash: the same for the same seed and number of days. What
    ///     supervisors do hangs on the calendar, too
    /// @param refusals what the rules did not allow; empty if the made-up people know them
    public record Lived(int days, int matters, int moves, String diary, List<String> refusals) {}

    /// Lives up to yesterday evening and brings the clock to now.
    ///
    /// @param password of the accounts of the demo county
    public Lived live(LifeClock clock, long seed, String password) {
        return new Life(clock, seed, password).lived();
    }

    /// Something that happens at a moment.
    private record Turn(Instant at, long no, Runnable deed) {}

    /// One life, from its first day on.
    private final class Life {

        private final LifeClock clock;
        private final long seed;
        private final String password;
        private final Random chance;
        private final LocalDate first;
        private final int days;
        private final Diary diary = new Diary();
        private final Map<Story, Matter> matters = new LinkedHashMap<>();
        private final Map<UUID, Integer> known = new HashMap<>();
        private final PriorityQueue<Turn> turns =
                new PriorityQueue<>(Comparator.comparing(Turn::at).thenComparingLong(Turn::no));
        /// When the present turn was planned: what the machine takes for it decides nothing.
        private Instant moment;

        private long turn;

        Life(LifeClock clock, long seed, String password) {
            this.clock = clock;
            this.seed = seed;
            this.password = password;
            this.chance = new Random(seed);
            var now = clock.now();
            this.first = LocalDate.ofInstant(now, Work.ZONE);
            this.moment = now;
            this.days = (int) ChronoUnit.DAYS.between(first, LocalDate.ofInstant(now.plus(clock.behind()), Work.ZONE));
        }

        Lived lived() {
            cast.hire();
            for (int day = 0; day < days; day++) {
                routine(day);
            }
            leaves();
            new Stories(words, chance)
                    .over(days)
                    .forEach(story -> at(on(story.day(), story.minute()), () -> told(story, 0)));
            var end = on(days, 0);
            while (!turns.isEmpty() && turns.element().at().isBefore(end)) {
                var next = turns.remove();
                moment = next.at();
                clock.moveTo(moment);
                next.deed().run();
            }
            clock.catchUp();
            jobs.morning();
            jobs.sweep();
            truth.write(seed, diary, matters);
            return new Lived(days, matters.size(), diary.lines().size(), diary.hash("disputes"), diary.refusals());
        }

        private void routine(int day) {
            at(on(day, 7 * 60 + 30), jobs::morning);
            at(on(day, 10 * 60 + 10), () -> supervision.day(day, known, diary));
            at(on(day, 12 * 60 + 30), jobs::sweep);
            at(on(day, 18 * 60 + 40), jobs::sweep);
        }

        /// The village's mediator is away, and somebody stands in; later the town's, and nobody does.
        private void leaves() {
            int third = days / 3;
            int long1 = Math.min(6, third);
            int long2 = Math.min(3, third);
            at(on(third, 505), () -> {
                var day = first.plusDays(third);
                if (leave.taken("tiaojie", password, day, day.plusDays(long1))) {
                    cast.standIn(long1);
                }
            });
            at(on(2 * third, 505), () -> {
                var day = first.plusDays(2L * third);
                leave.taken("zhentiao", password, day, day.plusDays(long2));
            });
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
            var told = door.told(story);
            if (told.isEmpty()) {
                later(waits, () -> told(story, waits + 1));
                return;
            }
            done(story, "open", told.get()).ifPresent(matter -> {
                matters.put(story, matter);
                known.put(matter.id(), story.no());
                next(story, matter.id(), Script.of(story), 0);
            });
        }

        private void next(Story story, UUID matter, List<Beat> beats, int step) {
            if (step < beats.size()) {
                var beat = beats.get(step);
                long after = (long) beat.least() + chance.nextInt(beat.most() - beat.least() + 1);
                at(fitting(moment.plus(Duration.ofMinutes(after)), beat), () -> made(story, matter, beats, step, 0));
            }
        }

        private void made(Story story, UUID matter, List<Beat> beats, int step, int waits) {
            var beat = beats.get(step);
            var outcome = door.moved(story, matter, step, beat);
            if (outcome.isEmpty()) {
                later(waits, () -> made(story, matter, beats, step, waits + 1));
                return;
            }
            done(story, beat.verb(), outcome.get()).ifPresent(moved -> next(story, matter, beats, step + 1));
        }

        /// Nobody is there: tomorrow, perhaps.
        private void later(int waits, Runnable deed) {
            if (waits < MOST_WAITS) {
                at(moment.plus(Duration.ofDays(1)), deed);
            }
        }

        private Optional<Matter> done(Story story, String verb, Outcome outcome) {
            if (outcome instanceof Outcome.Done done) {
                diary.done(
                        day(),
                        "disputes",
                        story.no(),
                        verb,
                        done.matter().stage().name());
                return Optional.of(done.matter());
            }
            if (outcome instanceof Outcome.Refusal refusal) {
                diary.refused(day(), story.no(), verb, refusal.verdict().toString());
            }
            return Optional.empty();
        }

        /// Offices are open by day, and nobody hands over in the evening what has to be signed for in hours.
        private Instant fitting(Instant wanted, Beat beat) {
            var local = wanted.atZone(Work.ZONE);
            var closes = beat.verb().equals("route") ? LAST_ROUTE : CLOSES;
            if (local.toLocalTime().isAfter(closes)) {
                local = local.plusDays(1).with(OPENS).plusMinutes(chance.nextInt(50));
            } else if (local.toLocalTime().isBefore(OPENS)) {
                local = local.with(OPENS).plusMinutes(chance.nextInt(50));
            }
            return local.toInstant();
        }
    }
}
