package org.maplebridge.kernel.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;

/// One day and what it is.
///
/// @param date a legal day, Asia/Shanghai
/// @param kind what it is
/// @param name the holiday it belongs to (`国庆节`); empty for ordinary days
public record Day(LocalDate date, DayKind kind, String name) {

    /// A day off of a notice.
    public static Day off(LocalDate date, String name) {
        return new Day(date, DayKind.HOLIDAY, name);
    }

    /// A weekend day a notice makes a working day.
    public static Day work(LocalDate date, String name) {
        return new Day(date, DayKind.MAKE_UP_WORKDAY, name);
    }

    /// The day without any notice: working from Monday to Friday.
    static Day ordinary(LocalDate date) {
        return new Day(date, weekend(date) ? DayKind.REST_WEEKEND : DayKind.WORKING, "");
    }

    static Day unknown(LocalDate date) {
        return new Day(date, DayKind.UNKNOWN, "");
    }

    static boolean weekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /// Why the day is what it is, in Chinese: `国庆节放假`, `国庆节调休上班`, `周六`, `工作日`.
    public String reason() {
        return switch (kind) {
            case HOLIDAY -> name + "放假";
            case MAKE_UP_WORKDAY -> name + "调休上班";
            case REST_WEEKEND -> date.getDayOfWeek() == DayOfWeek.SATURDAY ? "周六" : "周日";
            case WORKING, UNKNOWN -> kind.label();
        };
    }
}
