package org.maplebridge.kernel.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/// Notices the State Council might issue: the seven holidays, about as long as they are, with weekends given in return.
final class PlausibleNotices {

    /// Where a holiday may begin and how long it may last, day of the year counted from 0.
    private record Holiday(String name, int earliest, int latest, int shortest, int longest) {}

    private static final List<Holiday> HOLIDAYS = List.of(
            new Holiday("春节", 19, 50, 7, 9),
            new Holiday("清明节", 92, 95, 1, 3),
            new Holiday("端午节", 145, 172, 1, 3),
            new Holiday("中秋节", 250, 270, 1, 3));

    private PlausibleNotices() {}

    /// A notice of fixed days only, for tests that need a known year and nothing moving in it.
    static Arrangement onlyFixedDays(int year) {
        return arrangement(
                year,
                Stream.concat(off("元旦", LocalDate.of(year, 1, 1), 1), off("国庆节", LocalDate.of(year, 10, 1), 3))
                        .toList());
    }

    /// Any notice of a year, those of its days included that lie in the December before.
    static Arbitrary<Arrangement> of(int year) {
        Arbitrary<List<Day>> moving = Combinators.combine(
                        HOLIDAYS.stream().map(holiday -> days(year, holiday)).toList())
                .as(lists -> lists.stream().flatMap(List::stream).toList());
        return Combinators.combine(
                        moving,
                        newYear(year),
                        Arbitraries.integers().between(2, 5),
                        Arbitraries.integers().between(3, 8),
                        Arbitraries.of(weekends(year)).set().ofMinSize(0).ofMaxSize(8))
                .as((others, start, labour, national, worked) -> {
                    List<Day> off = Stream.of(
                                    others.stream(),
                                    start.stream(),
                                    off("劳动节", LocalDate.of(year, 5, 1), labour),
                                    off("国庆节", LocalDate.of(year, 10, 1), national))
                            .flatMap(days -> days)
                            .toList();
                    List<LocalDate> taken = off.stream().map(Day::date).toList();
                    return arrangement(
                            year,
                            Stream.concat(
                                            off.stream(),
                                            worked.stream()
                                                    .filter(date -> !taken.contains(date))
                                                    .map(date -> Day.work(date, "调休")))
                                    .toList());
                });
    }

    private static Arbitrary<List<Day>> days(int year, Holiday holiday) {
        return Combinators.combine(
                        Arbitraries.integers().between(holiday.earliest(), holiday.latest()),
                        Arbitraries.integers().between(holiday.shortest(), holiday.longest()))
                .as((start, length) -> off(
                                holiday.name(), LocalDate.of(year, 1, 1).plusDays(start), length)
                        .toList());
    }

    /// Said again here and not asked of the module, or a mistake there would go unseen: a New Year's Day on Wednesday,
    /// Friday or Saturday has no bridge into December.
    private static boolean bridgesNewYear(int year) {
        return !Set.of(DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY, DayOfWeek.SATURDAY)
                .contains(LocalDate.of(year, 1, 1).getDayOfWeek());
    }

    /// Up to two days of December where the notice may reach back.
    private static Arbitrary<List<Day>> newYear(int year) {
        int before = bridgesNewYear(year) ? 2 : 0;
        return Combinators.combine(
                        Arbitraries.integers().between(0, before),
                        Arbitraries.integers().between(1, 3))
                .as((early, length) -> off("元旦", LocalDate.of(year, 1, 1).minusDays(early), early + length)
                        .toList());
    }

    private static List<LocalDate> weekends(int year) {
        LocalDate first = bridgesNewYear(year) ? LocalDate.of(year - 1, 12, 25) : LocalDate.of(year, 1, 1);
        return first.datesUntil(LocalDate.of(year, 12, 25)) // what comes after is for the next notice
                .filter(Day::weekend)
                .toList();
    }

    private static Stream<Day> off(String name, LocalDate first, int length) {
        return IntStream.range(0, length).mapToObj(i -> Day.off(first.plusDays(i), name));
    }

    private static Arrangement arrangement(int year, List<Day> days) {
        Notice notice = new Notice(year, "国办发明电〔" + (year - 1) + "〕1号", "", "（测试）" + year, "");
        return new Arrangement(year, List.of(notice), days);
    }
}
