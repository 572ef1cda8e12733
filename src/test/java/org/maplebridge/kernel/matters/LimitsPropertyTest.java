package org.maplebridge.kernel.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.maplebridge.kernel.calendar.LegalCalendar;
import org.maplebridge.kernel.calendar.Term;

/// However a limit is suspended, resumed and put off, it ends where a finger on the calendar ends.
class LimitsPropertyTest {

    private static final Limits LIMITS = new Limits(LegalCalendar.builtIn(), (name, day) -> {
        throw new IllegalStateException("no number is looked up");
    });

    enum Deed {
        SUSPEND,
        RESUME,
        EXTEND
    }

    /// @param hours how long before
    record Step(Deed deed, int hours) {}

    @Property
    void aLimitEndsWhereTheWalkEnds(
            @ForAll @IntRange(min = 0, max = 140_000) int later,
            @ForAll("terms") String term,
            @ForAll("steps") List<Step> steps) {
        var now = Instant.parse("2009-01-05T01:00:00Z").plus(Duration.ofHours(later));
        var limit = LIMITS.recomputed(begun(term, now));
        LimitOracle.agrees(limit);
        for (var step : steps) {
            now = now.plus(Duration.ofHours(step.hours()));
            var after = done(step.deed(), limit, now);
            LimitOracle.agrees(after);
            assertThat(after.due()).as("%s never brings it forward", step).isAfterOrEqualTo(limit.due());
            limit = after;
        }
    }

    private static Deadline done(Deed deed, Deadline limit, Instant now) {
        return switch (deed) {
            case SUSPEND -> StandStill.stopped(List.of(limit), Set.of(), now).getFirst();
            case RESUME -> LIMITS.resumed(List.of(limit), now).getFirst();
            case EXTEND ->
                limit.state() == Deadline.State.RUNNING
                                && limit.extension().isEmpty()
                                && now.isBefore(limit.due())
                                && !limit.term().endsWith("H")
                        ? LIMITS.extended(limit, Term.days(15))
                        : limit;
        };
    }

    private static Deadline begun(String term, Instant from) {
        return new Deadline(
                1,
                "errand.take",
                "base:errand.take@2010-01-01",
                Optional.empty(),
                Optional.empty(),
                term,
                from,
                from,
                LocalDate.EPOCH,
                false,
                "",
                Deadline.State.RUNNING,
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    @Provide
    Arbitrary<String> terms() {
        return Arbitraries.of("4H", "48H", "1D", "7D", "30D", "2WD", "10WD");
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Deed.class), Arbitraries.integers().between(0, 400))
                .as(Step::new)
                .list()
                .ofMaxSize(10);
    }
}
