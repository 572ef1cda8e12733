package org.maplebridge.kernel.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Set;

/// A plain stretch of time, such as how long before an end people are reminded: no period of the law, so that nothing
/// is left out at its start and nothing postponed at its end. Written as a term in `H`, `D`, `WD`, `M` or `Y`.
///
/// @param length how long
public record Span(Term length) {

    private static final Set<Unit> UNITS = Set.of(Unit.HOURS, Unit.DAYS, Unit.WORKING_DAYS, Unit.MONTHS, Unit.YEARS);

    /// @throws IllegalArgumentException in Chinese, when the term means something that only a period of the law can
    public Span {
        if (!UNITS.contains(length.unit()) || length.lastDay() != length.unit().usualLastDay()) {
            throw new IllegalArgumentException(
                    "「%s」在这里没有意义：这是一段时长，不是法定期间，只能写小时、日、工作日、月、年，如 12H、3D、2WD、6M、1Y，不加「!」".formatted(length.text()));
        }
    }

    /// Reads the text form.
    ///
    /// @throws IllegalArgumentException in Chinese, when the text is no such stretch
    public static Span parse(String text) {
        return new Span(Term.parse(text));
    }

    /// So much later: working days are days of work gone by, at the same time of the day.
    public Instant later(Instant from, LegalCalendar calendar) {
        return shifted(from, calendar, 1);
    }

    /// So much earlier.
    public Instant earlier(Instant until, LegalCalendar calendar) {
        return shifted(until, calendar, -1);
    }

    private Instant shifted(Instant moment, LegalCalendar calendar, int way) {
        ZonedDateTime there = moment.atZone(LegalCalendar.ZONE);
        long amount = (long) way * length.amount();
        return switch (length.unit()) {
            case HOURS -> moment.plus(Duration.ofHours(amount));
            case DAYS -> there.plusDays(amount).toInstant();
            case MONTHS -> there.plusMonths(amount).toInstant();
            case YEARS -> there.plusYears(amount).toInstant();
            case WORKING_DAYS -> worked(there, calendar, way).toInstant();
            case PROCEDURE_MONTHS, CRIMINAL_DAYS, CRIMINAL_MONTHS, CRIMINAL_YEARS ->
                throw new IllegalStateException(length.text());
        };
    }

    private ZonedDateTime worked(ZonedDateTime from, LegalCalendar calendar, int way) {
        ZonedDateTime at = from;
        for (int left = length.amount(); left > 0; ) {
            at = at.plusDays(way);
            left -= calendar.kindOf(at.toLocalDate()).rest() ? 0 : 1;
        }
        return at;
    }
}
