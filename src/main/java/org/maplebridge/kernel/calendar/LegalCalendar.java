package org.maplebridge.kernel.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Computes when periods end, with proof. A value: it never changes, and equal questions get equal answers for ever.
/// [Calendars#current()] gives the one in force.
public interface LegalCalendar {

    /// The legal day is Asia/Shanghai.
    ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /// Holidays that every year has on these very days, whatever its notice says: New Year, 1 May, the National Day.
    Set<MonthDay> NAMED =
            Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(10, 1), MonthDay.of(10, 2), MonthDay.of(10, 3));

    /// Names this calendar: last year known, number of the edition, digest of its days and papers
    /// (`2026.1-5b1f0c7a`). Any change of a notice changes it.
    String version();

    /// What a day is.
    Day day(LocalDate date);

    /// What kind of day it is; [DayKind#UNKNOWN] in a year without its notice.
    default DayKind kindOf(LocalDate date) {
        return day(date).kind();
    }

    /// Whether people are off work that day; where the notice of its year is missing, on Saturdays and Sundays, and on
    /// the days that the rules name by their date (全国年节及纪念日放假办法第二条). For
    /// telling and calling people, never for limits.
    default boolean off(LocalDate date) {
        var kind = kindOf(date);
        boolean weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
        return kind == DayKind.UNKNOWN ? weekend || NAMED.contains(MonthDay.from(date)) : kind.rest();
    }

    /// The latest notice of a year; empty when the year is missing.
    Optional<Notice> notice(int year);

    /// When a term triggered at a moment ends. Except for hours only the legal day of the moment matters. What is
    /// served electronically is served when it arrives in the system of the person served, read or unread
    /// (民事诉讼法第九十条第二款): the moment of arrival is the trigger.
    ///
    /// @param suspensions stretches that do not count, in any order
    /// @throws IllegalArgumentException when a sentence is to be suspended or the trigger lies outside 1949–2200
    Due due(Term term, Instant trigger, List<Suspension> suspensions);

    /// When a term triggered on a day ends.
    ///
    /// @throws IllegalArgumentException as above, and for hours, which need a moment
    Due due(Term term, LocalDate triggerDay, List<Suspension> suspensions);

    default Due due(Term term, Instant trigger) {
        return due(term, trigger, List.of());
    }

    default Due due(Term term, LocalDate triggerDay) {
        return due(term, triggerDay, List.of());
    }

    /// An end put off: the extension runs on from the original last day, as postponed, which is its trigger day.
    /// 民事诉讼法第八十五条第三款 calls the day after the holiday "期间届满的日期", so the extension follows that day
    /// and not the nominal one (our reading). Extending a lower bound gives a lower bound. The proof goes on
    /// from that of the original end.
    ///
    /// @param suspensions what the original end was computed with, and what came since: a stretch counts in
    ///     whichever part it falls
    /// @throws IllegalArgumentException when `by` is a sentence
    Due extend(Due original, Term by, List<Suspension> suspensions);

    default Due extend(Due original, Term by) {
        return extend(original, by, List.of());
    }

    /// Working days after one day up to and including another; negative when `through` lies before `after`.
    /// Unknown days count as working.
    int workingDaysBetween(LocalDate after, LocalDate through);

    /// Working days left: those after today up to and including the last day; negative when overdue.
    default int workingDaysLeft(Instant now, Due due) {
        return workingDaysBetween(legalDay(now), due.earliestDay());
    }

    /// The calendar that ships with the program, without the notices people have entered.
    static LegalCalendar builtIn() {
        return SnapshotCalendar.builtIn();
    }

    /// The legal day a moment falls on.
    static LocalDate legalDay(Instant moment) {
        return moment.atZone(ZONE).toLocalDate();
    }

    /// Whether something handed over on a day, in person or to the post, is in time: 期满前交邮的，不算过期
    /// (民事诉讼法第八十五条第四款，刑事诉讼法第一百零五条第三款). The day of the postmark decides, not that of
    /// arrival, so the time on the road never counts.
    static boolean inTime(LocalDate handedOver, LocalDate lastDay) {
        return !handedOver.isAfter(lastDay);
    }

    /// The first moment of a legal day: 24:00 of the day before.
    static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }
}
