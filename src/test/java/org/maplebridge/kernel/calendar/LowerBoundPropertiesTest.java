package org.maplebridge.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/// Whatever the missing notice will say, no end may come before its lower bound.
class LowerBoundPropertiesTest {

    record Future(int year, Arrangement before, Arrangement notice, Arrangement after, LocalDate trigger) {}

    @Property
    void noNoticeEndsAPeriodBeforeItsLowerBound(@ForAll("futures") Future future, @ForAll("terms") Term term) {
        LegalCalendar missing = new SnapshotCalendar(List.of(future.before()));
        LegalCalendar entered = new SnapshotCalendar(List.of(future.before(), future.notice(), future.after()));

        Due bound = missing.due(term, future.trigger());
        Due settled = entered.due(term, future.trigger());
        Statistics.label("without the notice").collect(bound.getClass().getSimpleName());

        assertThat(settled).isInstanceOf(Due.Settled.class);
        switch (bound) {
            case Due.Settled known -> assertThat(settled.earliestEnd()).isEqualTo(known.end());
            case Due.Awaiting awaiting -> {
                assertThat(settled.earliestEnd()).isAfterOrEqualTo(awaiting.lowerBound());
                assertThat(awaiting.missingYear()).isBetween(future.year(), future.year() + 1);
            }
        }
    }

    @Property
    void noNoticeEndsAnExtensionBeforeItsLowerBound(@ForAll("futures") Future future, @ForAll("terms") Term term) {
        LegalCalendar missing = new SnapshotCalendar(List.of(future.before()));
        LegalCalendar entered = new SnapshotCalendar(List.of(future.before(), future.notice(), future.after()));
        Term by = Term.days(10);

        assertThat(entered.extend(entered.due(term, future.trigger()), by).earliestEnd())
                .isAfterOrEqualTo(
                        missing.extend(missing.due(term, future.trigger()), by).earliestEnd());
    }

    /// The year before is known, the year and the one after it are not; triggers around the turn of the year.
    @Provide
    Arbitrary<Future> futures() {
        return Arbitraries.integers()
                .between(2027, 2040)
                .flatMap(year -> Combinators.combine(
                                PlausibleNotices.of(year - 1),
                                PlausibleNotices.of(year),
                                PlausibleNotices.of(year + 1),
                                Arbitraries.integers().between(0, 150))
                        .as((before, notice, after, late) -> new Future(
                                year,
                                before,
                                notice,
                                after,
                                LocalDate.of(year - 1, 11, 1).plusDays(late))));
    }

    @Provide
    Arbitrary<Term> terms() {
        return Arbitraries.of("1D", "10D", "30D", "60D", "1WD", "5WD", "10WD", "30WD", "1M", "3M", "6M", "2PM", "30D!")
                .map(Term::parse);
    }
}
